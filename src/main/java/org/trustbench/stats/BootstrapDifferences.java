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
    for (int j = 0; j < trusts; j++) {
      for (int k = 0; k < trusts; k++) {
        double together = Math.sqrt(se[j] * se[j] + se[k] * se[k]);
        double difference = p[j] - p[k];
        observed[j][k] = difference == 0 ? 0 : difference / together;
        share[j][k] = together == 0 ? 0 : (float) (se[j] / together);
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

  /** The difference of two trusts in one draw of every trust. */
  float drawn(int j, int k, float[] z) {
    return share[j][k] * z[j] - share[k][j] * z[k];
  }

  /** One draw of every trust. */
  float[] drawn(int draw) {
    return draws.column(draw);
  }

  /** The trusts of a draw from the farthest from 0 to the nearest; some may be none of these. */
  int[] byDistance(int draw) {
    return draws.byDistance(draw);
  }

  /** How far apart a draw can be. */
  FarthestDraws farthest() {
    return draws.farthest(trusts());
  }
}
