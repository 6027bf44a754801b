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
    double tail = Normal.twoSided(z) / 2;
    double low = exactLimit(p0, n, tail);
    return new Interval(low, Math.max(low, exactLimit(p0, n, 1 - tail)));
  }

  /** One limit, (r − (F(r) − q)/f(r))/n with r the smallest count at which F(r) ≥ q; 0 to 1. */
  public static double exactLimit(double p0, int n, double q) {
    if (p0 == 0 || p0 == 1) {
      return p0;
    }
    BinomialDistribution counts = BinomialDistribution.of(n, p0);
    int r = counts.inverseCumulativeProbability(q);
    double excess = (counts.cumulativeProbability(r) - q) / counts.probability(r);
    return Math.min(1, Math.max(0, (r - excess) / n));
  }
}
