package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkRuleTest {
  private static final List<Sums> FOUR =
      List.of(Cases.single(8, 10), Cases.single(30, 60), Cases.single(27, 30), Sums.NONE);

  @Test
  void pooled_others_leaves_the_trust_out_and_weighs_judgements() {
    assertThat(BenchmarkRule.POOLED_OTHERS.value(new LeaveOneOut(FOUR), 0)).hasValue(57.0 / 90);
    assertThat(BenchmarkRule.POOLED_OTHERS.value(new LeaveOneOut(FOUR), 3)).hasValue(65.0 / 100);
  }

  @Test
  void pooled_all_is_the_same_for_every_trust() {
    for (int trust = -1; trust < 4; trust++) {
      assertThat(BenchmarkRule.POOLED_ALL.value(new LeaveOneOut(FOUR), trust)).hasValue(65.0 / 100);
    }
  }

  @Test
  void mean_of_others_weighs_trusts_alike() {
    assertThat(BenchmarkRule.MEAN_OF_OTHERS.value(new LeaveOneOut(FOUR), 1).orElseThrow())
        .isCloseTo(.85, within(1e-15));
  }

  @Test
  void a_trust_from_elsewhere_is_compared_with_all_of_them() {
    assertThat(BenchmarkRule.POOLED_OTHERS.value(new LeaveOneOut(FOUR), BenchmarkRule.OUTSIDE))
        .hasValue(.65);
    assertThat(new LeaveOneOut(FOUR).count(BenchmarkRule.OUTSIDE)).isEqualTo(3);
    assertThat(new LeaveOneOut(FOUR).count(0)).isEqualTo(2);
  }

  @Test
  void one_trust_has_no_others() {
    List<Sums> alone = List.of(Cases.single(8, 10));
    assertThat(BenchmarkRule.POOLED_OTHERS.value(new LeaveOneOut(alone), 0)).isEmpty();
    assertThat(BenchmarkRule.MEAN_OF_OTHERS.value(new LeaveOneOut(alone), 0)).isEmpty();
    assertThat(BenchmarkRule.POOLED_ALL.value(new LeaveOneOut(List.of()), BenchmarkRule.OUTSIDE))
        .isEmpty();
    assertThat(new LeaveOneOut(alone, new double[] {1}).pooled(0)).isEmpty();
  }

  @Test
  void the_spread_counts_only_trusts_with_a_score() {
    assertThat(Spread.of(FOUR)).hasValue(new Spread(3, .5, .8, .9));
    assertThat(Spread.of(FOUR.subList(0, 2)).orElseThrow().median()).isCloseTo(.65, within(1e-15));
    assertThat(Spread.of(List.of(Sums.NONE))).isEmpty();
  }

  @Test
  void the_others_variance_is_the_sum_of_theirs() {
    double[] deff = {7, 2, 1.5, 1};
    Proportion others = new LeaveOneOut(FOUR, deff).pooled(0).orElseThrow();
    double first = 2 * .5 * .5 / 60;
    double second = 1.5 * .9 * .1 / 30;
    double variance = (first * 60 * 60 + second * 30 * 30) / (90.0 * 90.0);
    assertThat(others.p()).isEqualTo(57.0 / 90);
    assertThat(others.variance()).isCloseTo(variance, within(1e-15));
  }

  @Test
  void others_who_are_all_perfect_are_worth_their_effective_judgements() {
    List<Sums> trusts = List.of(Cases.of("1/4 3/4"), Cases.of("4/4 4/4"), Cases.of("4/4"));
    Proportion others = new LeaveOneOut(trusts, new double[] {1, 2, 2}).pooled(0).orElseThrow();
    assertThat(others).isEqualTo(new Proportion(1, 6));
  }

  @Test
  void others_who_are_each_all_or_nothing_are_not_taken_as_certain() {
    List<Sums> trusts = List.of(Cases.single(1, 2), Cases.single(20, 20), Cases.single(0, 20));
    assertThat(new LeaveOneOut(trusts, new double[] {1, 1, 1}).pooled(0))
        .hasValue(new Proportion(.5, 40));
  }

  @Test
  void others_are_never_worth_more_than_their_judgements() {
    List<Sums> trusts = List.of(Cases.single(1, 2), Cases.single(30, 30), Cases.single(1, 2));
    assertThat(new LeaveOneOut(trusts, new double[] {1, 1, 1}).pooled(0).orElseThrow().n())
        .isEqualTo(32);
  }
}
