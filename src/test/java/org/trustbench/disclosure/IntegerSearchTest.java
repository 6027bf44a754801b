package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.IntegerSystem.Sum;

/** Whole numbers that fit sums. */
class IntegerSearchTest {
  private static Sum sum(long least, long most, int... variables) {
    int[] signs = new int[variables.length];
    java.util.Arrays.fill(signs, 1);
    return new Sum(variables, signs, least, most);
  }

  @Test
  void a_solution_near_to_another_keeps_every_sum() {
    IntegerSystem system = new IntegerSystem(3);
    system.add(sum(36, 36, 0, 1));
    system.add(sum(40, 40, 1, 2));
    long[] near = {6, 30, 10};
    assertThat(IntegerSearch.solve(system.with(sum(7, IntegerSystem.ANY, 0)), near).orElseThrow())
        .containsExactly(7, 29, 11);
    assertThat(IntegerSearch.solve(system.with(sum(0, 5, 0)), near).orElseThrow())
        .containsExactly(5, 31, 9);
  }

  @Test
  void a_number_that_sums_settle_has_no_other_value() {
    IntegerSystem system = new IntegerSystem(3);
    system.add(sum(9, 9, 0, 1));
    system.add(sum(12, 12, 1, 2));
    system.add(sum(16, 16, 0, 1, 2));
    long[] near = {4, 5, 7};
    assertThat(IntegerSearch.solve(system, near)).isPresent();
    assertThat(IntegerSearch.solve(system.with(sum(5, IntegerSystem.ANY, 0)), near)).isEmpty();
  }
}
