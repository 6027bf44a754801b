package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double ALPHA = .05;

  @Test
  void among_many_one_far_above_is_first_and_all_others_come_after_it() {
    List<Proportion> scores =
        new ArrayList<>(Collections.nCopies(Ranks.MOST_STEPDOWN, new Proportion(.5, 100)));
    scores.add(new Proportion(.95, 100));
    List<RankEstimate> ranked = Ranks.of(scores, ALPHA);
    assertThat(ranked.get(300)).isEqualTo(new RankEstimate(1, 1, 1, 1, 1, 1));
    assertThat(ranked.subList(0, 300)).containsOnly(new RankEstimate(2, 2, 301, 2, 301, 2));
  }

  @Test
  void three_trusts_far_apart_are_each_sure_of_their_place_and_tier() {
    List<RankEstimate> ranked = Ranks.of(scores(100, .2, .8, .5), ALPHA);
    assertThat(ranked)
        .containsExactly(
            new RankEstimate(3, 3, 3, 3, 3, 3),
            new RankEstimate(1, 1, 1, 1, 1, 1),
            new RankEstimate(2, 2, 2, 2, 2, 2));
  }

  @Test
  void two_trusts_of_six_judgements_are_sure_of_nothing() {
    assertThat(Ranks.of(scores(6, .5, .8), ALPHA))
        .containsExactly(new RankEstimate(2, 1, 2, 1, 2, 1), new RankEstimate(1, 1, 2, 1, 2, 1));
  }

  @Test
  void ties_share_the_lowest_rank_and_the_next_is_not_moved_up() {
    assertThat(Ranks.of(scores(20, .7, .9, .9, .5), ALPHA))
        .extracting(RankEstimate::rank)
        .containsExactly(3, 1, 1, 4);
  }

  @Test
  void a_tier_is_left_by_the_first_trust_shown_worse_than_any_of_it() {
    List<RankEstimate> ranked = Ranks.of(scores(100, .90, .85, .80, .70, .6, .45), ALPHA);
    assertThat(ranked).extracting(RankEstimate::tier).containsExactly(1, 1, 1, 2, 2, 3);
  }

  @Test
  void a_best_trust_of_few_judgements_holds_nobody_in_its_tier_whom_another_beats() {
    List<Proportion> scores =
        List.of(new Proportion(.97, 6), new Proportion(.9, 400), new Proportion(.6, 400));
    assertThat(Ranks.of(scores, ALPHA)).extracting(RankEstimate::tier).containsExactly(1, 1, 2);
  }

  @Test
  void four_trusts_of_one_judgement_each_may_have_any_rank() {
    List<Proportion> scores = scores(1, 1, 0, 1, 0);
    assertThat(Ranks.of(scores, ALPHA))
        .allSatisfy(
            ranked -> {
              assertThat(ranked.lower()).isEqualTo(1);
              assertThat(ranked.upper()).isEqualTo(4);
              assertThat(ranked.tier()).isEqualTo(1);
            });
  }

  @Test
  void of_two_trusts_in_one_tier_neither_is_surely_better_and_each_tier_is_opened_by_a_loser() {
    for (int seed = 0; seed < 40; seed++) {
      List<Proportion> scores = random(12, seed);
      List<RankEstimate> ranked = Ranks.of(scores, ALPHA);
      double critical = TukeyKramer.critical(12, ALPHA);
      PairStatistics pairs = new PairStatistics(scores);
      for (int j = 0; j < 12; j++) {
        for (int k = 0; k < 12; k++) {
          if (ranked.get(j).tier() == ranked.get(k).tier()) {
            assertThat(pairs.of(j, k)).isLessThanOrEqualTo(critical);
          }
        }
      }
    }
  }

  @Test
  void what_ranks_show_the_comparison_of_the_two_shows_too() {
    for (int seed = 0; seed < 40; seed++) {
      List<Proportion> scores = random(5, seed);
      PairStatistics pairs = new PairStatistics(scores);
      for (int j = 0; j < 5; j++) {
        for (int k = 0; k < 5; k++) {
          if (pairs.of(j, k) > Normal.Z95) {
            assertThat(Difference.verdict(scores.get(j), scores.get(k)).at95())
                .isEqualTo(Verdict.HIGHER);
          }
        }
      }
    }
  }

  @Test
  void trusts_alike_in_score_and_base_share_rank_interval_and_tier() {
    for (int seed = 0; seed < 40; seed++) {
      List<Proportion> scores = random(30, seed);
      List<RankEstimate> ranked = Ranks.of(scores, ALPHA);
      for (int j = 0; j < 30; j++) {
        assertThat(ranked.get(j)).isEqualTo(ranked.get(scores.indexOf(scores.get(j))));
      }
    }
  }

  @Test
  void joint_intervals_take_over_above_the_limit_and_are_wider() {
    List<Proportion> scores =
        IntStream.range(0, 40).mapToObj(t -> new Proportion(.3 + .01 * t, 150 + 10 * t)).toList();
    int[] better = new JointIntervals(sorted(scores), ALPHA).better();
    int[] worse = new JointIntervals(sorted(scores), ALPHA).worse();
    List<RankEstimate> stepdown = Ranks.of(sorted(scores), ALPHA);
    for (int j = 0; j < 40; j++) {
      assertThat(1 + better[j]).isLessThanOrEqualTo(stepdown.get(j).lower());
      assertThat(40 - worse[j]).isGreaterThanOrEqualTo(stepdown.get(j).upper());
    }
    assertThat(Ranks.rule(Ranks.MOST_STEPDOWN)).isEqualTo("mogstad-stepdown");
    assertThat(Ranks.rule(Ranks.MOST_STEPDOWN + 1)).isEqualTo("klein-wright-wieczorek");
    assertThat(Ranks.of(random(Ranks.MOST_STEPDOWN + 1, 6), ALPHA))
        .allSatisfy(r -> assertThat(r.rank()).isBetween(r.lower(), r.upper()));
  }

  /**
   * R, every trust beside every other: i <- 0:1999; n <- 20 + (i*7919) %% 181; y <- (n * (55 +
   * (i*104729) %% 40)) %/% 100; ci <- t(mapply(function(y, n) prop.test(y, n, conf.level =
   * .95^(1/2000), correct = FALSE)$conf.int, y, n)); lower <- 1 + sapply(ci[,2], function(u)
   * sum(ci[,1] > u)); upper <- 2000 - sapply(ci[,1], function(l) sum(ci[,2] < l)); rank(-y/n,
   * ties.method = "min"); a tier ends before the first whose ci[,2] lies below the highest ci[,1]
   * of it.
   */
  @Test
  void the_ranks_of_two_thousand_are_those_of_all_pairs_of_joint_intervals() {
    List<Proportion> scores =
        IntStream.range(0, 2000)
            .mapToObj(
                i -> {
                  long n = 20 + i * 7919L % 181;
                  long y = n * (55 + i * 104_729L % 40) / 100;
                  return new Proportion((double) y / n, n);
                })
            .toList();
    List<RankEstimate> ranked = Ranks.of(scores, ALPHA);
    assertThat(ranked.stream().mapToInt(RankEstimate::lower).sum()).isEqualTo(49_341);
    assertThat(ranked.stream().mapToInt(RankEstimate::upper).sum()).isEqualTo(3_952_659);
    assertThat(ranked.stream().mapToInt(RankEstimate::rank).sum()).isEqualTo(1_998_797);
    assertThat(ranked.stream().mapToInt(RankEstimate::tier).sum()).isEqualTo(2813);
    assertThat(ranked.get(0)).isEqualTo(new RankEstimate(1938, 1, 2000, 1, 2000, 2));
    assertThat(ranked.get(1)).isEqualTo(new RankEstimate(1525, 62, 2000, 62, 2000, 2));
    assertThat(ranked.get(499)).isEqualTo(new RankEstimate(1402, 48, 2000, 48, 2000, 2));
    assertThat(ranked.get(999)).isEqualTo(new RankEstimate(398, 1, 1996, 1, 1996, 1));
    assertThat(ranked.get(1999)).isEqualTo(new RankEstimate(595, 1, 2000, 1, 2000, 1));
  }

  @Test
  void critical_values_are_those_of_the_studentised_range() {
    // Tables of the range at 5 %, infinite degrees of freedom: 2.772, 3.314, 4.474, over the root.
    assertThat(TukeyKramer.critical(10, ALPHA)).isEqualTo(TukeyKramer.solved(10, ALPHA));
    assertThat(TukeyKramer.solved(2, ALPHA)).isCloseTo(1.95996, within(1e-4));
    assertThat(TukeyKramer.solved(3, ALPHA) * Math.sqrt(2)).isCloseTo(3.314, within(1e-3));
    assertThat(TukeyKramer.solved(10, ALPHA) * Math.sqrt(2)).isCloseTo(4.474, within(1e-3));
  }

  @Test
  void the_integral_is_the_probability_that_simulation_finds() {
    List<Proportion> scores =
        List.of(new Proportion(.5, 10), new Proportion(.5, 40), new Proportion(.5, 200));
    Stepdown stepdown = new Stepdown(new PairStatistics(scores), ALPHA);
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(4L);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    double[] sd = {Math.sqrt(1 / 12.0), Math.sqrt(1 / 42.0), Math.sqrt(1 / 202.0)};
    int reached = 0;
    for (int draw = 0; draw < 200_000; draw++) {
      double own = sd[0] * gaussian.sample();
      boolean isOne = Math.abs(own - sd[1] * gaussian.sample()) > 2 * Math.hypot(sd[0], sd[1]);
      boolean isTwo = Math.abs(own - sd[2] * gaussian.sample()) > 2 * Math.hypot(sd[0], sd[2]);
      reached += isOne || isTwo ? 1 : 0;
    }
    assertThat(stepdown.reached(0, new byte[3], 2)).isCloseTo(reached / 200_000.0, within(.002));
  }

  @Test
  void trusts_that_are_all_equal_may_have_any_rank() {
    List<Proportion> equal = Collections.nCopies(35, new Proportion(.8, 40));
    assertThat(Ranks.of(equal, ALPHA))
        .allSatisfy(ranked -> assertThat(ranked).isEqualTo(new RankEstimate(1, 1, 35, 1, 35, 1)));
    List<Proportion> perfect = Collections.nCopies(3, new Proportion(1, 1));
    assertThat(Ranks.of(perfect, ALPHA))
        .allSatisfy(ranked -> assertThat(ranked).isEqualTo(new RankEstimate(1, 1, 3, 1, 3, 1)));
  }

  @Test
  void one_trust_is_first_of_one_and_none_have_no_ranks() {
    assertThat(Ranks.of(scores(9, .4), ALPHA)).containsExactly(new RankEstimate(1, 1, 1, 1, 1, 1));
    assertThat(Ranks.of(List.of(), ALPHA)).isEmpty();
  }

  @Test
  void a_rank_lies_in_its_interval_and_that_in_the_simultaneous_one() {
    for (int seed = 0; seed < 60; seed++) {
      for (RankEstimate ranked : Ranks.of(random(2 + seed % 34, seed), ALPHA)) {
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
      List<RankEstimate> ranked = new ArrayList<>(Ranks.of(random(30, seed), ALPHA));
      ranked.sort(Comparator.comparingInt(RankEstimate::rank).thenComparingInt(RankEstimate::tier));
      assertThat(ranked).extracting(RankEstimate::tier).isSorted().first().isEqualTo(1);
    }
  }

  @Test
  void renaming_the_trusts_permutes_the_result_and_changes_nothing_else() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
    for (int seed = 0; seed < 30; seed++) {
      List<Proportion> scores = random(30, seed);
      List<RankEstimate> ranked = Ranks.of(scores, ALPHA);
      List<Integer> order = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
      ListSampler.shuffle(random, order);
      List<RankEstimate> renamed = Ranks.of(order.stream().map(scores::get).toList(), ALPHA);
      assertThat(renamed).isEqualTo(order.stream().map(ranked::get).toList());
    }
  }

  @Test
  void a_thousand_million_judgements_are_sure_of_the_smallest_difference() {
    assertThat(Ranks.of(scores(1e9, .5, .5004, .5002), ALPHA))
        .extracting(RankEstimate::lower, RankEstimate::upper)
        .containsExactly(tuple(3, 3), tuple(1, 1), tuple(2, 2));
  }

  private static List<Proportion> sorted(List<Proportion> scores) {
    return scores.stream().sorted(Comparator.comparingDouble(Proportion::p).reversed()).toList();
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
