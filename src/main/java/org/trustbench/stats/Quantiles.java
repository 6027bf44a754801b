package org.trustbench.stats;

import java.util.Arrays;

/** Quantiles of a list of numbers by linear interpolation: type 7 of Hyndman and Fan 1996. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile at {@code q}, 0 to 1, of at least one value, in any order: with h = (m−1)q, the
   * value at rank h counted from 0, between ranks in proportion.
   */
  public static double type7(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, q);
  }

  /** The values with those beyond the quantiles at q and 1 − q brought in to them. */
  public static double[] winsorised(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = ofSorted(sorted, q);
    double high = ofSorted(sorted, 1 - q);
    return Arrays.stream(values).map(value -> Math.min(high, Math.max(low, value))).toArray();
  }

  private static double ofSorted(double[] sorted, double q) {
    double h = (sorted.length - 1) * q;
    int below = (int) Math.floor(h);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
  }
}
