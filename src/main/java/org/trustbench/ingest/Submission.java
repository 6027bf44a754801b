package org.trustbench.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One unit of reading: a folder that a trust sent, or a national extract.
 *
 * @param name the folder's name, or the extract's first file
 * @param files its files that are read, by name
 * @param layout the layout's id for an extract; null for a folder
 */
public record Submission(String name, List<SentFile> files, String layout) implements Serializable {

  /**
   * A file as sent.
   *
   * @param name its name within what was sent, as every table quotes it
   * @param path where it lies
   */
  public record SentFile(String name, String path, long bytes) implements Serializable {
    Path location() {
      return Path.of(path);
    }

    /** The file's name without its folder and without {@code .gz}. */
    String plainName() {
      String last = name.substring(name.lastIndexOf('/') + 1);
      return last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last;
    }
  }

  public boolean isExtract() {
    return layout != null;
  }

  public long bytes() {
    return files.stream().mapToLong(SentFile::bytes).sum();
  }

  /** The file of a plain name, packed or not. */
  Optional<SentFile> file(String plainName) {
    return files.stream().filter(file -> file.plainName().equals(plainName)).findFirst();
  }
}
