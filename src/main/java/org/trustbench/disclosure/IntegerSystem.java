package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole numbers from 0 up, and sums of them between bounds: what is known of counts that are not
 * shown. All in exact integers.
 */
final class IntegerSystem {
  /** No bound. */
  static final long ANY = 1_000_000_000_000L;

  /**
   * A sum with signs that lies between two numbers.
   *
   * @param signs 1 or -1
   */
  record Sum(int[] variables, int[] signs, long least, long most) {

    /** Some numbers less others. */
    static Sum of(int[] plus, int[] minus, long least, long most) {
      int[] variables = Arrays.copyOf(plus, plus.length + minus.length);
      System.arraycopy(minus, 0, variables, plus.length, minus.length);
      int[] signs = new int[variables.length];
      Arrays.fill(signs, 0, plus.length, 1);
      Arrays.fill(signs, plus.length, signs.length, -1);
      return new Sum(variables, signs, least, most);
    }
  }

  private final List<Sum> sums;
  private final int[][] sumsOf;

  /** So many numbers, and what is known of them. */
  IntegerSystem(int variables, List<Sum> sums) {
    this.sums = List.copyOf(sums);
    int[] count = new int[variables];
    for (Sum sum : sums) {
      for (int variable : sum.variables()) {
        count[variable]++;
      }
    }
    sumsOf = new int[variables][];
    for (int i = 0; i < variables; i++) {
      sumsOf[i] = new int[count[i]];
    }
    for (int number = sums.size() - 1; number >= 0; number--) {
      for (int variable : sums.get(number).variables()) {
        sumsOf[variable][--count[variable]] = number;
      }
    }
  }

  private IntegerSystem(IntegerSystem other, Sum more) {
    sums = new ArrayList<>(other.sums);
    sums.add(more);
    sumsOf = other.sumsOf.clone();
    for (int variable : more.variables()) {
      int[] before = sumsOf[variable];
      sumsOf[variable] = Arrays.copyOf(before, before.length + 1);
      sumsOf[variable][before.length] = sums.size() - 1;
    }
  }

  /** The same with one sum more. */
  IntegerSystem with(Sum more) {
    return new IntegerSystem(this, more);
  }

  int variables() {
    return sumsOf.length;
  }

  List<Sum> sums() {
    return sums;
  }

  /** The numbers of the sums that a variable is in. */
  int[] sumsOf(int variable) {
    return sumsOf[variable];
  }
}
