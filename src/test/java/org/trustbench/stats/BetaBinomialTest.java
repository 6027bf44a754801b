package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogBeta;
import org.junit.jupiter.api.Test;
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

  private static double logLikelihood(List<Proportion> scores, double alpha, double beta) {
    return scores.stream()
        .mapToDouble(
            s -> LogBeta.value(s.y() + alpha, s.n() - s.y() + beta) - LogBeta.value(alpha, beta))
        .sum();
  }
}
