package org.trustbench.stats;

/**
 * The studentised differences of every two trusts, observed and as a parametric bootstrap draws
 * them when there is no difference: (se_j·Z_j − se_k·Z_k)/se_jk, se_jk = √(se_j² + se_k²).
 *
 * <p>Differences are kept in single precision and come out exactly opposite for (j, k) and (k, j).
 */
final class BootstrapDifferences {
  private final NormalDraws draws;
  private final double[][] observed;
  private final float[][] share;
  private final float[][] largest;

  /**
   * @param p scores, in the order the rows of draws are assigned
   * @param se their standard errors; two scores known exactly differ significantly if at all
   */
  BootstrapDifferences(double[] p, double[] se, NormalDraws draws) {
    int trusts = p.length;
    if (trusts > draws.trusts()) {
      throw new IllegalArgumentException(
          "draws for " + draws.trusts() + " trusts do not rank " + trusts);
    }
    this.draws = draws;
    this.observed = new double[trusts][trusts];
    this.share = new float[trusts][trusts];
    this.largest = new float[trusts][draws.draws()];
    for (int j = 0; j < trusts; j++) {
      for (int k = 0; k < trusts; k++) {
        double together = Math.sqrt(se[j] * se[j] + se[k] * se[k]);
        double difference = p[j] - p[k];
        observed[j][k] = difference == 0 ? 0 : difference / together;
        share[j][k] = together == 0 ? 0 : (float) (se[j] / together);
      }
    }
    for (int j = 0; j < trusts; j++) {
      for (int k = j + 1; k < trusts; k++) {
        raise(largest[j], largest[k], draws.row(j), draws.row(k), share[j][k], share[k][j]);
      }
    }
  }

  int trusts() {
    return observed.length;
  }

  int draws() {
    return draws.draws();
  }

  double observed(int j, int k) {
    return observed[j][k];
  }

  float drawn(int j, int k, int draw) {
    float[] drawn = draws.column(draw);
    return share[j][k] * drawn[j] - share[k][j] * drawn[k];
  }

  /** One draw of every trust. */
  float[] drawn(int draw) {
    return draws.column(draw);
  }

  /** The trusts of a draw from the farthest from 0 to the nearest; some may be none of these. */
  int[] byDistance(int draw) {
    return draws.byDistance(draw);
  }

  /** Each draw's largest difference, either way, between trust j and any other. */
  float[] largest(int j) {
    return largest[j];
  }

  /** Each draw's largest difference between any two trusts. */
  float[] largestOfAll() {
    float[] most = new float[draws.draws()];
    for (float[] one : largest) {
      for (int d = 0; d < most.length; d++) {
        most[d] = Math.max(most[d], one[d]);
      }
    }
    return most;
  }

  /** All but all of the time goes here: a plain loop over arrays, which the compiler vectorises. */
  private static void raise(
      float[] largestJ, float[] largestK, float[] zj, float[] zk, float a, float b) {
    for (int d = 0; d < zj.length; d++) {
      float difference = Math.abs(a * zj[d] - b * zk[d]);
      largestJ[d] = Math.max(largestJ[d], difference);
      largestK[d] = Math.max(largestK[d], difference);
    }
  }
}
