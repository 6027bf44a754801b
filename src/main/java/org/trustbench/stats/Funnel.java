package org.trustbench.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Funnel limits around a centre p0 for a trust worth n judgements, to be drawn (Spiegelhalter 2005,
 * Statistics in Medicine 24, 1185-1202). Verdicts come from elsewhere.
 */
public final class Funnel {
  private Funnel() {}

  /**
   * {@code score}: p0 ∓ z√(p0(1−p0)/n), held within 0 to 1. A score lies outside these limits
   * exactly when its Wilson interval excludes p0.
   *
   * @param n effective judgements, above 0
   */
  public static Interval score(double p0, double n, double z) {
    double reach = z * Math.sqrt(p0 * (1 - p0) / n);
    return new Interval(Math.max(0, p0 - reach), Math.min(1, p0 + reach));
  }

  /**
   * {@code exact-interpolated}: binomial quantiles made continuous. On one side they lie 1/n nearer
   * the centre than on the other, so they draw well and judge badly. The point p0 at p0 = 0 or 1.
   *
   * @param n judgements, at least 1
   * @param z the level as a normal deviate, such as {@link Normal#Z95}
   */
  public static Interval exactInterpolated(double p0, int n, double z) {
    double low = exactLimit(p0, n, Normal.cumulative(-z), -z);
    double high = exactLimit(p0, n, Normal.cumulative(z), z);
    return new Interval(low, Math.max(low, high));
  }

  /** One limit, (r − (F(r) − q)/f(r))/n with r the smallest count at which F(r) ≥ q; 0 to 1. */
  public static double exactLimit(double p0, int n, double q) {
    return exactLimit(p0, n, q, Normal.quantile(q));
  }

  private static double exactLimit(double p0, int n, double q, double z) {
    if (p0 == 0 || p0 == 1) {
      return p0;
    }
    double limit =
        q <= .5 ? lowerLimit(p0, n, q, z) : 1 - lowerLimit(1 - p0, n, 1 - q, -z) - 1.0 / n;
    return Math.min(1, Math.max(0, limit));
  }

  /**
   * The same below the middle, not held to the scale. From a normal guess at r, whose tail is added
   * up, the next counts' probabilities follow by their ratio.
   */
  private static double lowerLimit(double p0, int n, double q, double z) {
    double odds = p0 / (1 - p0);
    int r = (int) Math.max(0, Math.floor(n * p0 + z * Math.sqrt(n * p0 * (1 - p0))));
    double probability = BinomialDistribution.of(n, p0).probability(r);
    double cumulative = probability * tail(n, r, odds);
    while (cumulative < q) {
      probability *= (n - r) / (r + 1.0) * odds;
      r++;
      cumulative += probability;
    }
    while (r > 0 && cumulative - probability >= q) {
      cumulative -= probability;
      probability *= r / (n - r + 1.0) / odds;
      r--;
    }
    return (r - (cumulative - q) / probability) / n;
  }

  /** P(X ≤ r) over P(X = r), for r below the middle. */
  private static double tail(int n, int r, double odds) {
    double sum = 1;
    double term = 1;
    for (int i = r; i > 0 && term > sum * 1e-17; i--) {
      term *= i / (n - i + 1.0) / odds;
      sum += term;
    }
    return sum;
  }
}
