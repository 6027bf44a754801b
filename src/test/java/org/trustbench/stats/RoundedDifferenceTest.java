package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.RoundedDifference.Rounded;

/** What whole percentages say of two scores, beside what the exact figures say. */
class RoundedDifferenceTest {
  private static final int PAIRS = 20_000;
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static Rounded rounded(Proportion exact) {
    return new Rounded(
        whole(exact.p()), whole(exact.interval(Normal.Z95)), whole(exact.interval(Normal.Z998)));
  }

  private static double whole(double proportion) {
    return Math.round(100 * proportion) / 100.;
  }

  private static Interval whole(Interval interval) {
    return new Interval(whole(interval.low()), whole(interval.high()));
  }

  /** Few and many judgements, common outcomes and rare ones. */
  private static Proportion any(SplittableRandom random) {
    long n = random.nextLong(6, random.nextBoolean() ? 40 : 1_000);
    double p = random.nextBoolean() ? random.nextDouble() : Math.pow(random.nextDouble(), 6);
    long y = Math.round(n * (random.nextBoolean() ? p : 1 - p));
    return new Proportion((double) y / n, n / (1 + 2 * random.nextDouble()));
  }

  @Test
  void nothing_is_told_apart_that_the_exact_figures_do_not_tell_apart() {
    SplittableRandom random = new SplittableRandom(19);
    int apart = 0;
    for (int i = 0; i < PAIRS; i++) {
      Proportion first = any(random);
      Proportion second = any(random);
      Rounded one = rounded(first);
      Rounded other = rounded(second);
      Interval at95 = RoundedDifference.interval95(one, other);
      Interval at998 = RoundedDifference.interval998(one, other);
      if (at95.excludes(0) && RoundedDifference.isBacked(one, other, Normal.Z95)) {
        apart++;
        assertThat(Difference.interval(first, second, Normal.Z95).excludes(0))
            .as("%s and %s at 95 %%", first, second)
            .isTrue();
      }
      if (at998.excludes(0) && RoundedDifference.isBacked(one, other, Normal.Z998)) {
        assertThat(Difference.interval(first, second, Normal.Z998).excludes(0))
            .as("%s and %s at 99.8 %%", first, second)
            .isTrue();
      }
    }
    assertThat(apart).isGreaterThan(PAIRS / 5);
  }

  @Test
  void the_interval_holds_that_of_the_exact_figures_and_is_at_most_four_points_wider_at_an_end() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < PAIRS; i++) {
      Proportion first = any(random);
      Proportion second = any(random);
      Interval exact = Newcombe10.interval(first, second, Normal.Z95);
      Interval wide = RoundedDifference.interval95(rounded(first), rounded(second));
      assertThat(wide.low()).isBetween(exact.low() - .0401, exact.low() + 1e-12);
      assertThat(wide.high()).isBetween(exact.high() - 1e-12, exact.high() + .0401);
    }
  }

  @Test
  void two_scores_are_a_point_more_uncertain_at_either_end_than_their_rounded_figures() {
    Rounded first = new Rounded(.80, new Interval(.70, .88), new Interval(.62, .91));
    Rounded second = new Rounded(.60, new Interval(.48, .70), new Interval(.42, .75));
    Interval interval = RoundedDifference.interval95(first, second);
    assertThat(interval.low()).isCloseTo(.20 - .01 - Math.hypot(.10, .10), CLOSE);
    assertThat(interval.high()).isCloseTo(.20 + .01 + Math.hypot(.88 - .80, .60 - .48), CLOSE);
  }
}
