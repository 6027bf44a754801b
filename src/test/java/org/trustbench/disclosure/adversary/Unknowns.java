package org.trustbench.disclosure.adversary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whole numbers that are not known, what relates them, and the range left for each. Ranges only
 * ever shrink to what the relations still allow, so a solution of all relations is never lost.
 */
final class Unknowns {
  /** More than any count of a programme. */
  static final long MANY = 10_000_000;

  /** Relations tried before giving up on a fixed point: stopping early loses strength, no truth. */
  private static final int PATIENCE = 50_000;

  /**
   * Values given in search of a solution before taking it for granted that there is one. Most
   * searches end within 30, or not at all.
   */
  private static final int TRIES = 300;

  /** Something that must hold between unknowns. */
  interface Relation {
    int[] unknowns();

    /** Shrinks ranges as far as this relation alone allows; false when nothing is left. */
    boolean narrow(Unknowns all);
  }

  private final List<String> names = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<int[]> relationsOf = new ArrayList<>();
  private long[] low = new long[64];
  private long[] high = new long[64];
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private boolean[] isWaiting = new boolean[64];
  private int propagated;
  private int tries;
  private final Map<Integer, Set<Long>> solutions = new HashMap<>();

  /** A new unknown from 0 to {@link #MANY}. */
  int add(String name) {
    int unknown = names.size();
    names.add(name);
    relationsOf.add(new int[0]);
    if (unknown == low.length) {
      low = Arrays.copyOf(low, unknown * 2);
      high = Arrays.copyOf(high, unknown * 2);
    }
    low[unknown] = 0;
    high[unknown] = MANY;
    return unknown;
  }

  void add(Relation relation) {
    int number = relations.size();
    relations.add(relation);
    for (int unknown : relation.unknowns()) {
      int[] before = relationsOf.get(unknown);
      int[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = number;
      relationsOf.set(unknown, after);
    }
    if (number >= isWaiting.length) {
      isWaiting = Arrays.copyOf(isWaiting, number * 2);
    }
  }

  /** The sum of some unknowns is another. */
  void sum(int total, int... parts) {
    int[] unknowns = Arrays.copyOf(parts, parts.length + 1);
    unknowns[parts.length] = total;
    long[] factors = new long[unknowns.length];
    Arrays.fill(factors, 1);
    factors[parts.length] = -1;
    add(new Linear(unknowns, factors, 0, 0));
  }

  void atMost(int smaller, int larger) {
    add(new Linear(new int[] {smaller, larger}, new long[] {1, -1}, -Linear.NO_LIMIT, 0));
  }

  long low(int unknown) {
    return low[unknown];
  }

  long high(int unknown) {
    return high[unknown];
  }

  String name(int unknown) {
    return names.get(unknown);
  }

  int size() {
    return names.size();
  }

  List<Relation> relations() {
    return relations;
  }

  /** Cuts an unknown's range; false when nothing is left of it. */
  boolean within(int unknown, long atLeast, long atMost) {
    boolean isCut = false;
    if (atLeast > low[unknown]) {
      low[unknown] = atLeast;
      isCut = true;
    }
    if (atMost < high[unknown]) {
      high[unknown] = atMost;
      isCut = true;
    }
    if (isCut) {
      for (int relation : relationsOf.get(unknown)) {
        await(relation);
      }
    }
    return low[unknown] <= high[unknown];
  }

  private void await(int relation) {
    if (!isWaiting[relation]) {
      isWaiting[relation] = true;
      waiting.add(relation);
    }
  }

  /** Narrows all ranges by all relations; false when they contradict each other. */
  boolean narrow() {
    for (; propagated < relations.size(); propagated++) {
      await(propagated);
    }
    boolean isPossible = true;
    for (int tries = 0; isPossible && !waiting.isEmpty() && tries < PATIENCE; tries++) {
      int relation = waiting.poll();
      isWaiting[relation] = false;
      isPossible = relations.get(relation).narrow(this);
    }
    while (!waiting.isEmpty()) {
      isWaiting[waiting.poll()] = false;
    }
    return isPossible;
  }

  /** Whether a value is still possible for an unknown, as far as narrowing can tell. */
  boolean allows(int unknown, long value) {
    return value >= low[unknown] && value <= high[unknown] && allows(unknown, value, value);
  }

  private boolean allows(int unknown, long atLeast, long atMost) {
    long[] lowBefore = Arrays.copyOf(low, size());
    long[] highBefore = Arrays.copyOf(high, size());
    boolean isPossible = within(unknown, atLeast, atMost) && narrow();
    System.arraycopy(lowBefore, 0, low, 0, size());
    System.arraycopy(highBefore, 0, high, 0, size());
    return isPossible;
  }

  /** Takes values off both ends of a range that cannot be; false if none is left. */
  boolean shave(int unknown) {
    boolean isPossible = true;
    for (long step = high[unknown] - low[unknown]; isPossible && step >= 0; step = smaller(step)) {
      while (isPossible
          && step <= high[unknown] - low[unknown]
          && !allows(unknown, low[unknown], low[unknown] + step)) {
        isPossible = within(unknown, low[unknown] + step + 1, MANY) && narrow();
      }
    }
    for (long step = high[unknown] - low[unknown]; isPossible && step >= 0; step = smaller(step)) {
      while (isPossible
          && step <= high[unknown] - low[unknown]
          && !allows(unknown, high[unknown] - step, high[unknown])) {
        isPossible = within(unknown, 0, high[unknown] - step - 1) && narrow();
      }
    }
    return isPossible;
  }

  private static long smaller(long step) {
    return step == 0 ? -1 : step / 2;
  }

  /**
   * How many values are still possible, counted up to a number that is enough.
   *
   * @param deciding unknowns to try values of where narrowing alone rules nothing out
   */
  int possibleValues(int unknown, int enough, int[] deciding) {
    for (long v = low[unknown]; v <= high[unknown] && solved(unknown).size() < enough; v++) {
      if (!solved(unknown).contains(v) && hasSolution(unknown, v, deciding)) {
        solved(unknown).add(v);
      }
    }
    return solved(unknown).size();
  }

  private Set<Long> solved(int unknown) {
    return solutions.computeIfAbsent(unknown, u -> new TreeSet<>());
  }

  /** False only when every way to give the deciding unknowns values has been tried in vain. */
  private boolean hasSolution(int unknown, long value, int[] deciding) {
    long[] lowBefore = Arrays.copyOf(low, size());
    long[] highBefore = Arrays.copyOf(high, size());
    tries = 0;
    boolean isPossible = within(unknown, value, value) && narrow() && isSolvable(deciding);
    System.arraycopy(lowBefore, 0, low, 0, size());
    System.arraycopy(highBefore, 0, high, 0, size());
    return isPossible;
  }

  private boolean isSolvable(int[] deciding) {
    int next = tightest(deciding);
    if (next < 0) {
      remember();
    }
    if (next < 0 || ++tries > TRIES) {
      return true;
    }
    long[] lowBefore = Arrays.copyOf(low, size());
    long[] highBefore = Arrays.copyOf(high, size());
    long from = low[next];
    long to = high[next];
    for (long v = from; v <= to; v++) {
      boolean isPossible = within(next, v, v) && narrow() && isSolvable(deciding);
      System.arraycopy(lowBefore, 0, low, 0, lowBefore.length);
      System.arraycopy(highBefore, 0, high, 0, highBefore.length);
      if (isPossible || tries > TRIES) {
        return true;
      }
    }
    return false;
  }

  /** What one solution gives an unknown is possible, whatever it was sought for. */
  private void remember() {
    for (int unknown = 0; unknown < size(); unknown++) {
      if (low[unknown] == high[unknown]) {
        solved(unknown).add(low[unknown]);
      }
    }
  }

  /** The unknown with the fewest values left, of those with more than one; -1 if there is none. */
  private int tightest(int[] deciding) {
    int found = -1;
    for (int unknown : deciding) {
      long left = high[unknown] - low[unknown];
      if (left > 0 && (found < 0 || left < high[found] - low[found])) {
        found = unknown;
      }
    }
    return found;
  }
}
