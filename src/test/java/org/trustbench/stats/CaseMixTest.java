package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.stats.CaseMix.Stratum;

class CaseMixTest {
  private static final double KNOWN = Double.POSITIVE_INFINITY;
  private static final Sums HIGH_RISK = Cases.of("2/4 1/4 3/4 0/2");
  private static final Sums LOW_RISK = Cases.of("4/4 3/4 5/5");

  @Test
  void expected_ratio_and_variance_are_what_the_cases_give_one_by_one() {
    CaseMix found = CaseMix.of(two(.5, .9, KNOWN), 1).orElseThrow();
    double expected = 14 * .5 + 13 * .9;
    double r = 18 / expected;
    double residual = 0;
    double[][] cases = {
      {2, 4, .5}, {1, 4, .5}, {3, 4, .5}, {0, 2, .5}, {4, 4, .9}, {3, 4, .9}, {5, 5, .9}
    };
    for (double[] c : cases) {
      residual += Math.pow(c[0] - r * c[2] * c[1], 2);
    }
    assertThat(found.expected()).isCloseTo(expected, within(1e-12));
    assertThat(found.ratio()).isCloseTo(r, within(1e-12));
    assertThat(found.variance())
        .isCloseTo(7.0 / 6 * residual / (expected * expected), within(1e-12));
  }

  @Test
  void a_trust_that_scores_as_the_others_do_in_every_stratum_has_ratio_one() {
    CaseMix found = CaseMix.of(two(6.0 / 14, 12.0 / 13, 50), 1).orElseThrow();
    assertThat(found.ratio()).isCloseTo(1, within(1e-12));
    assertThat(found.pValue()).isCloseTo(1, within(1e-6));
    assertThat(at95(found)).isEqualTo(Verdict.SIMILAR);
    assertThat(found.adjustedScore(.8)).isCloseTo(.8, within(1e-12));
  }

  /** Sufficient of assessed in each stratum, of one side and the other. */
  private record Published(int[][] own, int[][] others, String own100, String all100) {}

  /** Charig and others 1986: small and large kidney stones under open surgery, and the rest. */
  private static final Published STONES =
      new Published(
          new int[][] {{81, 87}, {192, 263}}, new int[][] {{234, 270}, {55, 80}}, "78.00", "76.04");

  /** Bickel and others 1975: Berkeley's six largest departments, women's applications and men's. */
  private static final Published ADMISSIONS =
      new Published(
          new int[][] {{89, 108}, {17, 25}, {202, 593}, {131, 375}, {94, 393}, {24, 341}},
          new int[][] {{512, 825}, {353, 560}, {120, 325}, {138, 417}, {53, 191}, {22, 373}},
          "30.35",
          "29.52");

  static Stream<Published> published() {
    return Stream.of(STONES, ADMISSIONS);
  }

  @ParameterizedTest
  @MethodSource("published")
  void all_together_are_expected_to_score_what_their_own_strata_give(Published table) {
    CaseMix mix = amongAll(table);
    double n = Stream.of(table.own()).mapToInt(stratum -> stratum[1]).sum();

    assertThat("%.2f".formatted(100 * mix.expectedScore())).isEqualTo(table.all100());
    assertThat("%.2f".formatted(100 * mix.ratio() * mix.expectedScore())).isEqualTo(table.own100());
    for (RuleVerdict verdict : mix.verdicts(new Proportion(mix.ratio() * mix.expected() / n, n))) {
      assertThat(verdict.at95()).as(verdict.rule().label()).isEqualTo(Verdict.SIMILAR);
      assertThat(verdict.difference()).isPositive();
    }
  }

  private static CaseMix amongAll(Published table) {
    List<Stratum> strata = new ArrayList<>();
    for (int s = 0; s < table.own().length; s++) {
      int[] own = table.own()[s];
      int[] others = table.others()[s];
      Proportion score = new Proportion((double) others[0] / others[1], others[1]);
      strata.add(new Stratum(Cases.single(own[0], own[1]), score).amongAll(others[1]));
    }
    return CaseMix.of(strata, 1).orElseThrow();
  }

  /**
   * In R from the cases one by one: share <- c(40/54, 20/33) or 1; inside <- c(.5, 22/24); err2 <-
   * inside*(1-inside)/c(40, 24); E <- sum(share*n*p0 + (1-share)*y); max(7/6*residual,
   * 3*sum(share^2*n*inside*(1-inside)))/E^2 + sum(share^2*n^2*err2)/E^2. Here the floor decides.
   */
  @Test
  void the_variance_of_the_test_holds_the_design_effect_and_the_error_of_the_expectation() {
    List<Stratum> strata =
        List.of(
            new Stratum(HIGH_RISK, new Proportion(.5, 40)),
            new Stratum(LOW_RISK, new Proportion(1, 20)));
    CaseMix others = CaseMix.of(strata, 3).orElseThrow();
    assertThat(others.testVariance()).isCloseTo(.03810517939814815, within(1e-15));
    assertThat(others.pValue()).isCloseTo(.6084545703686586, within(1e-12));

    CaseMix all =
        CaseMix.of(List.of(strata.get(0).amongAll(40), strata.get(1).amongAll(20)), 3)
            .orElseThrow();
    assertThat(all.ratio()).isCloseTo(.9303863557257223, within(1e-15));
    assertThat(all.variance()).isCloseTo(.00589260639533660, within(1e-15));
    assertThat(all.testVariance()).isCloseTo(.02063946192869048, within(1e-15));
    assertThat(all.pValue()).isCloseTo(.6279903748324713, within(1e-12));
  }

  @Test
  void each_rule_says_of_the_score_what_it_says_among_all() {
    CaseMix mix = CaseMix.of(two(.5, .9, KNOWN), 1).orElseThrow();
    Proportion score = new Proportion(.5, 10);
    assertThat(mix.verdict(VerdictRule.DIFFERENCE, score).difference())
        .isCloseTo(18 / 18.7 - 1, within(1e-15));
    assertThat(mix.verdict(VerdictRule.MID_P, score).difference())
        .isCloseTo(.5 - 18.7 / 27, within(1e-15));
    assertThat(mix.verdicts(score))
        .extracting(RuleVerdict::rule)
        .containsExactly(VerdictRule.values());
  }

  @Test
  void with_one_stratum_all_together_say_what_the_others_say() {
    Stratum others = new Stratum(HIGH_RISK.plus(LOW_RISK), new Proportion(.5, 60));
    double p = CaseMix.of(List.of(others), 1).orElseThrow().pValue();
    assertThat(CaseMix.of(List.of(others.amongAll(60)), 1).orElseThrow().pValue())
        .isCloseTo(p, within(1e-9));
  }

  @Test
  void with_one_stratum_the_ratio_is_the_score_over_the_others() {
    Sums all = HIGH_RISK.plus(LOW_RISK);
    CaseMix found =
        CaseMix.of(List.of(new Stratum(all, new Proportion(.6, KNOWN))), 1).orElseThrow();
    assertThat(found.adjustedScore(.6)).isCloseTo(18.0 / 27, within(1e-12));
    assertThat(found.variance() * .6 * .6)
        .isCloseTo(DesignEffect.variance(all).orElseThrow(), within(1e-12));
  }

  @Test
  void an_empty_stratum_changes_nothing() {
    List<Stratum> withEmpty =
        List.of(
            new Stratum(HIGH_RISK, new Proportion(.5, 40)),
            new Stratum(Sums.NONE, new Proportion(.1, 1)),
            new Stratum(LOW_RISK, new Proportion(.9, 40)));
    assertThat(CaseMix.of(withEmpty, 1.5)).isEqualTo(CaseMix.of(two(.5, .9, 40), 1.5));
  }

  @Test
  void it_is_not_calculable_without_judgements_or_expectation_or_a_second_case() {
    assertThat(CaseMix.of(List.of(), 1)).isEmpty();
    assertThat(CaseMix.of(List.of(new Stratum(Sums.NONE, new Proportion(.5, 9))), 1)).isEmpty();
    assertThat(CaseMix.of(List.of(new Stratum(HIGH_RISK, new Proportion(0, 9))), 1)).isEmpty();
    assertThat(CaseMix.of(List.of(new Stratum(Cases.of("3/4"), new Proportion(.5, 9))), 1))
        .isEmpty();
  }

  @Test
  void two_judgements_without_a_sufficient_one_are_no_proof() {
    CaseMix found =
        CaseMix.of(List.of(new Stratum(Cases.of("0/1 0/1"), new Proportion(.5, KNOWN))), 1)
            .orElseThrow();
    assertThat(found.variance()).isEqualTo(0);
    assertThat(at95(found)).isEqualTo(Verdict.SIMILAR);
  }

  @Test
  void others_without_an_insufficient_judgement_are_not_taken_as_certain() {
    Stratum stratum = new Stratum(Cases.of("0/1 1/1"), new Proportion(1, 5));
    CaseMix found = CaseMix.of(List.of(stratum), 1).orElseThrow();
    assertThat(found.testVariance()).isGreaterThan(found.variance());
    assertThat(at95(found)).isEqualTo(Verdict.SIMILAR);
  }

  @Test
  void the_adjusted_score_may_pass_one() {
    CaseMix found =
        CaseMix.of(List.of(new Stratum(LOW_RISK, new Proportion(.5, KNOWN))), 1).orElseThrow();
    assertThat(found.adjustedScore(.9)).isGreaterThan(1);
    assertThat(at95(found)).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void the_test_finds_a_difference_that_is_not_there_in_at_most_six_of_a_hundred() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(31L);
    int found = 0;
    int tested = 0;
    for (int trial = 0; trial < 800; trial++) {
      Sums[][] drawn = new Sums[4][2];
      for (Sums[] trust : drawn) {
        trust[0] = Cases.drawn(random, 15 + random.nextInt(20), 10, .6, .1);
        trust[1] = Cases.drawn(random, 15 + random.nextInt(20), 10, .85, .1);
      }
      for (int t = 0; t < 4; t++) {
        tested++;
        found += verdict(drawn, t) == Verdict.SIMILAR ? 0 : 1;
      }
    }
    assertThat((double) found / tested).isBetween(.02, .06);
  }

  private static Verdict verdict(Sums[][] drawn, int trust) {
    Stratum[] strata = new Stratum[2];
    for (int s = 0; s < 2; s++) {
      Sums others = Sums.NONE;
      for (int t = 0; t < drawn.length; t++) {
        others = t == trust ? others : others.plus(drawn[t][s]);
      }
      double deff = Math.max(1, DesignEffect.own(others).orElse(1));
      strata[s] = new Stratum(drawn[trust][s], Proportion.of(others, deff).orElseThrow());
    }
    Sums all = drawn[trust][0].plus(drawn[trust][1]);
    double deff = DesignEffect.chosen(all, DesignEffect.own(all));
    return at95(CaseMix.of(List.of(strata), deff).orElseThrow());
  }

  private static List<Stratum> two(double high, double low, double othersWorth) {
    return List.of(
        new Stratum(HIGH_RISK, new Proportion(high, othersWorth)),
        new Stratum(LOW_RISK, new Proportion(low, othersWorth)));
  }

  /** By the test of the ratio, which comes first. */
  private static Verdict at95(CaseMix mix) {
    return mix.verdicts(new Proportion(.5, 10)).get(0).at95();
  }
}
