package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
  private static final double EVERYONE = Double.POSITIVE_INFINITY;

  /**
   * By R: nu <- k - 1; c <- (qt(.975, nu) / qnorm(.975))^2; integrate(function(x) pmax(1, c * x) *
   * dgamma(x, nu / 2, nu / 2), 0, Inf), split at 1 / c.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 42.1095452979",
    "5, 2.10980044654",
    "20, 1.22130201233",
    "60, 1.09833381294",
    "500, 1.027838808"
  })
  void a_chosen_design_effect_is_larger_than_the_true_one_the_fewer_cases(
      long cases, double widening) {
    assertThat(SampleSize.widening(cases)).isCloseTo(widening, within(1e-7 * widening));
  }

  /** By R: Wilson's half-width for n = 1, 2, …, and the first n at which it is no more. */
  @ParameterizedTest
  @CsvSource({".75, .05, 286", ".5, .1, 93", ".95, .03, 215"})
  void for_single_judgements_it_is_the_first_number_whose_wilson_interval_is_narrow_enough(
      double p, double halfWidth, long cases) {
    assertThat(SampleSize.forHalfWidth(single(p), halfWidth, EVERYONE, Normal.Z95)).hasValue(cases);
  }

  @Test
  void for_many_cases_it_comes_to_the_textbook_formula() {
    ExpectedCases like = new ExpectedCases(.3, 10, 2.5, false);
    double formula = Normal.Z95 * Normal.Z95 * .3 * .7 * 2.5 / (10 * .02 * .02);
    assertThat((double) SampleSize.forHalfWidth(like, .02, EVERYONE, Normal.Z95).orElseThrow())
        .isCloseTo(formula, within(2.0));
  }

  /** By R: the first k at which Wilson's half-width for 10·k/(1.9·widening) is no more. */
  @Test
  void for_clustered_cases_the_design_effect_is_as_wide_as_it_will_be_chosen() {
    ExpectedCases like = new ExpectedCases(.7, 10, 1.9, true);
    assertThat(SampleSize.forHalfWidth(like, .05, EVERYONE, Normal.Z95)).hasValue(67);
  }

  /** Wilson's half-widths at .5 are .4055 of two judgements and .3747 of three. */
  @Test
  void the_first_number_is_found_just_above_the_fewest() {
    assertThat(SampleSize.forHalfWidth(single(.5), .41, EVERYONE, Normal.Z95)).hasValue(2);
    assertThat(SampleSize.forHalfWidth(single(.5), .39, EVERYONE, Normal.Z95)).hasValue(3);
  }

  /**
   * By R, against four others at .75, .1 below them: x by uniroot where Newcombe's interval of .75
   * − x on n and .75 on 4n ends at 0, or z·√(p(1 − p)/k) by the score test; pnorm((.1 − x)/√V) with
   * V = (.65·.35/k + .75·.25/(4k))·deff/m.
   */
  @Test
  void power_is_the_chance_of_a_score_as_far_off_as_the_rule_asks() {
    assertThat(power(single(.75), 100, VerdictRule.DIFFERENCE))
        .isCloseTo(.52304508743071, within(1e-9));
    assertThat(power(single(.75), 100, VerdictRule.SCORE_TEST))
        .isCloseTo(.61365827827292, within(1e-9));
    assertThat(power(new ExpectedCases(.75, 5, 1.8, true), 60, VerdictRule.DIFFERENCE))
        .isCloseTo(.70271849505171, within(1e-7));
  }

  @Test
  void where_no_score_could_be_told_apart_there_is_no_power() {
    SampleSize.Sought sought = new SampleSize.Sought(.9, .1, 30, VerdictRule.DIFFERENCE);
    assertThat(SampleSize.power(single(.9), sought, 5, Normal.Z95)).isZero();
  }

  private static double power(ExpectedCases like, long cases, VerdictRule rule) {
    return SampleSize.power(like, new SampleSize.Sought(.75, -.1, 4, rule), cases, Normal.Z95);
  }

  /** By R: power.prop.test(p1 = .75, p2 = .65, power = .8)$n, and of .5 and .6 with power .9. */
  @ParameterizedTest
  @CsvSource({".75, -.1, .8, 328.4715", ".5, .1, .9, 518.0372"})
  void set_against_one_other_of_as_many_it_comes_near_the_test_of_two_proportions(
      double p, double difference, double power, double cases) {
    SampleSize.Sought sought = new SampleSize.Sought(p, difference, 1, VerdictRule.DIFFERENCE);
    assertThat(
            (double) SampleSize.forDifference(single(p), sought, power, Normal.Z95).orElseThrow())
        .isCloseTo(cases, within(.02 * cases));
  }

  @Test
  void cases_whose_judgements_are_alike_are_needed_in_greater_number() {
    ExpectedCases alike = new ExpectedCases(.7, 10, ExpectedCases.designEffect(10, .3), true);
    ExpectedCases unlike = new ExpectedCases(.7, 10, ExpectedCases.designEffect(10, .05), true);
    assertThat(halfWidth(alike)).isGreaterThan(2 * halfWidth(unlike));
  }

  @Test
  void a_whole_caseload_leaves_nothing_to_chance_and_is_never_exceeded() {
    ExpectedCases like = single(.5);
    assertThat(SampleSize.halfWidth(like, 40, 40, Normal.Z95)).isZero();
    assertThat(SampleSize.forHalfWidth(like, .01, 40, Normal.Z95).orElseThrow())
        .isLessThanOrEqualTo(40);
  }

  @Test
  void no_verdict_is_planned_on_fewer_cases_than_are_compared() {
    SampleSize.Sought sought = new SampleSize.Sought(.5, -.5, 30, VerdictRule.DIFFERENCE);
    ExpectedCases like = new ExpectedCases(.5, 50, 1, true);
    assertThat(SampleSize.forDifference(like, sought, .5, Normal.Z95))
        .hasValue(DesignEffect.FEWEST_CASES);
  }

  @Test
  void more_power_and_a_stricter_level_ask_for_more_cases() {
    SampleSize.Sought sought = new SampleSize.Sought(.7, -.1, 30, VerdictRule.DIFFERENCE);
    long usual = SampleSize.forDifference(single(.7), sought, .8, Normal.Z95).orElseThrow();
    assertThat(SampleSize.forDifference(single(.7), sought, .9, Normal.Z95).orElseThrow())
        .isGreaterThan(usual);
    assertThat(SampleSize.forDifference(single(.7), sought, .8, Normal.Z998).orElseThrow())
        .isGreaterThan(usual);
  }

  @Test
  void what_ten_million_cases_would_not_show_is_not_planned() {
    assertThat(SampleSize.forHalfWidth(single(.5), 1e-6, EVERYONE, Normal.Z95)).isEmpty();
  }

  @Test
  void a_correlation_is_got_back_from_its_design_effect() {
    assertThat(ExpectedCases.correlation(12, ExpectedCases.designEffect(12, .17)))
        .isCloseTo(.17, within(1e-12));
  }

  private static ExpectedCases single(double p) {
    return new ExpectedCases(p, 1, 1, false);
  }

  private static long halfWidth(ExpectedCases like) {
    return SampleSize.forHalfWidth(like, .05, EVERYONE, Normal.Z95).orElseThrow();
  }
}
