package org.trustbench.lake.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.message.Counted;

/**
 * Iceberg's access to files of this machine, or of a shared folder all machines see. Hadoop's own
 * starts a process for every file it creates, to set permissions, which a small run would feel
 * most. What it makes is for its owner's eyes only, and has its sum beside it, which is verified
 * before a file is read. It travels to tasks.
 */
public final class LocalFileIO implements SupportsPrefixOperations {
  /** Iceberg's property that names the folder of an embedded lake. */
  public static final String ROOT = "root";

  private static final long serialVersionUID = 2L;

  private LakeRoot root = new LakeRoot(null);

  @Override
  public void initialize(Map<String, String> properties) {
    root = new LakeRoot(properties.get(ROOT));
  }

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInput(root, location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutput(root, location);
  }

  /** Whether every file must have its sum, as all that an embedded lake wrote have. */
  public boolean keepsSums() {
    return root.folder() != null;
  }

  /** Where a file is on this machine. */
  public Path path(String location) {
    return root.path(location);
  }

  /** Makes sure that a file is there and as long as it was written. */
  public static void checkSize(InputFile file, long bytes) {
    long found = file.getLength();
    if (found != bytes) {
      String path = ((LocalInput) file).file().toString();
      throw new LostFileException(
          path, "has %s instead of %d".formatted(Counted.of(found, "byte"), bytes));
    }
  }

  @Override
  public void deleteFile(String location) {
    try {
      Path file = root.changed(location);
      Files.deleteIfExists(file);
      Files.deleteIfExists(FileChecksum.beside(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file in a folder and in those below it; sums go with their files, and alone if lost. */
  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    Path folder = root.path(prefix);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> found = paths.filter(Files::isRegularFile).toList();
      Set<Path> sums = new HashSet<>();
      found.stream()
          .filter(f -> !FileChecksum.isSum(f))
          .map(FileChecksum::beside)
          .forEach(sums::add);
      List<FileInfo> files = new ArrayList<>();
      for (Path file : found) {
        if (!sums.contains(file)) {
          files.add(
              new FileInfo(
                  root.location(file),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toMillis()));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deletePrefix(String prefix) {
    listPrefix(prefix).forEach(file -> deleteFile(file.location()));
  }

  private record LocalInput(LakeRoot root, String location) implements InputFile {
    Path file() {
      return root.path(location);
    }

    @Override
    public long getLength() {
      try {
        Path file = root.path(location);
        if (!Files.exists(file)) {
          throw new LostFileException(file.toString(), "is missing");
        }
        return Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public SeekableInputStream newStream() {
      try {
        Path file = root.path(location);
        FileChecksum.verify(file, location.startsWith(LakeRoot.SCHEME));
        return new LocalStream(FileChannel.open(file, StandardOpenOption.READ));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean exists() {
      return Files.exists(root.path(location));
    }
  }

  private static final class LocalStream extends SeekableInputStream {
    private final SeekableByteChannel channel;

    LocalStream(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public long getPos() throws IOException {
      return channel.position();
    }

    @Override
    public void seek(long position) throws IOException {
      channel.position(position);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return length == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private record LocalOutput(LakeRoot root, String location) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      return open(StandardOpenOption.CREATE_NEW);
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      return open(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public InputFile toInputFile() {
      return new LocalInput(root, location);
    }

    private PositionOutputStream open(StandardOpenOption... how) {
      try {
        Path path = root.changed(location);
        Files.createDirectories(path.getParent(), PosixPermissions.folder());
        Set<StandardOpenOption> options = new HashSet<>(List.of(how));
        options.add(StandardOpenOption.WRITE);
        return new LocalWriter(
            path,
            Channels.newOutputStream(FileChannel.open(path, options, PosixPermissions.file())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class LocalWriter extends PositionOutputStream {
    private final Path file;
    private final OutputStream out;
    private final CRC32C crc = new CRC32C();
    private long position;
    private boolean isClosed;

    LocalWriter(Path file, OutputStream out) {
      this.file = file;
      this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      crc.update(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      crc.update(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (!isClosed) {
        isClosed = true;
        new FileChecksum((int) crc.getValue(), position).keep(file);
      }
    }
  }
}
