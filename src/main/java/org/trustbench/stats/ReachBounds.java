package org.trustbench.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Bounds of {@link Stepdown#reached}, for a small part of its work. Trusts are held together in
 * runs of like weight, and every trust of a run counts as the heaviest or the lightest of it.
 *
 * <p>The differences from one trust are normal with correlations λ_k·λ_l, λ_k² = w_j/(w_j + w_k),
 * and the probability that all lie within t grows with every λ (Šidák 1968, Annals of Mathematical
 * Statistics 39): heavier others bring it down, lighter ones up. A hypothesis that stands in one
 * direction alone lies between one that stands in both and none.
 */
final class ReachBounds {
  private final PairStatistics pairs;
  private final int[] run;
  private final int[] trusts;
  private final double[] lightest;
  private final double[] heaviest;

  ReachBounds(PairStatistics pairs, int runs) {
    this.pairs = pairs;
    this.run = new int[pairs.trusts()];
    this.trusts = new int[runs];
    this.lightest = new double[runs];
    this.heaviest = new double[runs];
    int[] byWeight =
        IntStream.range(0, run.length)
            .boxed()
            .sorted(Comparator.comparingDouble(pairs::weight))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int place = 0; place < byWeight.length; place++) {
      int at = (int) ((long) place * runs / byWeight.length);
      double weight = pairs.weight(byWeight[place]);
      run[byWeight[place]] = at;
      lightest[at] = trusts[at] == 0 ? weight : lightest[at];
      heaviest[at] = weight;
      trusts[at]++;
    }
  }

  /** No less than the probability, whatever has been found. */
  double atMost(int j, double t) {
    return reached(pairs.weight(j), trusts, heaviest, t);
  }

  /** No more than the probability. */
  double atLeast(int j, byte[] found, double t) {
    int[] standing = trusts.clone();
    standing[run[j]]--;
    for (int k = 0; k < found.length; k++) {
      standing[run[k]] -= found[k] == 0 ? 0 : 1;
    }
    return reached(pairs.weight(j), standing, lightest, t);
  }

  private static double reached(double own, int[] others, double[] weights, double t) {
    double[] slope = Arrays.stream(weights).map(weight -> Math.sqrt(own / weight)).toArray();
    double[] reach = Arrays.stream(slope).map(one -> t * Math.sqrt(1 + one * one)).toArray();
    double step = Stepdown.step(Arrays.stream(slope).max().orElse(1));
    double below = 0;
    for (double z = -Stepdown.FARTHEST; z <= Stepdown.FARTHEST; z += step) {
      double product = step * NormalTable.density(z);
      for (int i = 0; i < slope.length && product > Stepdown.NEGLIGIBLE; i++) {
        double high = NormalTable.cumulative(slope[i] * z + reach[i]);
        double low = NormalTable.cumulative(slope[i] * z - reach[i]);
        product *= Math.pow(high - low, others[i]);
      }
      below += product;
    }
    return 1 - below;
  }
}
