package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.stats.Normal.Z95;
import static org.trustbench.stats.Normal.Z998;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {
  private static final double CENTRE = .806424478571495;
  private static final Offset<Double> PRINTED = within(5e-10);

  @Test
  void the_score_limits_of_the_check_are_the_known_ones_held_within_the_scale() {
    Interval limits = Funnel.score(CENTRE, 10, Z95);
    assertThat(limits.low()).isCloseTo(.56154344, within(5e-9));
    assertThat(limits.high()).isEqualTo(1);
    assertThat(Funnel.score(CENTRE, 10, Z998).low()).isCloseTo(.4203259, within(5e-8));
  }

  @Test
  void the_exact_limits_of_the_check_are_the_known_ones() {
    assertThat(Funnel.exactLimit(.8, 50, .001)).isCloseTo(.600855902, PRINTED);
    assertThat(Funnel.exactLimit(.8, 50, .025)).isCloseTo(.672906117, PRINTED);
    assertThat(Funnel.exactLimit(.8, 50, .975)).isCloseTo(.895595178, PRINTED);
    assertThat(Funnel.exactLimit(.8, 50, .999)).isCloseTo(.945223857, PRINTED);
    Interval limits = Funnel.exactInterpolated(.8, 50, Z95);
    assertThat(limits.low()).isCloseTo(.672906117, PRINTED);
    assertThat(limits.high()).isCloseTo(.895595178, PRINTED);
  }

  @Test
  void exact_limits_are_what_the_binomial_quantile_and_tail_give() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11L);
    for (int trial = 0; trial < 5_000; trial++) {
      int n = 1 + random.nextInt(trial % 2 == 0 ? 20 : 5_000);
      double centre = .001 + .998 * random.nextDouble();
      double q = List.of(.001, .025, .3, .5, .8, .975, .999).get(random.nextInt(7));
      BinomialDistribution counts = BinomialDistribution.of(n, centre);
      int r = counts.inverseCumulativeProbability(q);
      double limit = (r - (counts.cumulativeProbability(r) - q) / counts.probability(r)) / n;
      assertThat(Funnel.exactLimit(centre, n, q))
          .as("%s of %d at %s", centre, n, q)
          .isCloseTo(Math.max(0, Math.min(1, limit)), within(1e-9));
    }
  }

  @Test
  void the_upper_exact_limit_sits_one_judgement_too_tight() {
    for (int n : new int[] {20, 50, 333}) {
      assertThat(Funnel.exactLimit(.7, n, .975))
          .isCloseTo(1 - Funnel.exactLimit(.3, n, .025) - 1.0 / n, within(1e-9));
    }
  }

  @Test
  void a_score_is_outside_the_score_funnel_exactly_when_its_wilson_interval_excludes_the_centre() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
    int outside = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      double n = 1 + 100 * random.nextDouble();
      Proportion score = new Proportion(random.nextInt(41) / 40.0, n);
      double centre = random.nextInt(1001) / 1000.0;
      boolean isOutside = Funnel.score(centre, n, Z95).excludes(score.p());
      assertThat(score.interval(Z95).excludes(centre)).isEqualTo(isOutside);
      outside += isOutside ? 1 : 0;
    }
    assertThat(outside).isBetween(5_000, 19_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1"})
  void a_centre_at_the_end_of_the_scale_has_no_width(double centre, double limit) {
    assertThat(Funnel.score(centre, 10, Z95)).isEqualTo(new Interval(limit, limit));
    assertThat(Funnel.exactInterpolated(centre, 10, Z95)).isEqualTo(new Interval(limit, limit));
  }

  @Test
  void exact_limits_stay_on_the_scale_and_in_order_for_any_number_of_judgements() {
    for (double centre : new double[] {.001, .1, .5, .93, .999}) {
      for (int n : new int[] {1, 2, 7, 100, 1_000_000, 1_000_000_000}) {
        for (double z : new double[] {Z95, Z998}) {
          Interval limits = Funnel.exactInterpolated(centre, n, z);
          assertThat(limits.low()).isBetween(0.0, 1.0);
          assertThat(limits.high()).isBetween(limits.low(), 1.0);
        }
      }
    }
  }

  @Test
  void the_two_kinds_of_limit_agree_for_many_judgements() {
    Interval score = Funnel.score(.8, 1_000_000, Z95);
    Interval exact = Funnel.exactInterpolated(.8, 1_000_000, Z95);
    assertThat(exact.low()).isCloseTo(score.low(), within(2e-6));
    assertThat(exact.high()).isCloseTo(score.high(), within(2e-6));
  }
}
