package org.trustbench.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.trustbench.disclosure.IntegerSystem.Sum;

/**
 * Looks for whole numbers that fit a system, near to given ones: bounds are narrowed by every sum,
 * and what does not fit is mended by branching on one number after another. A solution found is
 * proof; that none was found within the branches allowed proves nothing.
 */
final class IntegerSearch {
  private static final int BRANCHES = 300;
  private static final int MANY_BRANCHES = 4_000;
  private static final long STEPS = 2_000_000;

  private final IntegerSystem system;
  private final long[] near;
  private final long[] low;
  private final long[] high;
  private final List<long[]> trail = new ArrayList<>();
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final BitSet isWaiting = new BitSet();
  private final int most;
  private int branches;
  private long steps;

  private IntegerSearch(IntegerSystem system, long[] near, int most) {
    this.most = most;
    this.system = system;
    this.near = near;
    this.low = new long[system.variables()];
    this.high = new long[system.variables()];
    for (int i = 0; i < low.length; i++) {
      low[i] = system.lowest(i);
      high[i] = system.highest(i);
    }
  }

  /** A solution; empty when none was found. */
  static Optional<long[]> solve(IntegerSystem system, long[] near) {
    return solve(system, near, BRANCHES);
  }

  /** A solution of a system of which none is known, begun from the middle of what is possible. */
  static Optional<long[]> first(IntegerSystem system) {
    long[] middle = new long[system.variables()];
    bounds(system)
        .ifPresent(
            bounds ->
                Arrays.setAll(
                    middle, i -> bounds[0][i] + Math.min(100, bounds[1][i] - bounds[0][i]) / 2));
    return solve(system, middle, MANY_BRANCHES)
        .or(() -> solve(system, new long[system.variables()], MANY_BRANCHES));
  }

  private static Optional<long[]> solve(IntegerSystem system, long[] near, int most) {
    IntegerSearch search = new IntegerSearch(system, near, most);
    if (!search.narrowAll()) {
      return Optional.empty();
    }
    for (int[] together : search.components()) {
      search.branches = 0;
      if (!search.mend(together)) {
        return Optional.empty();
      }
    }
    long[] found = new long[search.low.length];
    Arrays.setAll(found, search::value);
    return Optional.of(found);
  }

  /** The bounds that narrowing alone leaves; empty when it leaves nothing. */
  static Optional<long[][]> bounds(IntegerSystem system) {
    IntegerSearch search = new IntegerSearch(system, new long[system.variables()], BRANCHES);
    return search.narrowAll()
        ? Optional.of(new long[][] {search.low, search.high})
        : Optional.empty();
  }

  private long value(int variable) {
    return Math.max(low[variable], Math.min(high[variable], near[variable]));
  }

  private boolean narrowAll() {
    for (int i = 0; i < system.sums().size(); i++) {
      await(i);
    }
    return narrow();
  }

  private void await(int sum) {
    if (!isWaiting.get(sum)) {
      isWaiting.set(sum);
      waiting.add(sum);
    }
  }

  private boolean narrow() {
    boolean isPossible = true;
    while (isPossible && !waiting.isEmpty()) {
      int sum = waiting.poll();
      isWaiting.clear(sum);
      isPossible = ++steps < STEPS && narrow(system.sums().get(sum));
    }
    waiting.clear();
    isWaiting.clear();
    return isPossible;
  }

  private boolean narrow(Sum sum) {
    long least = 0;
    long most = 0;
    for (int i = 0; i < sum.variables().length; i++) {
      least += smallest(sum, i);
      most += largest(sum, i);
    }
    if (least > sum.most() || most < sum.least()) {
      return false;
    }
    boolean isPossible = true;
    for (int i = 0; isPossible && i < sum.variables().length; i++) {
      long atLeast = sum.least() - (most - largest(sum, i));
      long atMost = sum.most() - (least - smallest(sum, i));
      isPossible =
          sum.signs()[i] > 0
              ? within(sum.variables()[i], atLeast, atMost)
              : within(sum.variables()[i], -atMost, -atLeast);
    }
    return isPossible;
  }

  private long smallest(Sum sum, int i) {
    return sum.signs()[i] > 0 ? low[sum.variables()[i]] : -high[sum.variables()[i]];
  }

  private long largest(Sum sum, int i) {
    return sum.signs()[i] > 0 ? high[sum.variables()[i]] : -low[sum.variables()[i]];
  }

  private boolean within(int variable, long atLeast, long atMost) {
    long newLow = Math.max(low[variable], atLeast);
    long newHigh = Math.min(high[variable], atMost);
    if (newLow > low[variable] || newHigh < high[variable]) {
      trail.add(new long[] {variable, low[variable], high[variable]});
      low[variable] = newLow;
      high[variable] = newHigh;
      system.sumsOf(variable).forEach(this::await);
    }
    return newLow <= newHigh;
  }

  private void undo(int mark) {
    while (trail.size() > mark) {
      long[] before = trail.remove(trail.size() - 1);
      low[(int) before[0]] = before[1];
      high[(int) before[0]] = before[2];
    }
  }

  /** Sums that hang together by numbers not settled, apart from others. */
  private List<int[]> components() {
    BitSet seen = new BitSet();
    List<int[]> components = new ArrayList<>();
    for (int start = 0; start < system.sums().size(); start++) {
      if (!seen.get(start)) {
        BitSet reached = new BitSet();
        ArrayDeque<Integer> next = new ArrayDeque<>(List.of(start));
        seen.set(start);
        while (!next.isEmpty()) {
          int sum = next.poll();
          reached.set(sum);
          for (int variable : system.sums().get(sum).variables()) {
            if (low[variable] < high[variable]) {
              for (int other : system.sumsOf(variable)) {
                if (!seen.get(other)) {
                  seen.set(other);
                  next.add(other);
                }
              }
            }
          }
        }
        components.add(reached.stream().toArray());
      }
    }
    return components;
  }

  private boolean mend(int[] together) {
    int broken = -1;
    for (int i = 0; broken < 0 && i < together.length; i++) {
      broken = lack(together[i]) == 0 ? -1 : together[i];
    }
    if (broken < 0) {
      return true;
    }
    if (++branches > most) {
      return false;
    }
    long[] move = bestMove(broken);
    int variable = (int) move[0];
    long to = value(variable) + move[1];
    return tries(variable, to, to, together)
        || tries(variable, low[variable], to - 1, together)
        || tries(variable, to + 1, high[variable], together);
  }

  private boolean tries(int variable, long atLeast, long atMost, int[] together) {
    if (atLeast > atMost || branches > most) {
      return false;
    }
    int mark = trail.size();
    if (within(variable, atLeast, atMost) && narrow() && mend(together)) {
      return true;
    }
    waiting.clear();
    isWaiting.clear();
    undo(mark);
    return false;
  }

  /** How much a sum is short of its bounds, or less than 0 where it is above. */
  private long lack(int number) {
    Sum sum = system.sums().get(number);
    long total = 0;
    for (int i = 0; i < sum.variables().length; i++) {
      total += sum.signs()[i] * value(sum.variables()[i]);
    }
    return total < sum.least() ? sum.least() - total : Math.min(0, sum.most() - total);
  }

  /** The number of a sum, and by how much to change it, that breaks the fewest other sums. */
  private long[] bestMove(int broken) {
    Sum sum = system.sums().get(broken);
    long lack = lack(broken);
    long[] best = null;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < sum.variables().length; i++) {
      int variable = sum.variables()[i];
      long wanted = lack * sum.signs()[i];
      long now = value(variable);
      long moved =
          wanted > 0
              ? Math.min(wanted, high[variable] - now)
              : Math.max(wanted, low[variable] - now);
      if (moved != 0) {
        long cost = 2 * broken(variable, moved) + (moved == wanted ? 0 : 1);
        if (cost < fewest) {
          fewest = cost;
          best = new long[] {variable, moved};
        }
      }
    }
    return best;
  }

  private int broken(int variable, long moved) {
    int count = 0;
    for (int number : system.sumsOf(variable)) {
      Sum sum = system.sums().get(number);
      int sign = 0;
      for (int i = 0; i < sum.variables().length; i++) {
        sign += sum.variables()[i] == variable ? sum.signs()[i] : 0;
      }
      long lack = lack(number);
      long by = sign * moved;
      boolean isWorse = lack == 0 ? isBeyond(sum, by) : lack > 0 ? by < 0 : by > 0;
      count += isWorse ? 1 : 0;
    }
    return count;
  }

  private boolean isBeyond(Sum sum, long by) {
    long total = 0;
    for (int i = 0; i < sum.variables().length; i++) {
      total += sum.signs()[i] * value(sum.variables()[i]);
    }
    return total + by < sum.least() || total + by > sum.most();
  }
}
