package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Σ_t ln B(y_t + α, n_t − y_t + β) − ln B(α, β), climbed by Newton's method in (ln α, ln β), a step
 * that leads down being halved. Far from the peak the surface is a narrow ridge that is not concave
 * along its length; there Newton's step is turned uphill.
 */
final class BetaBinomialLikelihood {
  /** An α or β beyond this is no spread at all: the maximum lies at infinity. */
  private static final double LARGEST = 1e7;

  /** An α or β below this is a score of 0 or 1 in every trust: the maximum lies at 0. */
  private static final double SMALLEST = 1e-6;

  /** A maximum no higher above the value at infinity than this is that value, but for rounding. */
  private static final double LEAST_GAIN = 1e-6;

  /** A step that promises to lead no higher than this has come to the peak. */
  private static final double LEVEL = 1e-12;

  private static final int STEPS = 200;
  private static final double FARTHEST_STEP = 2;

  private final double[] y;
  private final double[] n;

  BetaBinomialLikelihood(List<Proportion> scores) {
    y = scores.stream().mapToDouble(Proportion::y).toArray();
    n = scores.stream().mapToDouble(Proportion::n).toArray();
  }

  /** α and β at the maximum, sought from a uniform spread; empty when there is none inside. */
  Optional<double[]> maximum() {
    Place place = new Place(1, 1, gain(1, 1));
    for (int i = 0; i < STEPS && isInside(place.alpha, place.beta); i++) {
      double[] slope = slope(place.alpha, place.beta);
      double[] step = step(slope, curvature(place.alpha, place.beta, slope));
      place = next(place, step);
      if (step[0] * slope[0] + step[1] * slope[1] < LEVEL) {
        return place.gain > LEAST_GAIN
            ? Optional.of(new double[] {place.alpha, place.beta})
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private record Place(double alpha, double beta, double gain) {}

  /** Where a step leads that leads no lower than rounding does: all of it, or a half of a half. */
  private Place next(Place from, double[] step) {
    for (double share = 1; ; share /= 2) {
      double alpha = from.alpha * Math.exp(share * step[0]);
      double beta = from.beta * Math.exp(share * step[1]);
      double gain = gain(alpha, beta);
      if (!(gain < from.gain - LEAST_GAIN)) {
        return new Place(alpha, beta, gain);
      }
    }
  }

  private static boolean isInside(double alpha, double beta) {
    return Math.min(alpha, beta) >= SMALLEST && Math.max(alpha, beta) <= LARGEST;
  }

  /**
   * How far the logarithm of the likelihood lies above that of no spread, where α and β grow
   * without end and every trust has the score Σy/Σn. Not a number where that score is 0 or 1.
   */
  double gain(double alpha, double beta) {
    double sufficient = Arrays.stream(y).sum();
    double assessed = Arrays.stream(n).sum();
    double gain = xLogX(assessed) - xLogX(sufficient) - xLogX(assessed - sufficient);
    double prior = LogBeta.value(alpha, beta);
    for (int t = 0; t < y.length; t++) {
      gain += LogBeta.value(y[t] + alpha, n[t] - y[t] + beta) - prior;
    }
    return gain;
  }

  private static double xLogX(double x) {
    return x * Math.log(x);
  }

  /** |H|⁻¹g, |H| having H's axes and the sizes of its curvatures; no axis is followed too far. */
  static double[] step(double[] g, double[] h) {
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
    return Math.max(-FARTHEST_STEP, Math.min(FARTHEST_STEP, slope / Math.abs(curvature)));
  }

  /** The first derivatives in (ln α, ln β). */
  double[] slope(double alpha, double beta) {
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
  double[] curvature(double alpha, double beta, double[] slope) {
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
      alpha * alpha * a + slope[0], beta * beta * b + slope[1], alpha * beta * mixed
    };
  }
}
