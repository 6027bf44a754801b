package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.stats.Normal.Z95;
import static org.trustbench.stats.Normal.Z998;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Newcombe10Test {
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80,  .0524, .3339",
    " 9, 10,  3, 10,  .1705, .8090",
    " 6,  7,  2,  7,  .0582, .8062",
    " 5, 56,  0, 29, -.0381, .1926",
    " 0, 10,  0, 20, -.1611, .2775",
    " 0, 10,  0, 10, -.2775, .2775",
    "10, 10,  0, 20,  .6791, 1",
    "10, 10,  0, 10,  .6075, 1"
  })
  void the_differences_newcombe_tabled_have_his_intervals(
      double y1, double n1, double y2, double n2, double low, double high) {
    Interval interval = Newcombe10.interval(of(y1, n1), of(y2, n2), Z95);
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  /** By SciPy's root finder. */
  @ParameterizedTest
  @CsvSource({
    "56,     70, 48, 80, .00813314035860684",
    " 5,     56,  0, 29, .11755573067257472",
    "45,     50, 10, 50, 2.1888664424079447e-13",
    "41,     80, 40, 80, .8743556578253388",
    " 3.5, 7.25, 30, 31, .0008813148135643684"
  })
  void the_p_value_is_the_level_at_which_the_interval_just_excludes_no_difference(
      double y1, double n1, double y2, double n2, double p) {
    assertThat(Newcombe10.pValue(of(y1, n1), of(y2, n2))).isCloseTo(p, within(p * 1e-12));
  }

  @ParameterizedTest
  @CsvSource({"56,70,48,80", "5,56,0,29", "0,10,10,10", "3.5,7.25,30,31", "1,1,0,1", "20,40,21,40"})
  void interval_and_p_value_agree_at_both_levels(double y1, double n1, double y2, double n2) {
    Proportion first = of(y1, n1);
    Proportion second = of(y2, n2);
    double p = Newcombe10.pValue(first, second);
    assertThat(Newcombe10.interval(first, second, Z95).excludes(0)).isEqualTo(p < .05);
    assertThat(Newcombe10.interval(first, second, Z998).excludes(0)).isEqualTo(p < .002);
  }

  @Test
  void exchanging_the_two_trusts_turns_the_interval_around() {
    Interval interval = Newcombe10.interval(of(7, 30), of(11, 25), Z95);
    Interval turned = Newcombe10.interval(of(11, 25), of(7, 30), Z95);
    assertThat(turned.low()).isEqualTo(-interval.high());
    assertThat(turned.high()).isEqualTo(-interval.low());
    assertThat(Newcombe10.pValue(of(7, 30), of(11, 25)))
        .isEqualTo(Newcombe10.pValue(of(11, 25), of(7, 30)));
  }

  @Test
  void counting_the_insufficient_instead_keeps_the_p_value_and_turns_the_verdict() {
    RuleVerdict verdict = Difference.verdict(of(56, 70), of(48, 80));
    RuleVerdict exchanged = Difference.verdict(of(14, 70), of(32, 80));
    assertThat(exchanged.pValue()).isCloseTo(verdict.pValue(), within(1e-12));
    assertThat(verdict.at95()).isEqualTo(Verdict.HIGHER);
    assertThat(exchanged.at95()).isEqualTo(Verdict.LOWER);
    assertThat(verdict.at998()).isEqualTo(Verdict.SIMILAR);
  }

  @Test
  void the_p_value_falls_as_the_score_moves_away() {
    double last = 1;
    for (int y = 25; y <= 50; y++) {
      double p = Newcombe10.pValue(of(y, 50), of(60, 120));
      assertThat(p).isLessThanOrEqualTo(last);
      last = p;
    }
    assertThat(last).isLessThan(1e-9);
  }

  @Test
  void equal_scores_are_never_different_and_the_farthest_apart_always_are() {
    assertThat(Newcombe10.pValue(of(1, 1), of(1e9, 1e9))).isEqualTo(1);
    assertThat(Newcombe10.pValue(of(0, 1), of(0, 3))).isEqualTo(1);
    assertThat(Newcombe10.pValue(of(0, 1e9), of(1e9, 1e9))).isEqualTo(0);
    assertThat(Newcombe10.pValue(of(0, 1), of(1, 1))).isBetween(.05, .5);
  }

  @Test
  void a_benchmark_known_exactly_gives_the_score_tests_verdict() {
    Proportion score = of(31, 50);
    for (double p0 = .4; p0 < .9; p0 += .01) {
      RuleVerdict difference =
          Difference.verdict(score, new Proportion(p0, Double.POSITIVE_INFINITY));
      RuleVerdict test = FixedBenchmark.scoreTest(score, p0);
      assertThat(difference.at95()).isEqualTo(test.at95());
      assertThat(difference.pValue()).isCloseTo(test.pValue(), within(1e-9));
    }
  }

  private static Proportion of(double y, double n) {
    return new Proportion(y / n, n);
  }
}
