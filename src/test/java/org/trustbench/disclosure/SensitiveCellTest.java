package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.disclosure.IntegerSystem.Sum;

/** Counts that nobody may work out: cases, sufficient, insufficient and not recorded of a piece. */
class SensitiveCellTest {
  private static final BitSet PIECE = piece();
  private static final SensitiveCell FIGURE = SensitiveCell.figure("plan", PIECE, 1);
  private static final SensitiveCell BETWEEN = SensitiveCell.between(PIECE, 1);
  private static final SensitiveCell STEP = SensitiveCell.step("way", PIECE, 3);

  private static BitSet piece() {
    BitSet pieces = new BitSet();
    pieces.set(0);
    return pieces;
  }

  private static long[] judged(long sufficient, long insufficient) {
    return new long[] {sufficient + insufficient, sufficient, insufficient, 0};
  }

  @Test
  void a_figure_has_the_judgements_assessed_sufficient_and_insufficient() {
    long[] solution = {9, 3, 4, 2};
    assertThat(List.of(0, 1, 2))
        .extracting(i -> FIGURE.count(i, solution))
        .containsExactly(7L, 3L, 4L);
    assertThat(STEP.counts()).hasSize(1);
    assertThat(STEP.count(0, solution)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"3, 4, true", "0, 30, true", "30, 0, true", "20, 30, false", "0, 0, false"})
  void between_figures_only_few_judgements_or_such_as_are_alike_are_protected(
      long sufficient, long insufficient, boolean isProtected) {
    long[] solution = judged(sufficient, insufficient);
    assertThat(BETWEEN.isProtected(DisclosureRules.STANDARD, solution)).isEqualTo(isProtected);
    assertThat(FIGURE.isProtected(DisclosureRules.STANDARD, solution)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // of judgements all alike one in twenty and one more must be possible of the rarer kind
    "0, 40, 1, 3",
    "0, 40, 2, 0",
    "0, 40, 0, 0",
    "40, 0, 2, 3",
    "40, 0, 1, 0",
    "0, 39, 1, 2",
    "0, 9, 1, 0",
    "10, 30, 1, 0",
    "0, 10, 1, 1",
  })
  void where_all_are_alike_that_some_are_not_must_be_possible(
      long sufficient, long insufficient, int which, long atLeast) {
    assertThat(FIGURE.atLeast(which, DisclosureRules.STANDARD, judged(sufficient, insufficient)))
        .isEqualTo(atLeast);
    assertThat(STEP.atLeast(0, DisclosureRules.STANDARD, judged(sufficient, insufficient)))
        .isZero();
  }

  private static boolean isExposed(SensitiveCell cell, long[] truth, Sum... known) {
    FeasibleCounts feasible = new FeasibleCounts(DisclosureRules.STANDARD, truth);
    return feasible.isExposed(
        cell, IntegerBounds.of(new IntegerSystem(4, List.of(known))).orElseThrow());
  }

  private static Sum sum(long least, long most, int... variables) {
    return Sum.of(variables, new int[0], least, most);
  }

  @Test
  void a_figure_is_exposed_unless_three_values_of_each_count_are_possible() {
    long[] truth = judged(10, 30);
    assertThat(isExposed(FIGURE, truth, sum(0, 100, 1), sum(0, 100, 2))).isFalse();
    assertThat(isExposed(FIGURE, truth, sum(40, 40, 1, 2))).isTrue();
    assertThat(isExposed(FIGURE, truth, sum(10, 10, 1), sum(0, 100, 2))).isTrue();
    assertThat(isExposed(FIGURE, truth, sum(9, 10, 1), sum(0, 100, 2))).isTrue();
    assertThat(isExposed(FIGURE, truth, sum(9, 11, 1), sum(0, 100, 2))).isFalse();
    assertThat(isExposed(FIGURE, truth, sum(9, 11, 1), sum(29, 30, 2))).isTrue();
    assertThat(isExposed(STEP, new long[] {0, 0, 0, 7}, sum(5, 7, 3))).isFalse();
    assertThat(isExposed(STEP, new long[] {0, 0, 0, 7}, sum(6, 7, 3))).isTrue();
  }

  @Test
  void values_below_above_and_between_those_found_are_looked_for() {
    long[] truth = {0, 0, 0, 5};
    assertThat(isExposed(STEP, truth, sum(0, 5, 3))).isFalse();
    assertThat(isExposed(STEP, truth, sum(5, 9, 3))).isFalse();
    assertThat(isExposed(STEP, truth, sum(5, 6, 3))).isTrue();
    assertThat(isExposed(STEP, truth, sum(4, 5, 3))).isTrue();
  }

  @Test
  void a_figure_of_one_outcome_is_exposed_unless_some_of_the_other_are_possible() {
    long[] truth = judged(0, 40);
    assertThat(isExposed(FIGURE, truth, sum(0, 2, 1), sum(20, 60, 2))).isTrue();
    assertThat(isExposed(FIGURE, truth, sum(0, 3, 1), sum(20, 60, 2))).isFalse();
  }

  @Test
  void a_value_between_two_that_were_found_counts_where_it_is_possible() {
    long[] truth = {0, 0, 40, 0};
    Sum fewSufficient = sum(0, 3, 1);
    Sum insufficient = sum(20, 60, 2);
    // More judgements are found by insufficient ones, since sufficient ones would break a sum; that
    // three are sufficient is asked for as all are alike; one or two lie between.
    Sum asMany = Sum.of(new int[] {1}, new int[] {3}, 0, 0);
    assertThat(isExposed(FIGURE, truth, fewSufficient, insufficient, asMany)).isFalse();
    // None or three, and none between.
    Sum threefold = Sum.of(new int[] {1}, new int[] {3, 3, 3}, 0, 0);
    assertThat(isExposed(FIGURE, truth, fewSufficient, insufficient, threefold)).isTrue();
  }
}
