package org.trustbench.ingest.workbook;

/** What in a workbook cannot be read rightly, in words that say what to do. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }
}
