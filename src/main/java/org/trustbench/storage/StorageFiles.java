package org.trustbench.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Iceberg's reading and writing of storage, whose failures name the address and the cause. */
final class StorageFiles {
  private StorageFiles() {}

  private static FileIO io(StoragePath path) {
    return StorageSettings.io(path.getFileSystem().scheme());
  }

  /** Every file whose address begins so; none if nothing does. */
  static Iterable<FileInfo> list(StoragePath path, String prefix) throws IOException {
    SupportsPrefixOperations io = (SupportsPrefixOperations) io(path);
    Iterator<FileInfo> files;
    try {
      files = io.listPrefix(prefix).iterator();
      if (!files.hasNext()) {
        return List.of();
      }
    } catch (RuntimeException e) {
      if (StorageFailure.isMissing(e)) {
        return List.of();
      }
      throw StorageFailure.of(path, "listed", e);
    }
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return listing(path, files::hasNext);
          }

          @Override
          public FileInfo next() {
            return listing(path, files::next);
          }
        };
  }

  /** The rest of a list is on pages that are asked for on the way. */
  private static <T> T listing(StoragePath path, Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      throw StorageFailure.failed(path, "listed", e);
    }
  }

  /** Opens a file for reading, at its beginning. */
  static SeekableInputStream open(StoragePath path, long bytes) throws IOException {
    return reading(path, () -> file(path, bytes).newStream());
  }

  /** How long a file is. */
  static long size(StoragePath path) throws IOException {
    return reading(path, () -> io(path).newInputFile(path.toString()).getLength());
  }

  private static InputFile file(StoragePath path, long bytes) {
    FileIO io = io(path);
    return bytes < 0 ? io.newInputFile(path.toString()) : io.newInputFile(path.toString(), bytes);
  }

  static void delete(StoragePath path) throws IOException {
    try {
      io(path).deleteFile(path.toString());
    } catch (RuntimeException e) {
      if (!StorageFailure.isMissing(e)) {
        throw StorageFailure.of(path, "deleted", e);
      }
    }
  }

  /** What is written is stored once the stream is closed; until then nothing is. */
  static OutputStream create(StoragePath path) throws IOException {
    return written(path, () -> io(path).newOutputFile(path.toString()).createOrOverwrite());
  }

  /**
   * The same of a file that is not to be there yet.
   *
   * @throws java.nio.file.FileAlreadyExistsException when it is closed, if it is there by then
   */
  static OutputStream createNew(StoragePath path) throws IOException {
    return written(path, () -> ((NewFiles) io(path)).create(path.toString()));
  }

  private static OutputStream written(StoragePath path, Supplier<OutputStream> opened)
      throws IOException {
    OutputStream out;
    try {
      out = opened.get();
    } catch (RuntimeException e) {
      throw StorageFailure.of(path, StorageFailure.WRITTEN, e);
    }
    return new OutputStream() {
      private boolean isWhole = true;

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        isWhole = false;
        writing(path, () -> out.write(bytes, offset, length));
        isWhole = true;
      }

      /** What is closed is stored, so that one that could not be written whole stays open. */
      @Override
      public void close() throws IOException {
        if (isWhole) {
          writing(path, out::close);
        }
      }
    };
  }

  /** The bytes of a file from its beginning. */
  static InputStream stream(StoragePath path, long bytes) throws IOException {
    SeekableInputStream in = open(path, bytes);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return reading(path, () -> in.read(into, offset, length));
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  /** Something that reads, and may fail in ways of its own. */
  interface Reading<T> {
    T now() throws IOException;
  }

  static <T> T reading(StoragePath path, Reading<T> work) throws IOException {
    try {
      return work.now();
    } catch (RuntimeException | IOException e) {
      throw StorageFailure.of(path, "read", e);
    }
  }

  private interface Writing {
    void now() throws IOException;
  }

  private static void writing(StoragePath path, Writing work) throws IOException {
    try {
      work.now();
    } catch (RuntimeException | IOException e) {
      throw StorageFailure.of(path, StorageFailure.WRITTEN, e);
    }
  }
}
