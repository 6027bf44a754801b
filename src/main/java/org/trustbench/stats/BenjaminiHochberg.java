package org.trustbench.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Control of the false discovery rate over a family of tests (Benjamini and Hochberg 1995). */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The adjusted p-values, in the order given: min over r ≥ rank of m·p_(r)/r, at most 1. A test is
   * a discovery at q when its adjusted p is at most q. An empty family has none; a family of one is
   * unchanged.
   */
  public static double[] adjusted(double[] pValues) {
    int m = pValues.length;
    int[] descending =
        IntStream.range(0, m)
            .boxed()
            .sorted((a, b) -> Double.compare(pValues[b], pValues[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[m];
    double smallest = 1;
    for (int i = 0; i < m; i++) {
      double p = pValues[descending[i]];
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("not a p-value in " + Arrays.toString(pValues));
      }
      smallest = Math.min(smallest, p * ((double) m / (m - i)));
      adjusted[descending[i]] = smallest;
    }
    return adjusted;
  }
}
