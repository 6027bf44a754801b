package org.trustbench.ingest.sent;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.ingest.file.SentFile;

/**
 * One unit of reading: a folder or a workbook that a trust sent, or a national extract.
 *
 * @param name the name of the folder or the workbook, or of the extract's first file
 * @param files its files that are read, by name, or the sheets of its workbook
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

  /** Bytes of its files; those of a workbook once, however many of its sheets are read. */
  public long bytes() {
    Map<String, Long> byPath = new HashMap<>();
    files.forEach(file -> byPath.put(file.path(), file.bytes()));
    return byPath.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether its tables are the sheets of one workbook. */
  public boolean isWorkbook() {
    return files.stream().anyMatch(file -> file.sheet() != null);
  }

  /** The file, or the sheet, that says what was inspected. */
  public Optional<SentFile> inspection() {
    return file(Manifest.FILE).or(() -> file(SentWorkbooks.INSPECTION));
  }

  /** The file of a plain name, packed or not. */
  public Optional<SentFile> file(String plainName) {
    return files.stream().filter(file -> file.plainName().equals(plainName)).findFirst();
  }
}
