package org.trustbench.ingest.sent;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.trustbench.ingest.file.SentFile;

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

  public boolean isExtract() {
    return layout != null;
  }

  public long bytes() {
    return files.stream().mapToLong(SentFile::bytes).sum();
  }

  /** The file of a plain name, packed or not. */
  public Optional<SentFile> file(String plainName) {
    return files.stream().filter(file -> file.plainName().equals(plainName)).findFirst();
  }
}
