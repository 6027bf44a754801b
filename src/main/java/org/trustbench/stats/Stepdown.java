package org.trustbench.stats;

import java.util.Arrays;

/**
 * Which trusts are significantly better than which: the stepdown of Romano and Wolf 2005 on the
 * studentised differences T_jk = (p_j − p_k)/se_jk, as Mogstad, Romano, Shaikh and Wilhelm (Review
 * of Economic Studies 2024) use it for ranks. Each ordered pair is a hypothesis "j is no better
 * than k". The critical value is the 1 − α quantile, over parametric bootstrap draws, of the
 * largest (se_j·Z_j − se_k·Z_k)/se_jk among the hypotheses not yet rejected; it is computed anew
 * until nothing more is rejected. The family-wise error is at most α, direction errors counted.
 *
 * <p>Not safe for use by two threads: it keeps its work arrays.
 */
final class Stepdown {
  private final int trusts;
  private final double[][] statistic;
  private final float[][] share;
  private final NormalDraws draws;
  private final int rank;
  private final float[] largest;
  private final float[] selection;

  /**
   * @param p scores, in the order the rows of draws are assigned
   * @param se their standard errors; two scores known exactly differ significantly if at all
   */
  Stepdown(double[] p, double[] se, NormalDraws draws, double alpha) {
    if (p.length > draws.trusts()) {
      throw new IllegalArgumentException(
          "draws for " + draws.trusts() + " trusts do not rank " + p.length);
    }
    this.trusts = p.length;
    this.draws = draws;
    this.rank = (int) Math.ceil((1 - alpha) * draws.draws() - 1e-9) - 1;
    this.largest = new float[draws.draws()];
    this.selection = new float[draws.draws()];
    this.statistic = new double[trusts][trusts];
    this.share = new float[trusts][trusts];
    for (int j = 0; j < trusts; j++) {
      for (int k = 0; k < trusts; k++) {
        double together = Math.hypot(se[j], se[k]);
        double difference = p[j] - p[k];
        statistic[j][k] = difference == 0 ? 0 : difference / together;
        share[j][k] = together == 0 ? 0 : (float) (se[j] / together);
      }
    }
  }

  /** Row j, of the set for trust j alone: whether trust k is better (1), worse (−1) or neither. */
  byte[] against(int j) {
    byte[][] found = new byte[trusts][trusts];
    reject(found, j, j + 1);
    return found[j];
  }

  /** The same of all pairs at once: the result at [j][k] is minus that at [k][j]. */
  byte[][] amongAll() {
    byte[][] found = new byte[trusts][trusts];
    reject(found, 0, trusts);
    for (int j = 0; j < trusts; j++) {
      for (int k = 0; k < j; k++) {
        found[j][k] = (byte) -found[k][j];
      }
    }
    return found;
  }

  /** Rows from..to; when there is more than one, a pair is looked at once, in the lower row. */
  private void reject(byte[][] found, int from, int to) {
    boolean isSingle = to - from == 1;
    boolean isStepping = true;
    while (isStepping) {
      Arrays.fill(largest, Float.NEGATIVE_INFINITY);
      for (int j = from; j < to; j++) {
        for (int k = isSingle ? 0 : j + 1; k < trusts; k++) {
          if (j != k) {
            raise(j, k, found[j][k]);
          }
        }
      }
      double critical = critical();
      isStepping = false;
      for (int j = from; j < to; j++) {
        for (int k = isSingle ? 0 : j + 1; k < trusts; k++) {
          if (j != k && found[j][k] == 0 && Math.abs(statistic[j][k]) > critical) {
            found[j][k] = (byte) (statistic[j][k] < 0 ? 1 : -1);
            isStepping = true;
          }
        }
      }
    }
  }

  /** Raises each draw's largest statistic by the hypotheses on j and k that still stand. */
  private void raise(int j, int k, byte found) {
    float a = share[j][k];
    float b = share[k][j];
    float[] zj = draws.row(j);
    float[] zk = draws.row(k);
    switch (found) {
      case 0 -> raiseByEither(largest, zj, zk, a, b);
      case 1 -> raiseByFirst(largest, zj, zk, a, b);
      default -> raiseByFirst(largest, zk, zj, b, a);
    }
  }

  private static void raiseByEither(float[] largest, float[] zj, float[] zk, float a, float b) {
    for (int d = 0; d < largest.length; d++) {
      largest[d] = Math.max(largest[d], Math.abs(a * zj[d] - b * zk[d]));
    }
  }

  private static void raiseByFirst(float[] largest, float[] zj, float[] zk, float a, float b) {
    for (int d = 0; d < largest.length; d++) {
      largest[d] = Math.max(largest[d], a * zj[d] - b * zk[d]);
    }
  }

  private double critical() {
    System.arraycopy(largest, 0, selection, 0, largest.length);
    return Selection.nth(selection, rank);
  }
}
