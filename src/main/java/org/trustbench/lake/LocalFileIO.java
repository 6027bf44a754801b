package org.trustbench.lake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Iceberg's access to files of this machine, or of a shared folder all machines see. Hadoop's own
 * starts a process for every file it creates, to set permissions, which a small run would feel
 * most. What it makes is for its owner's eyes only.
 */
public final class LocalFileIO implements SupportsPrefixOperations {
  private static final long serialVersionUID = 1L;

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInput(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutput(location);
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(path(location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file in a folder and in those below it. */
  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    Path folder = path(prefix);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<FileInfo> files = new ArrayList<>();
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.add(
            new FileInfo(
                file.toUri().toString(),
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis()));
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

  /** A location is a {@code file:} URI or a plain path. */
  private static Path path(String location) {
    return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
  }

  private record LocalInput(String location) implements InputFile {
    @Override
    public long getLength() {
      try {
        return Files.size(path(location));
      } catch (IOException e) {
        throw missingOr(e);
      }
    }

    @Override
    public SeekableInputStream newStream() {
      try {
        return new LocalStream(FileChannel.open(path(location), StandardOpenOption.READ));
      } catch (IOException e) {
        throw missingOr(e);
      }
    }

    @Override
    public boolean exists() {
      return Files.exists(path(location));
    }

    private RuntimeException missingOr(IOException e) {
      return e instanceof NoSuchFileException
          ? new NotFoundException(e, "File does not exist: %s", location)
          : new UncheckedIOException(e);
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

  private record LocalOutput(String location) implements OutputFile {
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
      return new LocalInput(location);
    }

    private PositionOutputStream open(StandardOpenOption... how) {
      try {
        Path path = path(location);
        Files.createDirectories(path.getParent(), OwnerOnly.folder());
        Set<StandardOpenOption> options = new HashSet<>(List.of(how));
        options.add(StandardOpenOption.WRITE);
        return new LocalWriter(
            Channels.newOutputStream(FileChannel.open(path, options, OwnerOnly.file())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class LocalWriter extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    LocalWriter(OutputStream out) {
      this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
