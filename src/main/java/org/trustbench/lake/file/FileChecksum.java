package org.trustbench.lake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.message.Counted;

/**
 * The checksum of a whole file, kept in a file beside it, so that no reader takes a damaged one for
 * what was written, whatever its format.
 *
 * @param crc32c of all its bytes
 */
public record FileChecksum(int crc32c, long bytes) {
  static final String SUFFIX = ".sum";

  private static final Pattern TEXT = Pattern.compile("crc32c ([0-9a-f]{8}) bytes ([0-9]{1,18})\n");

  /** Files that this process has found sound; one that was written to since is looked at again. */
  private static final Map<Path, Looked> SOUND = new ConcurrentHashMap<>();

  private record Looked(FileTime modified, long bytes) {}

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  /** The file that a sum is kept of. */
  public static Path summed(Path sum) {
    String name = sum.getFileName().toString();
    return sum.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
  }

  public static boolean isSum(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  /** The sum of a file as it is. */
  public static FileChecksum of(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    long bytes = 0;
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        buffer.flip();
        bytes += buffer.remaining();
        crc.update(buffer);
        buffer.clear();
      }
    }
    return new FileChecksum((int) crc.getValue(), bytes);
  }

  /** Keeps the sum beside its file. */
  public void keep(Path file) throws IOException {
    Set<StandardOpenOption> options =
        new HashSet<>(
            List.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    try (var out =
        Channels.newOutputStream(
            FileChannel.open(beside(file), options, PosixPermissions.file()))) {
      out.write(
          "crc32c %08x bytes %d\n".formatted(crc32c, bytes).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Makes sure that a file is as it was written.
   *
   * @param isSummed whether a sum was kept when it was written
   * @throws LostFileException if it is not
   */
  public static void verify(Path file, boolean isSummed) throws IOException {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new LostFileException(file.toString(), "is missing");
    }
    Looked looked = new Looked(now.lastModifiedTime(), now.size());
    if (looked.equals(SOUND.get(file))) {
      return;
    }
    FileChecksum kept = kept(file);
    if (kept == null) {
      if (isSummed) {
        throw new LostFileException(file.toString(), "has lost the sum that was kept beside it");
      }
      return;
    }
    if (kept.bytes != now.size()) {
      throw new LostFileException(
          file.toString(),
          "has %s instead of %d".formatted(Counted.of(now.size(), "byte"), kept.bytes));
    }
    if (!kept.equals(of(file))) {
      throw new LostFileException(
          file.toString(), "is damaged: its sum is not that kept beside it");
    }
    SOUND.put(file, looked);
  }

  /** Has every file looked at again, also those found sound before. */
  public static void forget() {
    SOUND.clear();
  }

  private static FileChecksum kept(Path file) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(beside(file))) {
      text = new String(in.readNBytes(64), StandardCharsets.US_ASCII);
    } catch (NoSuchFileException e) {
      return null;
    }
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new LostFileException(beside(file).toString(), "is damaged");
    }
    return new FileChecksum(
        Integer.parseUnsignedInt(parts.group(1), 16), Long.parseLong(parts.group(2)));
  }
}
