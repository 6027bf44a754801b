package org.trustbench.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trustbench.environment.PosixPermissions;

/**
 * A file for readers that know this machine alone: the file itself where it is of this machine,
 * otherwise a temporary copy that nobody else may read and that goes with this.
 */
public final class LocalCopy implements AutoCloseable {
  private final Path path;
  private final boolean isCopy;

  private LocalCopy(Path path, boolean isCopy) {
    this.path = path;
    this.isCopy = isCopy;
  }

  public static LocalCopy of(Path file) throws IOException {
    if (Place.isLocal(file)) {
      return new LocalCopy(file, false);
    }
    LocalCopy copy =
        new LocalCopy(Files.createTempFile("trustbench-read", "", PosixPermissions.file()), true);
    copy.path.toFile().deleteOnExit();
    try {
      // Into the file that only its owner reads: a copy that replaces it would have other modes.
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = Files.newOutputStream(copy.path)) {
        in.transferTo(out);
      }
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** Where it is on this machine. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (isCopy) {
      Files.deleteIfExists(path);
    }
  }
}
