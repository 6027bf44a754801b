package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file as sent.
 *
 * @param name its name within what was sent, as every table quotes it
 * @param path where it lies, no part of it a link
 */
public record SentFile(String name, String path, long bytes) implements Serializable {
  /** Opens it, unless a link has been put in its place. */
  public InputStream open() throws IOException {
    return Files.newInputStream(Path.of(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The file's name without its folder and without {@code .gz}. */
  public String plainName() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last;
  }
}
