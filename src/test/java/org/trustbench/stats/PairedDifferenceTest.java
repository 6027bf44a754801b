package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By R, with {@code a <- prop.test(56, 70, correct = FALSE)$conf.int} and {@code b} likewise of 48
 * of 80: {@code d - sqrt((p1-a[1])^2 + (b[2]-p2)^2 - 2*r*(p1-a[1])*(b[2]-p2))} and its mirror; the
 * p-value by {@code uniroot} over z.
 */
class PairedDifferenceTest {
  private static final Proportion FIRST = new Proportion(56 / 70.0, 70);
  private static final Proportion SECOND = new Proportion(48 / 80.0, 80);

  @ParameterizedTest
  @CsvSource({
    ".4, .0855879247879446, .3057262845418640",
    "-.3, .0318000271266737, .3515907902571211",
    "0, .0524314724023649, .3338726540369059"
  })
  void the_interval_of_two_that_hang_together(double r, double low, double high) {
    Interval interval = PairedDifference.interval(FIRST, SECOND, r, Normal.Z95);
    assertThat(interval.low()).isCloseTo(low, within(1e-14));
    assertThat(interval.high()).isCloseTo(high, within(1e-14));
  }

  @Test
  void its_p_value_is_the_level_at_which_an_end_is_nought() {
    Difference.Tested tested = PairedDifference.tested(FIRST, SECOND, .4);
    assertThat(tested.verdict().pValue()).isCloseTo(.000677958117905829, within(1e-14));
    assertThat(tested.verdict().at998()).isEqualTo(Verdict.HIGHER);
    assertThat(PairedDifference.tested(SECOND, FIRST, .4).verdict().pValue())
        .isCloseTo(tested.verdict().pValue(), within(1e-15));
  }

  @Test
  void without_correlation_it_is_the_difference_of_independent_ones() {
    Difference.Tested paired = PairedDifference.tested(FIRST, SECOND, 0);
    Difference.Tested independent = Difference.tested(FIRST, SECOND);
    assertThat(paired.intervals()).isEqualTo(independent.intervals());
    assertThat(paired.verdict().pValue()).isCloseTo(independent.verdict().pValue(), within(1e-12));
  }

  @Test
  void a_rare_outcome_that_chance_may_explain_is_no_difference() {
    Difference.Tested tested =
        PairedDifference.tested(new Proportion(1, 40), new Proportion(.93, 40), .9);
    assertThat(tested.intervals().at95().excludes(0)).isFalse();
    assertThat(tested.verdict().at95()).isEqualTo(Verdict.SIMILAR);
    assertThat(tested.verdict().pValue()).isGreaterThan(.05);
  }
}
