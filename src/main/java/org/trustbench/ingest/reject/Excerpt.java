package org.trustbench.ingest.reject;

import org.trustbench.framework.Spelling;

/** Values quoted in messages: short, on one line, without control characters. */
public final class Excerpt {
  private static final int LONGEST = 40;

  private Excerpt() {}

  public static String text(String value) {
    String line = Spelling.plain(value);
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST))) + "…";
  }
}
