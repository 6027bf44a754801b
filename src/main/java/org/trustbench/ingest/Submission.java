package org.trustbench.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One unit of reading: a folder that a trust sent, or a national extract.
 *
 * @param name the folder's name, or the extract's first file
 * @param files its files that are read, by name
 * @param passedOver names of files and folders beside them that no format has
 * @param layout the layout's id for an extract; null for a folder
 * @param barred why the folder must not be read; null where it may be
 */
public record Submission(
    String name, List<SentFile> files, List<String> passedOver, String layout, String barred)
    implements Serializable {

  /**
   * A file as sent.
   *
   * @param name its name within what was sent, as every table quotes it
   * @param path where it lies, no part of it a link
   */
  public record SentFile(String name, String path, long bytes) implements Serializable {
    /** Opens it, unless a link has been put in its place. */
    InputStream open() throws IOException {
      return Files.newInputStream(Path.of(path), LinkOption.NOFOLLOW_LINKS);
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
