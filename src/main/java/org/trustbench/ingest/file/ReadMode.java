package org.trustbench.ingest.file;

import java.io.Serializable;

/**
 * Chooses between the fast and the exact way of reading a file. What comes of sound files does not
 * depend on it; what a refusal says, such as the line after which a file cannot be read, is found
 * out the exact way.
 *
 * @param room bytes in which a plain line must lie to be split where it lies; 0 where no line is
 *     taken for plain, and all are decoded and split character by character
 * @param slice bytes of an extract that one task reads
 */
public record ReadMode(int room, long slice) implements Serializable {
  private static final long SLICE = 1L << 25;

  public static final ReadMode QUICK = new ReadMode(1 << 16, SLICE);
  public static final ReadMode STEADY = new ReadMode(0, Long.MAX_VALUE);

  /** The same, with files of extracts in one. */
  public ReadMode inOne() {
    return new ReadMode(room, Long.MAX_VALUE);
  }

  public boolean isSteady() {
    return room == 0;
  }
}
