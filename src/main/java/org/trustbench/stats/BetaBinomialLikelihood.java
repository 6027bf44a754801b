package org.trustbench.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Σ_t ln B(y_t + α, n_t − y_t + β) − ln B(α, β), climbed by Newton's method in (ln α, ln β), with
 * halved steps, and a step along the gradient where the surface is not concave.
 */
final class BetaBinomialLikelihood {
  /** An α + β beyond this is no spread at all: the maximum lies at infinity. */
  private static final double LARGEST = 1e7;

  /** An α or β below this is a score of 0 or 1 in every trust: the maximum lies at 0. */
  private static final double SMALLEST = 1e-6;

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
    if (scores.size() < 2) {
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
      double scale = Math.min(1, FARTHEST_STEP / length);
      double next = value(alpha * Math.exp(scale * step[0]), beta * Math.exp(scale * step[1]));
      while (!(next >= value) && scale * length > SMALL_STEP) {
        scale /= 2;
        next = value(alpha * Math.exp(scale * step[0]), beta * Math.exp(scale * step[1]));
      }
      if (length < SMALL_STEP || scale * length <= SMALL_STEP) {
        return Optional.of(new double[] {alpha, beta});
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

  /** −H⁻¹g where H is negative definite, else g scaled to length 1. */
  private double[] step(double alpha, double beta) {
    double both = alpha + beta;
    double gradientAlpha = y.length * (Digamma.value(both) - Digamma.value(alpha));
    double gradientBeta = y.length * (Digamma.value(both) - Digamma.value(beta));
    double cross = y.length * Trigamma.value(both);
    double curveAlpha = cross - y.length * Trigamma.value(alpha);
    double curveBeta = cross - y.length * Trigamma.value(beta);
    for (int t = 0; t < y.length; t++) {
      double total = Digamma.value(n[t] + both);
      double curve = Trigamma.value(n[t] + both);
      gradientAlpha += Digamma.value(y[t] + alpha) - total;
      gradientBeta += Digamma.value(n[t] - y[t] + beta) - total;
      curveAlpha += Trigamma.value(y[t] + alpha) - curve;
      curveBeta += Trigamma.value(n[t] - y[t] + beta) - curve;
      cross -= curve;
    }
    double a = alpha * gradientAlpha;
    double b = beta * gradientBeta;
    double aa = alpha * alpha * curveAlpha + a;
    double bb = beta * beta * curveBeta + b;
    double ab = alpha * beta * cross;
    double determinant = aa * bb - ab * ab;
    if (aa < 0 && determinant > 0) {
      return new double[] {(ab * b - bb * a) / determinant, (ab * a - aa * b) / determinant};
    }
    double length = Math.hypot(a, b);
    return length == 0 ? new double[] {0, 0} : new double[] {a / length, b / length};
  }
}
