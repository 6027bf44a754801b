package org.trustbench.ingest.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** Passes over the lines that stand before the rows of a CSV file. */
public final class SkippedLines {
  private SkippedLines() {}

  /** Passes over a line of any length; false where there is none. */
  public static boolean isSkipped(BufferedReader reader) throws IOException {
    int c = reader.read();
    boolean isThere = c >= 0;
    while (c >= 0 && c != '\n' && c != '\r') {
      c = reader.read();
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
    return isThere;
  }
}
