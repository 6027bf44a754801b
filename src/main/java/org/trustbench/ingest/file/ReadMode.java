package org.trustbench.ingest.file;

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
public record ReadMode(int room, long large, long slice) implements Serializable {
  private static final long LARGE = 1L << 28;
  private static final long SLICE = 1L << 25;

  public static final ReadMode QUICK = new ReadMode(1 << 16, LARGE, SLICE);
  public static final ReadMode STEADY = new ReadMode(0, LARGE, Long.MAX_VALUE);

  /** The same, with files of extracts in one. */
  public ReadMode inOne() {
    return new ReadMode(room, large, Long.MAX_VALUE);
  }

  public boolean isSteady() {
    return room == 0;
  }

  public boolean isAhead(SentFile file) {
    return file.bytes() >= large;
  }
}
