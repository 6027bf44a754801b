package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Σ_t ln B(y_t + α, n_t − y_t + β) − ln B(α, β), climbed by Newton's method in (ln α, ln β), with
 * halved steps. Far from the peak the surface is a narrow ridge that is not concave along its
 * length; there Newton's step is turned uphill.
 */
final class BetaBinomialLikelihood {
  /** An α + β beyond this is no spread at all: the maximum lies at infinity. */
  private static final double LARGEST = 1e7;

  /** An α or β below this is a score of 0 or 1 in every trust: the maximum lies at 0. */
  private static final double SMALLEST = 1e-6;

  /** A determinant below this share of its first term is level but for rounding. */
  private static final double LEVEL = 1e-9;

  /** A maximum no higher above the value at infinity than this is that value, but for rounding. */
  private static final double LEAST_GAIN = 1e-6;

  private static final int STEPS = 200;
  private static final double FARTHEST_STEP = 2;
  private static final double SMALL_STEP = 1e-9;

  private final double[] y;
  private final double[] n;

  private BetaBinomialLikelihood(List<Proportion> scores) {
    y = scores.stream().mapToDouble(Proportion::y).toArray();
    n = scores.stream().mapToDouble(Proportion::n).toArray();
  }

  /** α and β at the maximum; empty when there is none inside. */
  static Optional<double[]> maximum(List<Proportion> scores, BetaBinomial start) {
    if (scores.size() < 2 || scores.stream().anyMatch(score -> Double.isInfinite(score.n()))) {
      return Optional.empty();
    }
    BetaBinomialLikelihood likelihood = new BetaBinomialLikelihood(scores);
    double mean = scores.stream().mapToDouble(Proportion::p).average().orElse(.5);
    boolean isStarted = start.method() != BetaBinomial.Method.NONE;
    double alpha = isStarted ? start.alpha() : 10 * Math.max(.01, mean);
    double beta = isStarted ? start.beta() : 10 * Math.max(.01, 1 - mean);
    return likelihood.climb(alpha, beta);
  }

  private Optional<double[]> climb(double startAlpha, double startBeta) {
    double alpha = startAlpha;
    double beta = startBeta;
    double value = value(alpha, beta);
    for (int i = 0; i < STEPS; i++) {
      double[] step = step(alpha, beta);
      double length = Math.max(Math.abs(step[0]), Math.abs(step[1]));
      double scale = 1;
      double next = value(alpha * Math.exp(scale * step[0]), beta * Math.exp(scale * step[1]));
      while (!(next >= value) && scale * length > SMALL_STEP) {
        scale /= 2;
        next = value(alpha * Math.exp(scale * step[0]), beta * Math.exp(scale * step[1]));
      }
      if (length < SMALL_STEP || scale * length <= SMALL_STEP) {
        return isPeak(alpha, beta) && value - valueAtInfinity() > LEAST_GAIN
            ? Optional.of(new double[] {alpha, beta})
            : Optional.empty();
      }
      alpha *= Math.exp(scale * step[0]);
      beta *= Math.exp(scale * step[1]);
      value = next;
      if (alpha + beta > LARGEST || Math.min(alpha, beta) < SMALLEST) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private double value(double alpha, double beta) {
    double sum = -y.length * LogBeta.value(alpha, beta);
    for (int t = 0; t < y.length; t++) {
      sum += LogBeta.value(y[t] + alpha, n[t] - y[t] + beta);
    }
    return sum;
  }

  /** Where α and β grow without end there is no spread, and every trust has the score Σy/Σn. */
  private double valueAtInfinity() {
    double sufficient = Arrays.stream(y).sum();
    double assessed = Arrays.stream(n).sum();
    return xLogX(sufficient) + xLogX(assessed - sufficient) - xLogX(assessed);
  }

  private static double xLogX(double x) {
    return x > 0 ? x * Math.log(x) : 0;
  }

  /** |H|⁻¹g, |H| having H's axes and the sizes of its curvatures; no axis is followed too far. */
  private double[] step(double alpha, double beta) {
    double[] g = gradient(alpha, beta);
    double[] h = curvature(alpha, beta, g);
    double middle = (h[0] + h[1]) / 2;
    double radius = Math.hypot((h[0] - h[1]) / 2, h[2]);
    double turn = Math.atan2(h[2], (h[0] - h[1]) / 2) / 2;
    double cosine = Math.cos(turn);
    double sine = Math.sin(turn);
    double along = along(g[0] * cosine + g[1] * sine, middle + radius);
    double across = along(g[1] * cosine - g[0] * sine, middle - radius);
    return new double[] {along * cosine - across * sine, along * sine + across * cosine};
  }

  private static double along(double slope, double curvature) {
    return slope == 0
        ? 0
        : Math.max(-FARTHEST_STEP, Math.min(FARTHEST_STEP, slope / Math.abs(curvature)));
  }

  /**
   * Whether the surface falls away on all sides; with one judgement a trust it is a level ridge.
   */
  private boolean isPeak(double alpha, double beta) {
    double[] h = curvature(alpha, beta, gradient(alpha, beta));
    return h[0] < 0 && h[0] * h[1] - h[2] * h[2] > LEVEL * h[0] * h[1];
  }

  /** In (ln α, ln β). */
  private double[] gradient(double alpha, double beta) {
    double a = y.length * (Digamma.value(alpha + beta) - Digamma.value(alpha));
    double b = y.length * (Digamma.value(alpha + beta) - Digamma.value(beta));
    for (int t = 0; t < y.length; t++) {
      double total = Digamma.value(n[t] + alpha + beta);
      a += Digamma.value(y[t] + alpha) - total;
      b += Digamma.value(n[t] - y[t] + beta) - total;
    }
    return new double[] {alpha * a, beta * b};
  }

  /** The second derivatives in (ln α, ln β): twice by the first, twice by the second, mixed. */
  private double[] curvature(double alpha, double beta, double[] gradient) {
    double mixed = y.length * Trigamma.value(alpha + beta);
    double a = mixed - y.length * Trigamma.value(alpha);
    double b = mixed - y.length * Trigamma.value(beta);
    for (int t = 0; t < y.length; t++) {
      double total = Trigamma.value(n[t] + alpha + beta);
      a += Trigamma.value(y[t] + alpha) - total;
      b += Trigamma.value(n[t] - y[t] + beta) - total;
      mixed -= total;
    }
    return new double[] {
      alpha * alpha * a + gradient[0], beta * beta * b + gradient[1], alpha * beta * mixed
    };
  }
}
