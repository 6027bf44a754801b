package org.trustbench.disclosure.adversary;

/** Least ≤ Σ factor·unknown ≤ most. */
record Linear(int[] unknowns, long[] factors, long least, long most) implements Unknowns.Relation {
  /** Far beyond any sum. */
  static final long NO_LIMIT = Long.MAX_VALUE / 4;

  @Override
  public boolean narrow(Unknowns all) {
    long smallest = 0;
    long largest = 0;
    long widest = 0;
    for (int i = 0; i < unknowns.length; i++) {
      long from = smallest(all, i);
      long to = largest(all, i);
      smallest += from;
      largest += to;
      widest = Math.max(widest, to - from);
    }
    if (smallest > most || largest < least) {
      return false;
    }
    if (widest <= most - smallest && widest <= largest - least) {
      return true; // No unknown can reach a limit alone, whatever the others are.
    }
    for (int i = 0; i < unknowns.length; i++) {
      long atMost = most == NO_LIMIT ? NO_LIMIT : most - (smallest - smallest(all, i));
      long atLeast = least == -NO_LIMIT ? -NO_LIMIT : least - (largest - largest(all, i));
      if (!within(all, i, atLeast, atMost)) {
        return false;
      }
    }
    return true;
  }

  /** Cuts an unknown so that factor·unknown lies between two values. */
  private boolean within(Unknowns all, int i, long atLeast, long atMost) {
    long factor = factors[i];
    long low = factor > 0 ? ceiling(atLeast, factor) : ceiling(-atMost, -factor);
    long high = factor > 0 ? Math.floorDiv(atMost, factor) : Math.floorDiv(-atLeast, -factor);
    long lowBefore = all.low(unknowns[i]);
    long highBefore = all.high(unknowns[i]);
    return low <= lowBefore && high >= highBefore || all.within(unknowns[i], low, high);
  }

  private static long ceiling(long value, long divisor) {
    return -Math.floorDiv(-value, divisor);
  }

  private long smallest(Unknowns all, int i) {
    return factors[i] * (factors[i] > 0 ? all.low(unknowns[i]) : all.high(unknowns[i]));
  }

  private long largest(Unknowns all, int i) {
    return factors[i] * (factors[i] > 0 ? all.high(unknowns[i]) : all.low(unknowns[i]));
  }
}
