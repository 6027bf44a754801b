package org.trustbench.tally;

import org.trustbench.framework.Outcome;

/**
 * How often each outcome occurs among a few judgements, all in one number, each in its own bits.
 */
final class PackedCounts {
  private static final int BITS = 16;

  private static final long MASK = (1L << BITS) - 1;

  private PackedCounts() {}

  /** An outcome once; add these up. */
  static long one(Outcome outcome) {
    return 1L << BITS * outcome.ordinal();
  }

  /** How often an outcome is in the sum. */
  static long seen(long counted, Outcome outcome) {
    return counted >> BITS * outcome.ordinal() & MASK;
  }
}
