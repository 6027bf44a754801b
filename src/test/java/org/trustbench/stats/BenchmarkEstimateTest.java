package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Four trusts: 30 of 40, 18 of 40 with a design effect of 2, none of 10 with one of 1.5, and 45 of
 * 60. Expected values by other code (Python with SciPy).
 */
class BenchmarkEstimateTest {
  private static final double DIGITS = 5e-7;
  private final LeaveOneOut others =
      new LeaveOneOut(
          List.of(sums(30, 40), sums(18, 40), sums(0, 10), sums(45, 60)),
          new double[] {1, 2, 1.5, 1});

  private static Sums sums(long y, long n) {
    return new Sums(n, y, n, y, y, n);
  }

  private static void assertIs(Proportion proportion, double p, double n) {
    assertThat(proportion.p()).isCloseTo(p, within(DIGITS));
    assertThat(proportion.n()).isCloseTo(n, within(DIGITS));
  }

  @Test
  void the_others_pooled_are_worth_what_their_clustered_variances_leave() {
    assertIs(others.pooled(0).orElseThrow(), .572727, 95.362319);
    assertIs(others.pooled(2).orElseThrow(), .664286, 113.385214);
    assertIs(others.pooled(BenchmarkRule.OUTSIDE).orElseThrow(), .62, 137.509728);
  }

  @Test
  void in_the_mean_of_the_others_every_trust_weighs_the_same() {
    assertIs(others.mean(0).orElseThrow(), .4, 72.526478);
    assertIs(others.mean(2).orElseThrow(), .65, 101.424149);
    assertIs(others.mean(BenchmarkRule.OUTSIDE).orElseThrow(), .4875, 115.971329);
  }

  @Test
  void counts_of_the_others_leave_out_the_trust_alone() {
    assertThat(others.assessed(0)).isEqualTo(110);
    assertThat(others.sufficient(0)).isEqualTo(63);
    assertThat(others.count(0)).isEqualTo(3);
    assertThat(others.count(BenchmarkRule.OUTSIDE)).isEqualTo(4);
    assertThat(others.assessed(BenchmarkRule.OUTSIDE)).isEqualTo(150);
    LeaveOneOut empty = new LeaveOneOut(List.of(sums(1, 2), Sums.NONE));
    assertThat(empty.count(0)).isZero();
    assertThat(empty.count(1)).isEqualTo(1);
    assertThat(empty.pooled(0)).isEmpty();
    assertThat(empty.mean(0)).isEmpty();
    assertThat(empty.meanScore(0)).isEmpty();
    assertThat(BenchmarkEstimate.all(empty, 0)).isEmpty();
    assertThat(BenchmarkEstimate.all(empty, 1)).hasSize(3);
  }

  @Test
  void others_that_all_score_0_or_1_are_worth_their_judgements_by_their_design_effects() {
    LeaveOneOut none =
        new LeaveOneOut(List.of(sums(1, 2), sums(0, 10), sums(0, 30)), new double[] {1, 2, 1});
    assertIs(none.pooled(0).orElseThrow(), 0, 1600 / 50.);
  }

  @Test
  void a_difference_counts_the_error_of_both_and_from_all_is_brought_nearer() {
    Map<BenchmarkRule, BenchmarkEstimate> all = BenchmarkEstimate.all(others, 0);
    Proportion own = new Proportion(.75, 40);
    BenchmarkEstimate pooled = all.get(BenchmarkRule.POOLED_OTHERS);
    Interval interval = pooled.tested(own).intervals(VerdictRule.DIFFERENCE).at95();
    assertThat(interval.low()).isCloseTo(-.001693, within(DIGITS));
    assertThat(interval.high()).isCloseTo(.324691, within(DIGITS));
    BenchmarkEstimate everyone = all.get(BenchmarkRule.POOLED_ALL);
    assertThat(everyone.p()).isEqualTo(.62);
    assertThat(everyone.share()).isCloseTo(110 / 150., within(1e-12));
    Interval nearer = everyone.tested(own).intervals(VerdictRule.DIFFERENCE).at95();
    assertThat(nearer.low()).isCloseTo(-.001242, within(DIGITS));
    assertThat(nearer.high()).isCloseTo(.238107, within(DIGITS));
    Interval known = everyone.tested(own).intervals(VerdictRule.MID_P).at95();
    assertThat(known.low()).isCloseTo(-.02194, within(DIGITS));
    assertThat(known.high()).isCloseTo(.238129, within(DIGITS));
    assertThat(all.get(BenchmarkRule.MEAN_OF_OTHERS).p()).isCloseTo(.4, within(1e-12));
    assertThat(all.get(BenchmarkRule.MEAN_OF_OTHERS).share()).isEqualTo(1);
  }

  @Test
  void every_lawful_rule_has_its_own_p_value() {
    List<RuleVerdict> verdicts =
        BenchmarkEstimate.all(others, 0)
            .get(BenchmarkRule.POOLED_OTHERS)
            .verdicts(new Proportion(.75, 40));
    assertThat(verdicts).extracting(RuleVerdict::rule).containsExactly(VerdictRule.values());
    double[] expected = {.052144, .021971, .023424, .023424, .031383};
    for (int i = 0; i < expected.length; i++) {
      assertThat(verdicts.get(i).pValue()).isCloseTo(expected[i], within(DIGITS));
      assertThat(verdicts.get(i).difference()).isCloseTo(.75 - 63 / 110., within(1e-12));
      assertThat(verdicts.get(i).at95()).isEqualTo(i == 0 ? Verdict.SIMILAR : Verdict.HIGHER);
      assertThat(verdicts.get(i).at998()).isEqualTo(Verdict.SIMILAR);
    }
  }

  @Test
  void labels_lead_back_to_rules() {
    for (VerdictRule rule : VerdictRule.values()) {
      assertThat(VerdictRule.of(rule.label())).contains(rule);
    }
    for (BenchmarkRule rule : BenchmarkRule.values()) {
      assertThat(BenchmarkRule.of(rule.label())).contains(rule);
    }
    assertThat(VerdictRule.of("")).isEmpty();
    assertThat(BenchmarkRule.of("")).isEmpty();
    assertThat(BetaBinomial.Method.MOMENTS.label()).isEqualTo("moments");
    assertThat(Verdict.NOT_COMPARED.label()).isEqualTo("not compared");
    assertThat(Ranks.rule(Ranks.MOST_STEPDOWN)).isEqualTo("mogstad-stepdown");
    assertThat(Ranks.rule(Ranks.MOST_STEPDOWN + 1)).isEqualTo("klein-wright-wieczorek");
  }

  @Test
  void a_spread_has_its_ends_and_middle_and_passes_over_trusts_with_nothing_assessed() {
    assertThat(Spread.of(List.of(sums(3, 4), Sums.NONE, sums(1, 4), sums(2, 4))))
        .contains(new Spread(3, .25, .5, .75));
    assertThat(Spread.of(List.of(Sums.NONE))).isEmpty();
    assertThat(Spread.ofScores(.9, .1)).contains(new Spread(2, .1, .5, .9));
  }

  @Test
  void robustness_counts_verdicts_at_both_levels() {
    RuleVerdict both = new RuleVerdict(VerdictRule.MID_P, 1, 0, Verdict.HIGHER, Verdict.HIGHER);
    RuleVerdict one = new RuleVerdict(VerdictRule.MID_P, 1, 0, Verdict.HIGHER, Verdict.SIMILAR);
    RuleVerdict none = new RuleVerdict(VerdictRule.MID_P, 1, 1, Verdict.SIMILAR, Verdict.SIMILAR);
    assertThat(Robustness.of(both, List.of(both, one, none))).isEqualTo(new Robustness(3, 2, 1));
    assertThat(Robustness.of(one, List.of(both, one, none))).isEqualTo(new Robustness(3, 2, 2));
    assertThat(Robustness.of(both, List.of(both, one)).isFlipped()).isFalse();
    assertThat(Robustness.of(both, List.of(both, none)).isFlipped()).isTrue();
  }
}
