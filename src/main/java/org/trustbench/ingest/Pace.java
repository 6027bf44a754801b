package org.trustbench.ingest;

/**
 * How closely a file as sent is looked at. What comes of sound files does not depend on it; what a
 * refusal says, such as the line after which a file cannot be read, is found out at the steady
 * pace.
 *
 * @param room bytes in which a plain line must lie to be split where it lies; 0 where no line is
 *     taken for plain, and all are decoded and split character by character
 */
record Pace(int room) {
  static final Pace QUICK = new Pace(1 << 16);
  static final Pace STEADY = new Pace(0);

  boolean isSteady() {
    return room == 0;
  }
}
