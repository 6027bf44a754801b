package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** How often rank intervals hold the true ranks, and how long a programme's ranks take. */
class RankInterval_CoverageTest {
  private static final int TRUSTS = 20;
  private static final int TRIALS = 400;

  @Test
  void a_trusts_own_interval_holds_its_true_rank_in_95_of_100() {
    assertThat(coverage(false, .01)).isGreaterThan(.94);
    assertThat(coverage(false, 0)).isGreaterThan(.94);
  }

  @Test
  void the_simultaneous_intervals_hold_all_true_ranks_at_once_in_95_of_100() {
    assertThat(coverage(true, .01)).isGreaterThan(.93);
    assertThat(coverage(true, 0)).isGreaterThan(.93);
  }

  @Test
  void a_national_programme_is_ranked_in_well_under_a_second() {
    long start = System.nanoTime();
    for (int measure = 0; measure < 100; measure++) {
      int shift = measure;
      List<Proportion> scores =
          IntStream.range(0, 35)
              .mapToObj(t -> new Proportion(.6 + .3 * ((t * 13 + shift) % 35) / 35, 60))
              .toList();
      assertThat(Ranks.of(scores, .05)).hasSize(35);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(seconds).isLessThan(5);
  }

  /** With true scores the given step apart; equal true scores may share any of their ranks. */
  private static double coverage(boolean isSimultaneous, double apart) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(17L);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    int held = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Proportion> scores =
          IntStream.range(0, TRUSTS)
              .mapToObj(t -> near(.7 - apart * t, 400, gaussian.sample()))
              .toList();
      List<RankEstimate> ranked = Ranks.of(scores, .05);
      int inside = 0;
      for (int t = 0; t < TRUSTS; t++) {
        RankEstimate one = ranked.get(t);
        int best = apart == 0 ? 1 : t + 1;
        int worst = apart == 0 ? TRUSTS : t + 1;
        int lower = isSimultaneous ? one.simultaneousLower() : one.lower();
        int upper = isSimultaneous ? one.simultaneousUpper() : one.upper();
        inside += lower <= best && worst <= upper ? 1 : 0;
      }
      held += isSimultaneous ? (inside == TRUSTS ? TRUSTS : 0) : inside;
    }
    return (double) held / (TRIALS * TRUSTS);
  }

  private static Proportion near(double p, double n, double z) {
    return new Proportion(p + z * Math.sqrt(p * (1 - p) / n), n);
  }
}
