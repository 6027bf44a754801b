package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogBeta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.stats.BetaBinomial.Method;

class BetaBinomialTest {
  private static final List<Proportion> TEN = OverDispersionTest.ten();

  @Test
  void ten_trusts_have_the_known_maximum() {
    BetaBinomial fit = BetaBinomial.fit(TEN);
    assertThat(fit.method()).isEqualTo(Method.MAXIMUM_LIKELIHOOD);
    assertThat(fit.alpha()).isCloseTo(6.46610184, within(1e-6));
    assertThat(fit.beta()).isCloseTo(12.41258912, within(1e-6));
    assertThat(fit.shrunken(TEN.get(6)).orElseThrow()).isCloseTo(.33894253, within(1e-7));
  }

  /** Maxima by other code (SciPy's Nelder-Mead from six places). */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "far apart, 1/40 38/40 20/40 39/40 3/40 0/40, .2842, .4063",
    "nearly all, 98/100 99/100 100/100 90/100 97/100 100/100 80/100, 8.7776, .4718",
    "few judgements, 1/2 2/2 0/2 2/2 2/2 0/2 1/2 2/2, .7143, .4286",
    "uneven, 3/4 900/1000 10/30 55/60 7/7 0/3, 1.2571, .6333",
    "all or nothing, 0/9 9/9 9/9 0/9 8/9 9/9, .0868, .0588",
    "little spread, 480/800 520/800 455/800 510/800 540/800, 131.3800, 78.4124",
  })
  void the_maximum_is_found_wherever_it_lies(
      String name, String scores, double alpha, double beta) {
    BetaBinomial fit = BetaBinomial.fit(scores(scores));
    assertThat(fit.method()).isEqualTo(Method.MAXIMUM_LIKELIHOOD);
    assertThat(fit.alpha()).as(name).isCloseTo(alpha, within(2e-4));
    assertThat(fit.beta()).as(name).isCloseTo(beta, within(2e-4));
  }

  @Test
  void a_maximum_on_a_narrow_ridge_is_found() {
    BetaBinomial few =
        BetaBinomial.fit(
            scores("0/1 5/41 0/4 2/36 4/29 3/23 0/19 5/50 0/1 2/53 7/45 4/32 1/11 0/39 1/16"));
    assertThat(few.method()).isEqualTo(Method.MAXIMUM_LIKELIHOOD);
    assertThat(few.alpha()).isCloseTo(9.1672196, within(1e-6));
    assertThat(few.beta()).isCloseTo(99.2542113, within(1e-5));
    BetaBinomial most = BetaBinomial.fit(scores("5/5 2/2 44/44 47/52 7/8 10/10 54/56 14/15"));
    assertThat(most.method()).isEqualTo(Method.MAXIMUM_LIKELIHOOD);
    assertThat(most.alpha()).isCloseTo(84.8320246, within(1e-5));
    assertThat(most.beta()).isCloseTo(4.1317264, within(1e-6));
  }

  @Test
  void a_spread_no_likelier_than_none_is_no_maximum() {
    BetaBinomial moments = BetaBinomial.fit(scores("2/2 3/3 1/1 1/2 2/2 3/3 3/3 2/2"));
    assertThat(moments.method()).isEqualTo(Method.MOMENTS);
    assertThat(moments.alpha()).isCloseTo(4.5501234568, within(1e-9));
    assertThat(moments.beta()).isCloseTo(.2676543210, within(1e-9));
    assertThat(BetaBinomial.fit(scores("2/3 1/2 1/2 2/2 3/3 3/3 3/3")))
        .isEqualTo(BetaBinomial.NO_FIT);
  }

  /** Slopes and curvatures by SciPy's psi and polygamma, the gain by its betaln. */
  @Test
  void the_likelihood_has_the_height_slopes_and_curvatures_that_other_code_gives_it() {
    BetaBinomialLikelihood three = new BetaBinomialLikelihood(scores("1/4 3/3 2.5/7.25"));
    double[] slope = three.slope(2, .75);
    assertThat(slope).containsExactly(new double[] {-1.47800675, 1.25769675}, within(1e-8));
    assertThat(three.curvature(2, .75, slope))
        .containsExactly(new double[] {-2.32537361, -.83542127, 1.28696754}, within(1e-8));
    assertThat(three.gain(2, .75)).isCloseTo(-.67335795, within(1e-8));
    // ln(1/6 · 1/3 · 1/3) less that of six judgements by a half each.
    assertThat(new BetaBinomialLikelihood(scores("1/2 2/2 0/2")).gain(1, 1))
        .isCloseTo(Math.log(32. / 27), within(1e-12));
  }

  @Test
  void a_step_is_newtons_on_a_peak_turned_uphill_off_it_and_never_far() {
    double[] onPeak = BetaBinomialLikelihood.step(new double[] {1, 2}, new double[] {-4, -3, 1});
    assertThat(onPeak).containsExactly(new double[] {5 / 11., 9 / 11.}, within(1e-12));
    // Axes (2, 1) with a curvature of 2 and (−1, 2) with one of −3.
    double[] onSaddle = BetaBinomialLikelihood.step(new double[] {1, 3}, new double[] {1, -2, 2});
    assertThat(onSaddle).containsExactly(new double[] {2 / 3., 7 / 6.}, within(1e-12));
    double[] flat = {-.1, -1, 0};
    assertThat(BetaBinomialLikelihood.step(new double[] {3, -1}, flat))
        .containsExactly(new double[] {2, -1}, within(1e-12));
    assertThat(BetaBinomialLikelihood.step(new double[] {-3, 1}, flat))
        .containsExactly(new double[] {-2, 1}, within(1e-12));
  }

  /** Where both slopes are 0 by 40 digits (mpmath); likelier by .1 than no spread at all. */
  @Test
  void a_maximum_that_hardly_rises_above_no_spread_is_found_to_eight_digits() {
    BetaBinomial fit = BetaBinomial.fit(scores("14/52 113/461 135/532 74/320 173/586 49/175"));
    assertThat(fit.alpha()).isCloseTo(403.50316993, within(1e-5));
    assertThat(fit.beta()).isCloseTo(1136.93946507, within(3e-5));
  }

  @Test
  void nothing_near_the_maximum_is_likelier() {
    BetaBinomial fit = BetaBinomial.fit(TEN);
    double most = logLikelihood(TEN, fit.alpha(), fit.beta());
    for (double a : new double[] {.99, 1, 1.01}) {
      for (double b : new double[] {.99, 1, 1.01}) {
        assertThat(logLikelihood(TEN, a * fit.alpha(), b * fit.beta()))
            .isLessThanOrEqualTo(most + 1e-12);
      }
    }
  }

  @Test
  void the_order_of_trusts_and_of_outcomes_is_nothing_to_it() {
    List<Proportion> turned = new ArrayList<>();
    TEN.forEach(score -> turned.add(0, new Proportion(1 - score.p(), score.n())));
    BetaBinomial fit = BetaBinomial.fit(turned);
    assertThat(fit.alpha()).isCloseTo(12.41258912, within(1e-6));
    assertThat(fit.beta()).isCloseTo(6.46610184, within(1e-6));
  }

  @Test
  void a_shrunken_score_lies_between_the_score_and_the_common_mean() {
    BetaBinomial fit = BetaBinomial.fit(TEN);
    double mean = fit.alpha() / (fit.alpha() + fit.beta());
    for (Proportion score : TEN) {
      double shrunken = fit.shrunken(score).orElseThrow();
      assertThat(shrunken).isBetween(Math.min(mean, score.p()), Math.max(mean, score.p()));
    }
  }

  @Test
  void scores_that_vary_no_more_than_chance_have_no_fit() {
    assertThat(BetaBinomial.fit(Collections.nCopies(35, new Proportion(.8, 50))))
        .isEqualTo(BetaBinomial.NO_FIT);
    assertThat(BetaBinomial.NO_FIT.shrunken(TEN.get(0))).isEmpty();
  }

  /** Maxima by SciPy (Nelder-Mead); Newton's whole step leads past the peak and back. */
  @ParameterizedTest
  @CsvSource({
    "42/1943 6/510 22/711, 122.140, 5399.73",
    "80/89 20/20 9/9, 22.7676, 1.25050",
    "406/1372 37/169, 90.2941, 240.293"
  })
  void a_peak_that_whole_steps_leap_over_is_found(String counts, double alpha, double beta) {
    BetaBinomial fit = BetaBinomial.fit(scores(counts));
    assertThat(fit.method()).isEqualTo(Method.MAXIMUM_LIKELIHOOD);
    assertThat(fit.alpha()).isCloseTo(alpha, withinPercentage(.01));
    assertThat(fit.beta()).isCloseTo(beta, withinPercentage(.01));
  }

  @Test
  void hostile_scores_have_no_fit_and_no_nan() {
    Proportion none = new Proportion(0, 20);
    Proportion all = new Proportion(1, 20);
    for (List<Proportion> scores :
        List.of(
            List.<Proportion>of(),
            List.of(new Proportion(.5, 4)),
            List.of(none, none, none),
            List.of(all, all, all),
            List.of(all, none, all, none),
            List.of(new Proportion(1, 1), new Proportion(0, 1), new Proportion(1, 1)),
            List.of(new Proportion(.5, Double.POSITIVE_INFINITY), all))) {
      assertThat(BetaBinomial.fit(scores).method()).isEqualTo(Method.NONE);
    }
  }

  @Test
  void a_thousand_million_judgements_are_fitted() {
    List<Proportion> scores =
        IntStream.range(0, 35).mapToObj(t -> new Proportion(.6 + .01 * t, 1e9)).toList();
    BetaBinomial fit = BetaBinomial.fit(scores);
    assertThat(fit.method()).isEqualTo(Method.MAXIMUM_LIKELIHOOD);
    assertThat(fit.alpha() / (fit.alpha() + fit.beta())).isCloseTo(.77, within(.005));
    assertThat(fit.shrunken(scores.get(0)).orElseThrow()).isCloseTo(.6, within(1e-7));
  }

  @Test
  void moments_recover_the_spread_of_equal_sized_trusts() {
    List<Proportion> scores =
        IntStream.range(0, 40).mapToObj(t -> new Proportion(.5 + .01 * (t % 20), 200)).toList();
    BetaBinomial fit = BetaBinomial.moments(scores);
    double mean = fit.alpha() / (fit.alpha() + fit.beta());
    double rho = 1 / (fit.alpha() + fit.beta() + 1);
    double spread = scores.stream().mapToDouble(s -> (s.p() - mean) * (s.p() - mean)).sum() / 39;
    assertThat(fit.method()).isEqualTo(Method.MOMENTS);
    assertThat(mean).isCloseTo(.595, within(1e-12));
    assertThat(mean * (1 - mean) * ((1 - rho) / 200 + rho)).isCloseTo(spread, within(1e-12));
  }

  /** Written as sufficient/assessed. */
  private static List<Proportion> scores(String counts) {
    return Stream.of(counts.split(" "))
        .map(one -> one.split("/"))
        .map(one -> new double[] {Double.parseDouble(one[0]), Double.parseDouble(one[1])})
        .map(one -> new Proportion(one[0] / one[1], one[1]))
        .toList();
  }

  private static double logLikelihood(List<Proportion> scores, double alpha, double beta) {
    return scores.stream()
        .mapToDouble(
            s -> LogBeta.value(s.y() + alpha, s.n() - s.y() + beta) - LogBeta.value(alpha, beta))
        .sum();
  }
}
