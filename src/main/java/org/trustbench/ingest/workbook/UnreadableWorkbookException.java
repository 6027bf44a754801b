package org.trustbench.ingest.workbook;

/**
 * A workbook that cannot be read without guessing; the message says what is wrong and what to do.
 */
final class UnreadableWorkbookException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableWorkbookException(String reason) {
    super(reason);
  }
}
