package org.trustbench.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.trustbench.disclosure.IntegerSystem.Sum;

/**
 * What is left for each number of a system by its bounds and its sums: each sum narrows what its
 * numbers may be, until none narrows any further. No solution is ever lost by it, but what is left
 * need not all be possible.
 */
final class IntegerBounds {
  private static final long STEPS = 2_000_000;

  private final IntegerSystem system;
  private final long[] low;
  private final long[] high;
  private final List<long[]> trail = new ArrayList<>();
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final BitSet isWaiting = new BitSet();
  private long steps;

  private IntegerBounds(IntegerSystem system, long[] low, long[] high) {
    this.system = system;
    this.low = low;
    this.high = high;
  }

  /** All sums followed; empty when they leave nothing. */
  static Optional<IntegerBounds> of(IntegerSystem system) {
    long[] high = new long[system.variables()];
    Arrays.fill(high, IntegerSystem.ANY);
    IntegerBounds bounds = new IntegerBounds(system, new long[system.variables()], high);
    for (int i = 0; i < system.sums().size(); i++) {
      bounds.await(i);
    }
    return bounds.narrow() ? Optional.of(bounds) : Optional.empty();
  }

  /** The same with one sum more; empty when it leaves nothing. */
  Optional<IntegerBounds> with(Sum more) {
    IntegerBounds bounds = new IntegerBounds(system.with(more), low.clone(), high.clone());
    bounds.await(system.sums().size());
    return bounds.narrow() ? Optional.of(bounds) : Optional.empty();
  }

  IntegerSystem system() {
    return system;
  }

  long low(int variable) {
    return low[variable];
  }

  long high(int variable) {
    return high[variable];
  }

  /** A mark to come back to by {@link #undo}. */
  int mark() {
    return trail.size();
  }

  void undo(int mark) {
    while (trail.size() > mark) {
      long[] before = trail.remove(trail.size() - 1);
      low[(int) before[0]] = before[1];
      high[(int) before[0]] = before[2];
    }
  }

  /** Narrows one number, and then all that hang on it; false when nothing is left. */
  boolean narrow(int variable, long atLeast, long atMost) {
    return within(variable, atLeast, atMost) && narrow();
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
          sum.signs()[i] == 1
              ? within(sum.variables()[i], atLeast, atMost)
              : within(sum.variables()[i], -atMost, -atLeast);
    }
    return isPossible;
  }

  private long smallest(Sum sum, int i) {
    return sum.signs()[i] == 1 ? low[sum.variables()[i]] : -high[sum.variables()[i]];
  }

  private long largest(Sum sum, int i) {
    return sum.signs()[i] == 1 ? high[sum.variables()[i]] : -low[sum.variables()[i]];
  }

  private boolean within(int variable, long atLeast, long atMost) {
    long newLow = Math.max(low[variable], atLeast);
    long newHigh = Math.min(high[variable], atMost);
    if (newLow > low[variable] || newHigh < high[variable]) {
      trail.add(new long[] {variable, low[variable], high[variable]});
      low[variable] = newLow;
      high[variable] = newHigh;
      for (int sum : system.sumsOf(variable)) {
        await(sum);
      }
    }
    return newLow <= newHigh;
  }
}
