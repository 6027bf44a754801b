package org.trustbench.lake.file;

import org.apache.iceberg.exceptions.NotFoundException;

/**
 * A file of the lake is missing, or is not as it was written. Iceberg tries what fails again and
 * again, except where a file is not to be found: hence the kind.
 */
public final class LostFileException extends NotFoundException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String what;

  /**
   * Says so in one line that names the file.
   *
   * @param what is wrong with it
   */
  LostFileException(String file, String what) {
    super(
        "%s",
        "the lake's file %s %s: restore it from a copy of the lake, or run check --repair with what was sent"
            .formatted(file, what));
    this.file = file;
    this.what = what;
  }

  public String file() {
    return file;
  }

  /** What is wrong with it, as the rest of a sentence that begins with its name. */
  public String what() {
    return what;
  }
}
