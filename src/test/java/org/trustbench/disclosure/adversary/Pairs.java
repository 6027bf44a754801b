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
        if (Rounding.percent((double) y / n) == percent && isPossible.test(y, n)) {
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
    long[] least = {Unknowns.MANY, Unknowns.MANY, Unknowns.MANY};
    long[] most = {-1, -1, -1};
    for (int i = 0; i < sufficient.length; i++) {
      long[] values = {sufficient[i], assessed[i] - sufficient[i], assessed[i]};
      if (isWithin(all, values)) {
        for (int v = 0; v < values.length; v++) {
          least[v] = Math.min(least[v], values[v]);
          most[v] = Math.max(most[v], values[v]);
        }
      }
    }
    return all.within(cell.sufficient(), least[0], most[0])
        && all.within(cell.insufficient(), least[1], most[1])
        && all.within(cell.assessed(), least[2], most[2]);
  }

  private boolean isWithin(Unknowns all, long[] values) {
    int[] unknowns = unknowns();
    for (int v = 0; v < values.length; v++) {
      if (values[v] < all.low(unknowns[v]) || values[v] > all.high(unknowns[v])) {
        return false;
      }
    }
    return true;
  }
}
