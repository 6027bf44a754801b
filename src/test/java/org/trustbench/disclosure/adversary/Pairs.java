package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Every pair of sufficient and assessed that a published percentage, with its limits, can come
 * from.
 */
record Pairs(Tallied cell, long[] sufficient, long[] assessed) implements Unknowns.Relation {
  /** More pairs than this tell hardly more than bounds do. */
  private static final int MANY = 20_000;

  /**
   * Tries all pairs that the ranges allow; null when there are too many to be worth it.
   *
   * @param isPossible whether y of n may have been published as it was
   */
  static Pairs of(Unknowns all, Tallied cell, long percent, BiPredicate<Long, Long> isPossible) {
    List<long[]> found = new ArrayList<>();
    for (long n = Math.max(1, all.low(cell.assessed())); n <= all.high(cell.assessed()); n++) {
      long from = Math.max(0, (long) Math.floor((percent - .5) * n / 100) - 1);
      long to = Math.min(n, (long) Math.ceil((percent + .5) * n / 100) + 1);
      for (long y = from; y <= to; y++) {
        if (Rounding.percent(y, n) == percent && isPossible.test(y, n)) {
          found.add(new long[] {y, n});
          if (found.size() > MANY) {
            return null;
          }
        }
      }
    }
    return new Pairs(
        cell,
        found.stream().mapToLong(pair -> pair[0]).toArray(),
        found.stream().mapToLong(pair -> pair[1]).toArray());
  }

  @Override
  public int[] unknowns() {
    return new int[] {cell.sufficient(), cell.insufficient(), cell.assessed()};
  }

  @Override
  public boolean narrow(Unknowns all) {
    long leastY = Unknowns.MANY;
    long mostY = -1;
    long leastX = Unknowns.MANY;
    long mostX = -1;
    long leastN = Unknowns.MANY;
    long mostN = -1;
    for (int i = 0; i < sufficient.length; i++) {
      long y = sufficient[i];
      long n = assessed[i];
      if (isIn(all, cell.sufficient(), y)
          && isIn(all, cell.insufficient(), n - y)
          && isIn(all, cell.assessed(), n)) {
        leastY = Math.min(leastY, y);
        mostY = Math.max(mostY, y);
        leastX = Math.min(leastX, n - y);
        mostX = Math.max(mostX, n - y);
        leastN = Math.min(leastN, n);
        mostN = Math.max(mostN, n);
      }
    }
    return all.within(cell.sufficient(), leastY, mostY)
        && all.within(cell.insufficient(), leastX, mostX)
        && all.within(cell.assessed(), leastN, mostN);
  }

  private static boolean isIn(Unknowns all, int unknown, long value) {
    return value >= all.low(unknown) && value <= all.high(unknown);
  }
}
