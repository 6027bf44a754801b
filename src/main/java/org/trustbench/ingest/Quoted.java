package org.trustbench.ingest;

import org.trustbench.framework.Spelling;

/** Values quoted in messages: short, on one line, without control characters. */
final class Quoted {
  private static final int LONGEST = 40;

  private Quoted() {}

  static String text(String value) {
    String line = Spelling.plain(value);
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST))) + "…";
  }
}
