package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Rank sets of many trusts (Klein, Wright and Wieczorek 2020, J. R. Stat. Soc. A 183): every trust
 * has a Wilson interval at (1 − α)^(1/K), which hold all true scores at once, and is shown worse
 * than those whose interval lies above its own. Sorting is all it takes, K log K; the sets are
 * wider than those of the stepdown.
 */
final class JointIntervals {
  private final double[] low;
  private final double[] high;

  JointIntervals(List<Proportion> scores, double alpha) {
    double z = Normal.quantile((1 + Math.pow(1 - alpha, 1.0 / scores.size())) / 2);
    this.low = scores.stream().mapToDouble(score -> score.interval(z).low()).toArray();
    this.high = scores.stream().mapToDouble(score -> score.interval(z).high()).toArray();
  }

  /** How many are shown better, by trust. */
  int[] better() {
    double[] sorted = low.clone();
    Arrays.sort(sorted);
    return Arrays.stream(high).mapToInt(end -> low.length - countUpTo(sorted, end)).toArray();
  }

  /** How many are shown worse, by trust. */
  int[] worse() {
    double[] sorted = Arrays.stream(high).map(end -> -end).sorted().toArray();
    return Arrays.stream(low).mapToInt(end -> low.length - countUpTo(sorted, -end)).toArray();
  }

  /**
   * Of trusts from the best down: the next tier begins at one worse than any of the present one.
   */
  int[] tiers() {
    int[] tier = new int[low.length];
    double highestLow = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < tier.length; j++) {
      boolean isWorse = high[j] < highestLow;
      tier[j] = j == 0 ? 1 : tier[j - 1] + (isWorse ? 1 : 0);
      highestLow = isWorse ? low[j] : Math.max(highestLow, low[j]);
    }
    return tier;
  }

  /** How many of sorted values are at most {@code end}. */
  private static int countUpTo(double[] sorted, double end) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) / 2;
      if (sorted[middle] <= end) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
