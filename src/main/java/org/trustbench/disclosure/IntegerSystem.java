package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole numbers between bounds, and sums of them between bounds: what is known of counts that are
 * not shown. All in exact integers.
 */
final class IntegerSystem {
  /** No bound. */
  static final long ANY = 1_000_000_000_000L;

  /**
   * A sum with signs that lies between two numbers.
   *
   * @param signs 1 or -1
   */
  record Sum(int[] variables, int[] signs, long least, long most) {}

  private final List<Sum> sums = new ArrayList<>();
  private final List<List<Integer>> sumsOf = new ArrayList<>();
  private final long[] lowest;
  private final long[] highest;

  /** Variables that may be any number from 0. */
  IntegerSystem(int variables) {
    lowest = new long[variables];
    highest = new long[variables];
    Arrays.fill(highest, ANY);
    for (int i = 0; i < variables; i++) {
      sumsOf.add(new ArrayList<>());
    }
  }

  private IntegerSystem(IntegerSystem other, Sum more) {
    lowest = other.lowest;
    highest = other.highest;
    sums.addAll(other.sums);
    sumsOf.addAll(other.sumsOf);
    for (int variable : more.variables()) {
      sumsOf.set(variable, new ArrayList<>(sumsOf.get(variable)));
    }
    add(more);
  }

  void add(Sum sum) {
    for (int variable : sum.variables()) {
      sumsOf.get(variable).add(sums.size());
    }
    sums.add(sum);
  }

  /** The same with one sum more. */
  IntegerSystem with(Sum more) {
    return new IntegerSystem(this, more);
  }

  int variables() {
    return lowest.length;
  }

  long lowest(int variable) {
    return lowest[variable];
  }

  long highest(int variable) {
    return highest[variable];
  }

  List<Sum> sums() {
    return sums;
  }

  List<Integer> sumsOf(int variable) {
    return sumsOf.get(variable);
  }
}
