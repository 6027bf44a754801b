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

  /**
   * The fewest judgements are where Wilson's interval of a score half a point nearer to its end is
   * a point wider than published; the mid-p that rules out chance is the hypergeometric. R: w <-
   * function(p, n, z = qnorm(.975)) 2*z*sqrt(z^2/4 + n*p*(1-p))/(n + z^2); n2 <-
   * uniroot(function(n) w(.015, n) - .08, c(1, 1e7), tol = 1e-13)$root; n1 from .105 and .18 alike;
   * y1 <- .095*n1; m <- y1 + .025*n2; x <- y1 + (-9:9) within max(0, m-n2) - 1 and m + 1; d <-
   * exp(-lgamma(x+1) - lgamma(m-x+1) - lgamma(n1-x+1) - lgamma(n2-m+x+1)), halved at y1; qnorm(1 -
   * p/2).
   */
  @Test
  void a_rare_outcome_rules_out_chance_up_to_the_z_that_the_fewest_judgements_bear() {
    Rounded rarer = ofRare(.02, 0, .07);
    Rounded rare = ofRare(.10, .04, .21);
    for (double sign : new double[] {1, -1}) {
      double z = 1.442939502418652 - sign * 1e-9;
      assertThat(RoundedDifference.isBacked(rarer, rare, z)).isEqualTo(sign > 0);
      assertThat(RoundedDifference.isBacked(rare, rarer, z)).isEqualTo(sign > 0);
      assertThat(RoundedDifference.isBacked(contrary(rarer), contrary(rare), z))
          .isEqualTo(sign > 0);
    }
    // n 118.079 and 79.112, p .0464548
    Rounded rarest = ofRare(.01, 0, .03);
    Rounded fewer = ofRare(.08, .04, .15);
    assertThat(RoundedDifference.isBacked(rarest, fewer, 1.9912374)).isTrue();
    assertThat(RoundedDifference.isBacked(rarest, fewer, 1.9912375)).isFalse();
  }

  private static Rounded ofRare(double score, double low, double high) {
    return new Rounded(score, new Interval(low, high), new Interval(0, 1));
  }

  private static Rounded contrary(Rounded rounded) {
    Interval at95 = rounded.at95();
    return ofRare(1 - rounded.score(), 1 - at95.high(), 1 - at95.low());
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
