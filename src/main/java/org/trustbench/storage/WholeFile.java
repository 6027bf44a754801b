package org.trustbench.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are seen whole or not at all, in the place of earlier ones. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes the bytes of a file from its beginning to its end. */
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes a file whose folder is there; on storage folders need not be.
   *
   * @param content fits into memory, where the file is on storage
   */
  public static void write(Path file, Content content) throws IOException {
    if (!Place.isLocal(file)) {
      // A stream that is closed is stored, so that it is begun when nothing can break off any more.
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      content.to(whole);
      Files.write(file, whole.toByteArray());
      return;
    }
    Path aside =
        file.resolveSibling("." + file.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      try (OutputStream out = Files.newOutputStream(aside)) {
        content.to(out);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
