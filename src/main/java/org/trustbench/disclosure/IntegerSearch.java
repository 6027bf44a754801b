package org.trustbench.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.trustbench.disclosure.IntegerSystem.Sum;

/**
 * Looks for whole numbers that fit a system, near to given ones: bounds are narrowed by every sum
 * ({@link IntegerBounds}), and what does not fit is mended by branching on one number after
 * another. A solution found is proof; that none was found within the branches allowed proves
 * nothing.
 */
final class IntegerSearch {
  private static final int BRANCHES = 80;
  private static final int MANY_BRANCHES = 4_000;

  /** What is still to be tried: a number within bounds, beside all that was settled by a mark. */
  private record Branch(int mark, int variable, long low, long high) {}

  private final IntegerSystem system;
  private final IntegerBounds bounds;
  private final long[] near;
  private final int most;
  private int branches;

  private IntegerSearch(IntegerBounds bounds, long[] near, int most) {
    this.system = bounds.system();
    this.bounds = bounds;
    this.near = near;
    this.most = most;
  }

  /** A solution of a system and one sum more; empty when none was found. */
  static Optional<long[]> solve(IntegerBounds known, Sum more, long[] near) {
    return known.with(more).flatMap(bounds -> solve(bounds, near, BRANCHES));
  }

  /** A solution of a system of which none is known, begun from the middle of what is possible. */
  static Optional<long[]> first(IntegerSystem system) {
    return IntegerBounds.of(system)
        .flatMap(
            bounds -> {
              long[] middle = new long[system.variables()];
              Arrays.setAll(middle, i -> middle(bounds.low(i), bounds.high(i)));
              return solve(bounds, middle, MANY_BRANCHES)
                  .or(() -> solve(bounds, new long[system.variables()], MANY_BRANCHES));
            });
  }

  private static long middle(long low, long high) {
    return low + Math.min(100, high - low) / 2;
  }

  private static Optional<long[]> solve(IntegerBounds bounds, long[] near, int most) {
    IntegerSearch search = new IntegerSearch(bounds, near, most);
    int mark = bounds.mark();
    for (int sum = 0; sum < bounds.system().sums().size(); sum++) {
      search.branches = 0;
      if (search.lack(sum) != 0 && !search.mend(search.hangingOn(sum))) {
        bounds.undo(mark);
        return Optional.empty();
      }
    }
    long[] found = new long[bounds.system().variables()];
    Arrays.setAll(found, search::value);
    return Optional.of(found);
  }

  private long value(int variable) {
    return Math.max(bounds.low(variable), Math.min(bounds.high(variable), near[variable]));
  }

  /** The sums that hang together with one by numbers that are not settled. */
  private int[] hangingOn(int start) {
    BitSet seen = new BitSet();
    ArrayDeque<Integer> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      for (int variable : system.sums().get(next.poll()).variables()) {
        if (bounds.low(variable) < bounds.high(variable)) {
          for (int other : system.sumsOf(variable)) {
            if (!seen.get(other)) {
              seen.set(other);
              next.add(other);
            }
          }
        }
      }
    }
    return seen.stream().toArray();
  }

  /**
   * Branches until none of some sums is broken; false where no branch is left, or too many were.
   */
  private boolean mend(int[] together) {
    ArrayDeque<Branch> open = new ArrayDeque<>();
    for (int broken = broken(together); broken >= 0; broken = broken(together)) {
      if (++branches > most) {
        return false;
      }
      branch(broken, open);
      boolean isNarrowed = false;
      while (!isNarrowed) {
        if (open.isEmpty()) {
          return false;
        }
        Branch next = open.pop();
        bounds.undo(next.mark());
        isNarrowed = bounds.narrow(next.variable(), next.low(), next.high());
      }
    }
    return true;
  }

  /** The first of some sums that is broken; -1 for none. */
  private int broken(int[] together) {
    return Arrays.stream(together).filter(sum -> lack(sum) != 0).findFirst().orElse(-1);
  }

  /** What mends a sum is tried first, then what lies below it and above. */
  private void branch(int broken, ArrayDeque<Branch> open) {
    long[] move = bestMove(broken);
    int variable = (int) move[0];
    long to = value(variable) + move[1];
    int mark = bounds.mark();
    open.push(new Branch(mark, variable, to + 1, bounds.high(variable)));
    open.push(new Branch(mark, variable, bounds.low(variable), to - 1));
    open.push(new Branch(mark, variable, to, to));
  }

  /** How much a sum is short of its bounds, or less than 0 where it is above. */
  private long lack(int number) {
    Sum sum = system.sums().get(number);
    long total = total(sum);
    return Math.max(0, sum.least() - total) + Math.min(0, sum.most() - total);
  }

  private long total(Sum sum) {
    long total = 0;
    for (int i = 0; i < sum.variables().length; i++) {
      total += sum.signs()[i] * value(sum.variables()[i]);
    }
    return total;
  }

  /**
   * The number of a sum, and by how much to change it, that breaks the fewest other sums. One can
   * always be changed, or bounds would have left nothing of the sum.
   */
  private long[] bestMove(int broken) {
    Sum sum = system.sums().get(broken);
    long lack = lack(broken);
    long[] best = null;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < sum.variables().length; i++) {
      int variable = sum.variables()[i];
      long wanted = sum.signs()[i] == 1 ? lack : -lack;
      long now = value(variable);
      long moved =
          wanted > 0
              ? Math.min(wanted, bounds.high(variable) - now)
              : Math.max(wanted, bounds.low(variable) - now);
      if (moved != 0) {
        long cost = 2L * broken(variable, moved) + (moved == wanted ? 0 : 1);
        if (cost < fewest) {
          fewest = cost;
          best = new long[] {variable, moved};
        }
      }
    }
    return best;
  }

  /** How many sums a change would break, or break more. */
  private int broken(int variable, long moved) {
    int count = 0;
    for (int number : system.sumsOf(variable)) {
      Sum sum = system.sums().get(number);
      int sign = 0;
      for (int i = 0; i < sum.variables().length; i++) {
        sign += sum.variables()[i] == variable ? sum.signs()[i] : 0;
      }
      long total = total(sum);
      long by = sign * moved;
      boolean isWorse =
          total < sum.least()
              ? by < 0
              : total > sum.most() ? by > 0 : total + by < sum.least() || total + by > sum.most();
      count += isWorse ? 1 : 0;
    }
    return count;
  }
}
