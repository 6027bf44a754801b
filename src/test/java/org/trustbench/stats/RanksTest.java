package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final NormalDraws DRAWS = NormalDraws.of(2014, 40, 2_000);
  private static final double ALPHA = .05;

  @Test
  void three_trusts_far_apart_are_each_sure_of_their_place_and_tier() {
    List<Ranked> ranked = Ranks.of(scores(100, .2, .8, .5), DRAWS, ALPHA);
    assertThat(ranked)
        .containsExactly(
            new Ranked(3, 3, 3, 3, 3, 3),
            new Ranked(1, 1, 1, 1, 1, 1),
            new Ranked(2, 2, 2, 2, 2, 2));
  }

  @Test
  void two_trusts_of_six_judgements_are_sure_of_nothing() {
    assertThat(Ranks.of(scores(6, .5, .8), DRAWS, ALPHA))
        .containsExactly(new Ranked(2, 1, 2, 1, 2, 1), new Ranked(1, 1, 2, 1, 2, 1));
  }

  @Test
  void ties_share_the_lowest_rank_and_the_next_is_not_moved_up() {
    assertThat(Ranks.of(scores(20, .7, .9, .9, .5), DRAWS, ALPHA))
        .extracting(Ranked::rank)
        .containsExactly(3, 1, 1, 4);
  }

  @Test
  void a_tier_is_left_by_the_first_trust_shown_worse_than_its_best() {
    List<Ranked> ranked = Ranks.of(scores(100, .90, .85, .80, .72, .6, .5), DRAWS, ALPHA);
    assertThat(ranked).extracting(Ranked::tier).containsExactly(1, 1, 1, 2, 2, 3);
  }

  @Test
  void trusts_that_are_all_equal_may_have_any_rank() {
    List<Proportion> equal = Collections.nCopies(35, new Proportion(.8, 40));
    assertThat(Ranks.of(equal, DRAWS, ALPHA))
        .allSatisfy(ranked -> assertThat(ranked).isEqualTo(new Ranked(1, 1, 35, 1, 35, 1)));
    List<Proportion> perfect = Collections.nCopies(3, new Proportion(1, 1));
    assertThat(Ranks.of(perfect, DRAWS, ALPHA))
        .allSatisfy(ranked -> assertThat(ranked).isEqualTo(new Ranked(1, 1, 3, 1, 3, 1)));
  }

  @Test
  void one_trust_is_first_of_one_and_none_have_no_ranks() {
    assertThat(Ranks.of(scores(9, .4), DRAWS, ALPHA)).containsExactly(new Ranked(1, 1, 1, 1, 1, 1));
    assertThat(Ranks.of(List.of(), DRAWS, ALPHA)).isEmpty();
  }

  @Test
  void more_trusts_than_draws_were_made_for_are_refused() {
    assertThatThrownBy(() -> Ranks.of(random(41, 1), DRAWS, ALPHA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40");
  }

  @Test
  void a_rank_lies_in_its_interval_and_that_in_the_simultaneous_one() {
    for (int seed = 0; seed < 60; seed++) {
      for (Ranked ranked : Ranks.of(random(2 + seed % 34, seed), DRAWS, ALPHA)) {
        assertThat(ranked.rank()).isBetween(ranked.lower(), ranked.upper());
        assertThat(ranked.lower()).isGreaterThanOrEqualTo(ranked.simultaneousLower());
        assertThat(ranked.upper()).isLessThanOrEqualTo(ranked.simultaneousUpper());
        assertThat(ranked.simultaneousLower()).isGreaterThanOrEqualTo(1);
      }
    }
  }

  @Test
  void tiers_only_go_down_with_the_score() {
    for (int seed = 0; seed < 30; seed++) {
      List<Ranked> ranked = new ArrayList<>(Ranks.of(random(30, seed), DRAWS, ALPHA));
      ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::tier));
      assertThat(ranked).extracting(Ranked::tier).isSorted().first().isEqualTo(1);
    }
  }

  @Test
  void renaming_the_trusts_permutes_the_result_and_changes_nothing_else() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
    for (int seed = 0; seed < 30; seed++) {
      List<Proportion> scores = random(30, seed);
      List<Ranked> ranked = Ranks.of(scores, DRAWS, ALPHA);
      List<Integer> order = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
      ListSampler.shuffle(random, order);
      List<Ranked> renamed = Ranks.of(order.stream().map(scores::get).toList(), DRAWS, ALPHA);
      assertThat(renamed).isEqualTo(order.stream().map(ranked::get).toList());
    }
  }

  @Test
  void stepping_down_rejects_what_one_step_rejects_and_the_steps_are_the_definition() {
    for (int seed = 0; seed < 20; seed++) {
      List<Proportion> scores = distinct(random(12, 100 + seed));
      List<Ranked> ranked = Ranks.of(scores, DRAWS, ALPHA);
      for (int j = 0; j < scores.size(); j++) {
        int[] plain = plainStepdown(scores, j);
        assertThat(new int[] {ranked.get(j).lower(), ranked.get(j).upper()}).isEqualTo(plain);
      }
    }
  }

  @Test
  void a_comparator_with_fewer_trusts_uses_the_same_draws() {
    NormalDraws fewer = NormalDraws.of(2014, 12, 2_000);
    List<Proportion> scores = random(12, 8);
    assertThat(Ranks.of(scores, fewer, ALPHA)).isEqualTo(Ranks.of(scores, DRAWS, ALPHA));
  }

  @Test
  void a_thousand_million_judgements_are_sure_of_the_smallest_difference() {
    assertThat(Ranks.of(scores(1e9, .5, .5004, .5002), DRAWS, ALPHA))
        .extracting(Ranked::lower, Ranked::upper)
        .containsExactly(tuple(3, 3), tuple(1, 1), tuple(2, 2));
  }

  /** The set for trust j from the definition: every draw's maximum by brute force, sorted. */
  private static int[] plainStepdown(List<Proportion> scores, int j) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, scores.size()).boxed().toList());
    order.sort(
        (a, b) -> {
          int byScore = Double.compare(scores.get(b).p(), scores.get(a).p());
          return byScore != 0
              ? byScore
              : Double.compare(scores.get(a).standardError(), scores.get(b).standardError());
        });
    boolean[] isBetter = new boolean[scores.size()];
    boolean[] isWorse = new boolean[scores.size()];
    boolean isStepping = true;
    while (isStepping) {
      double[] largest = new double[DRAWS.draws()];
      for (int d = 0; d < largest.length; d++) {
        largest[d] = Double.NEGATIVE_INFINITY;
        double own = scores.get(j).standardError();
        double zj = DRAWS.row(order.indexOf(j))[d];
        for (int k = 0; k < scores.size(); k++) {
          if (k == j) {
            continue;
          }
          double other = scores.get(k).standardError();
          double zk = DRAWS.row(order.indexOf(k))[d];
          double t = (own * zj - other * zk) / Math.hypot(own, other);
          largest[d] = Math.max(largest[d], isWorse[k] ? Double.NEGATIVE_INFINITY : t);
          largest[d] = Math.max(largest[d], isBetter[k] ? Double.NEGATIVE_INFINITY : -t);
        }
      }
      Arrays.sort(largest);
      double critical = largest[(int) (.95 * largest.length) - 1];
      isStepping = false;
      for (int k = 0; k < scores.size(); k++) {
        double se = Math.hypot(scores.get(j).standardError(), scores.get(k).standardError());
        double t = (scores.get(j).p() - scores.get(k).p()) / se;
        if (k != j && !isWorse[k] && t > critical) {
          isWorse[k] = true;
          isStepping = true;
        }
        if (k != j && !isBetter[k] && -t > critical) {
          isBetter[k] = true;
          isStepping = true;
        }
      }
    }
    return new int[] {1 + count(isBetter), scores.size() - count(isWorse)};
  }

  private static int count(boolean[] values) {
    int count = 0;
    for (boolean value : values) {
      count += value ? 1 : 0;
    }
    return count;
  }

  private static List<Proportion> distinct(List<Proportion> scores) {
    return IntStream.range(0, scores.size())
        .mapToObj(t -> new Proportion(scores.get(t).p(), scores.get(t).n() + .01 * t))
        .toList();
  }

  private static List<Proportion> scores(double n, double... p) {
    return Arrays.stream(p).mapToObj(score -> new Proportion(score, n)).toList();
  }

  /** Coarse scores, so that there are ties, scores of 0 and 1 and trusts alike in everything. */
  private static List<Proportion> random(int trusts, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1_000 + seed);
    return IntStream.range(0, trusts)
        .mapToObj(t -> new Proportion(random.nextInt(11) / 10.0, 1 + 20 * random.nextInt(8)))
        .toList();
  }
}
