package org.trustbench.ingest;

import java.io.Serializable;

/**
 * How closely a file as sent is looked at, and by how many. What comes of sound files does not
 * depend on it; what a refusal says, such as the line after which a file cannot be read, is found
 * out at the steady pace.
 *
 * @param room bytes in which a plain line must lie to be split where it lies; 0 where no line is
 *     taken for plain, and all are decoded and split character by character
 * @param large bytes from which on a file's inspection may well be alone on the machine, so that
 *     other threads read ahead
 * @param slice bytes of an extract that one task reads
 */
record Pace(int room, long large, long slice) implements Serializable {
  private static final long LARGE = 1L << 28;
  private static final long SLICE = 1L << 25;

  static final Pace QUICK = new Pace(1 << 16, LARGE, SLICE);
  static final Pace STEADY = new Pace(0, LARGE, Long.MAX_VALUE);

  /** The same, with files of extracts in one. */
  Pace inOne() {
    return new Pace(room, large, Long.MAX_VALUE);
  }

  boolean isSteady() {
    return room == 0;
  }

  boolean isAhead(SentFile file) {
    return file.bytes() >= large;
  }
}
