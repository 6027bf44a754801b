package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class StepdownTest {
  private static final double ALPHA = .05;
  private static final double EXACT = 1e-9;

  @Test
  void bounds_hold_the_probability_between_them_whatever_has_been_found() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
    for (int seed = 0; seed < 30; seed++) {
      PairStatistics pairs = new PairStatistics(random(20, seed));
      Stepdown stepdown = new Stepdown(pairs, ALPHA);
      for (int runs : new int[] {1, 3, 10}) {
        ReachBounds bounds = new ReachBounds(pairs, runs);
        int j = random.nextInt(20);
        double t = 1 + 3 * random.nextDouble();
        byte[] found = found(random, j);
        double reached = stepdown.reached(j, found, t);
        assertThat(bounds.atMost(j, t)).isGreaterThanOrEqualTo(reached - EXACT);
        assertThat(bounds.atLeast(j, found, t)).isLessThanOrEqualTo(reached + EXACT);
      }
    }
  }

  @Test
  void bounds_by_runs_of_one_trust_leave_little_open() {
    PairStatistics pairs = new PairStatistics(random(40, 3));
    ReachBounds bounds = new ReachBounds(pairs, 40);
    double reached = new Stepdown(pairs, ALPHA).reached(5, new byte[40], 3);
    assertThat(bounds.atLeast(5, new byte[40], 3)).isBetween(reached - EXACT, reached + EXACT);
    assertThat(bounds.atMost(5, 3)).isBetween(reached, reached + .01);
  }

  @Test
  void what_bounds_settle_is_what_the_integral_in_full_says() {
    for (int seed = 0; seed < 12; seed++) {
      PairStatistics pairs = new PairStatistics(random(30 + 5 * seed, seed));
      Stepdown bounded = new Stepdown(pairs, ALPHA);
      Stepdown full = new Stepdown(pairs, ALPHA, new int[0]);
      for (int j = 0; j < pairs.trusts(); j++) {
        assertThat(bounded.against(j)).isEqualTo(full.against(j));
      }
    }
  }

  private static byte[] found(UniformRandomProvider random, int j) {
    byte[] found = new byte[20];
    for (int k = 0; k < found.length; k++) {
      found[k] = k == j ? 0 : (byte) (random.nextInt(3) - 1);
    }
    return found;
  }

  /** Of very different bases, so that differences are correlated weakly and strongly. */
  private static List<Proportion> random(int trusts, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(2_000 + seed);
    return IntStream.range(0, trusts)
        .mapToObj(
            t ->
                new Proportion(
                    .3 + .65 * random.nextDouble(), Math.exp(1.5 + 5 * random.nextDouble())))
        .sorted(Comparator.comparingDouble(Proportion::p).reversed())
        .toList();
  }
}
