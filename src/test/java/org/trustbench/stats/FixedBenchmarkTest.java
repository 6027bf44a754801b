package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedBenchmarkTest {
  @Test
  void the_rules_part_over_31_in_50_against_three_quarters() {
    Proportion score = of(31, 50);
    RuleVerdict midP = FixedBenchmark.midP(score, .75);
    RuleVerdict exact = FixedBenchmark.exactTail(score, .75);
    assertThat(midP.pValue()).isCloseTo(.04265076851419147, within(1e-12));
    assertThat(exact.pValue()).isCloseTo(.05746631967106186, within(1e-12));
    assertThat(midP.at95()).isEqualTo(Verdict.LOWER);
    assertThat(FixedBenchmark.intervalExcludes(score, .75).at95()).isEqualTo(Verdict.LOWER);
    assertThat(FixedBenchmark.scoreTest(score, .75).at95()).isEqualTo(Verdict.LOWER);
    assertThat(exact.at95()).isEqualTo(Verdict.SIMILAR);
  }

  /** By other code (SciPy's incomplete beta): on either side the nearer tail is past the middle. */
  @ParameterizedTest
  @CsvSource({
    ".76, 50, .75, .892605, 1",
    ".74, 50, .75, .851977, .978028",
    ".76, 25.5, .75, .938179, 1",
    ".9, 10, .9, 0.915223, 1.000000",
    ".1, 10, .11, 0.990974, 1.000000",
  })
  void close_to_the_benchmark_the_smaller_tail_counts(
      double p, double n, double p0, double midP, double exactTail) {
    Proportion score = new Proportion(p, n);
    assertThat(FixedBenchmark.midP(score, p0).pValue()).isCloseTo(midP, within(1e-6));
    assertThat(FixedBenchmark.exactTail(score, p0).pValue()).isCloseTo(exactTail, within(1e-6));
  }

  @Test
  void a_verdict_another_rule_would_flip_is_marked() {
    List<RuleVerdict> all = FixedBenchmark.all(of(31, 50), .75);
    Robustness robustness = Robustness.of(all.get(0), all);
    assertThat(robustness).isEqualTo(new Robustness(4, 3, 4));
    assertThat(robustness.isFlipped()).isTrue();
    List<RuleVerdict> clear = FixedBenchmark.all(of(10, 50), .75);
    assertThat(Robustness.of(clear.get(0), clear).isFlipped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {.01, .2, .5, .75, .99})
  void on_whole_counts_the_tails_are_the_binomials(double p0) {
    for (int y = 0; y <= 17; y++) {
      BinomialDistribution counts = BinomialDistribution.of(17, p0);
      double below = y == 0 ? 0 : counts.cumulativeProbability(y - 1);
      double at = counts.probability(y);
      double above = counts.survivalProbability(y);
      double midP = Math.min(1, 2 * Math.min(below + at / 2, above + at / 2));
      double exact = Math.min(1, 2 * Math.min(below + at, above + at));
      assertThat(FixedBenchmark.midP(of(y, 17), p0).pValue()).isCloseTo(midP, within(1e-12));
      assertThat(FixedBenchmark.exactTail(of(y, 17), p0).pValue()).isCloseTo(exact, within(1e-12));
    }
  }

  @Test
  void counts_may_be_fractions() {
    assertThat(FixedBenchmark.midP(of(12.5, 20.25), .45).pValue())
        .isCloseTo(.14015464675427897, within(1e-12));
    assertThat(FixedBenchmark.exactTail(of(12.5, 20.25), .45).pValue())
        .isCloseTo(.1976791106252994, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0,20,.3", "7,20,.3", "12.5,20.25,.45", "20,20,.9", "1,1,.5"})
  void counting_the_insufficient_instead_keeps_every_p_value(double y, double n, double p0) {
    List<RuleVerdict> verdicts = FixedBenchmark.all(of(y, n), p0);
    List<RuleVerdict> exchanged = FixedBenchmark.all(of(n - y, n), 1 - p0);
    for (int i = 0; i < verdicts.size(); i++) {
      assertThat(exchanged.get(i).pValue()).isCloseTo(verdicts.get(i).pValue(), within(1e-12));
    }
  }

  @Test
  void more_sufficient_judgements_never_turn_higher_into_lower() {
    for (int rule = 0; rule < 4; rule++) {
      int last = -1;
      for (int y = 0; y <= 60; y++) {
        int side = side(FixedBenchmark.all(of(y, 60), .7).get(rule).at95());
        assertThat(side).isGreaterThanOrEqualTo(last);
        last = side;
      }
      assertThat(last).isEqualTo(1);
    }
  }

  @Test
  void a_benchmark_of_none_or_all_is_met_only_by_itself() {
    for (RuleVerdict verdict : FixedBenchmark.all(of(0, 5), 0)) {
      assertThat(verdict.pValue()).isEqualTo(1);
      assertThat(verdict.at95()).isEqualTo(Verdict.SIMILAR);
    }
    for (RuleVerdict verdict : FixedBenchmark.all(of(5, 5), 1)) {
      assertThat(verdict.pValue()).isEqualTo(1);
    }
    for (RuleVerdict verdict : FixedBenchmark.all(of(1, 5), 0)) {
      assertThat(verdict.pValue()).isEqualTo(0);
      assertThat(verdict.at998()).isEqualTo(Verdict.HIGHER);
    }
    for (RuleVerdict verdict : FixedBenchmark.all(of(4, 5), 1)) {
      assertThat(verdict.pValue()).isEqualTo(0);
      assertThat(verdict.at998()).isEqualTo(Verdict.LOWER);
    }
  }

  @Test
  void a_score_on_the_benchmark_is_similar_by_every_rule() {
    for (double n : new double[] {1, 1.5, 40, 1e9}) {
      for (RuleVerdict verdict : FixedBenchmark.all(new Proportion(.75, n), .75)) {
        assertThat(verdict.at95()).isEqualTo(Verdict.SIMILAR);
        assertThat(verdict.pValue()).isBetween(.5, 1.0);
      }
    }
  }

  @Test
  void a_thousand_million_judgements_see_the_smallest_difference() {
    for (RuleVerdict verdict : FixedBenchmark.all(new Proportion(.5001, 1e9), .5)) {
      assertThat(verdict.at998()).isEqualTo(Verdict.HIGHER);
    }
    double z = FixedBenchmark.scoreTest(new Proportion(.50003, 1e9), .5).pValue();
    assertThat(FixedBenchmark.midP(new Proportion(.50003, 1e9), .5).pValue())
        .isCloseTo(z, within(1e-5));
  }

  private static int side(Verdict verdict) {
    return switch (verdict) {
      case LOWER -> -1;
      case HIGHER -> 1;
      case SIMILAR, NOT_COMPARED -> 0;
    };
  }

  private static Proportion of(double y, double n) {
    return new Proportion(y / n, n);
  }
}
