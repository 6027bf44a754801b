package org.trustbench.stats;

import java.util.Arrays;

/**
 * Which trusts are significantly better than which: the stepdown of Romano and Wolf 2005 on the
 * studentised differences T_jk = (p_j − p_k)/se_jk, as Mogstad, Romano, Shaikh and Wilhelm (Review
 * of Economic Studies 2024) use it for ranks. Each ordered pair is a hypothesis, "j is no better
 * than k". The critical value is the 1 − α quantile, over the bootstrap draws, of the largest
 * difference among the hypotheses still standing; it falls as they are rejected, until nothing more
 * is. The family-wise error is at most α, errors of direction counted.
 *
 * <p>T exceeds the quantile when few enough draws reach T. So the hypotheses are taken one by one
 * from the largest T, and only the draws that may reach T ({@link FarthestDraws}) are looked at,
 * each for a pair that does. The same rejections as a quantile worked out at every step, for a
 * fraction of the work.
 */
final class Stepdown {
  private final BootstrapDifferences differences;
  private final FarthestDraws farthest;
  private final int allowed;

  Stepdown(BootstrapDifferences differences, double alpha) {
    this.differences = differences;
    this.farthest = differences.farthest();
    int draws = differences.draws();
    this.allowed = draws - (int) Math.ceil((1 - alpha) * draws - 1e-9);
  }

  /** For trust j alone: whether each trust is better (1), worse (−1) or neither (0). */
  byte[] against(int j) {
    int trusts = differences.trusts();
    byte[][] found = new byte[trusts][trusts];
    int[] pairs = new int[Math.max(0, trusts - 1)];
    Arrays.setAll(pairs, i -> number(j, i < j ? i : i + 1));
    rejectAll(new Standing(j, found), pairs);
    return found[j];
  }

  /** The same of all pairs at once: [j][k] is 1 where k is better than j. */
  byte[][] amongAll() {
    int trusts = differences.trusts();
    byte[][] found = new byte[trusts][trusts];
    int[] pairs = new int[trusts * (trusts - 1) / 2];
    int count = 0;
    for (int j = 0; j < trusts; j++) {
      for (int k = j + 1; k < trusts; k++) {
        pairs[count++] = number(j, k);
      }
    }
    rejectAll(new Standing(FarthestDraws.EVERY, found), pairs);
    return found;
  }

  private int number(int j, int k) {
    return j * differences.trusts() + k;
  }

  private double statistic(int pair) {
    return differences.observed(pair / differences.trusts(), pair % differences.trusts());
  }

  private void rejectAll(Standing standing, int[] pairs) {
    float[] distance = new float[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      distance[i] = (float) Math.abs(statistic(pairs[i]));
    }
    for (int i : FarthestDraws.fromTheLargest(distance)) {
      int pair = pairs[i];
      double t = statistic(pair);
      if (t == 0 || !isRejected(standing, Math.abs(t))) {
        return;
      }
      int j = pair / differences.trusts();
      int k = pair % differences.trusts();
      standing.found[j][k] = (byte) (t < 0 ? 1 : -1);
      standing.found[k][j] = (byte) -standing.found[j][k];
    }
  }

  /** Whether so few draws reach t, among the hypotheses still standing, that t is above chance. */
  private boolean isRejected(Standing standing, double t) {
    float[] bound = farthest.bound(standing.of);
    int[] order = farthest.order(standing.of);
    if (bound[order[allowed]] < t) {
      return true;
    }
    int reaching = 0;
    for (int draw : order) {
      if (reaching > allowed || bound[draw] < t) {
        break;
      }
      reaching += isReached(standing, draw, t) ? 1 : 0;
    }
    return reaching <= allowed;
  }

  private boolean isReached(Standing standing, int draw, double t) {
    if (standing.of != FarthestDraws.EVERY) {
      return isReached(standing, draw, t, standing.of, 0);
    }
    float[] z = differences.drawn(draw);
    int[] order = differences.byDistance(draw);
    for (int a = 0; a < order.length; a++) {
      int j = order[a];
      if (FarthestDraws.isBeyond(z[j], z[j], t)) {
        return false;
      }
      if (j < standing.found.length && isReached(standing, draw, t, j, a + 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same of the pairs of trust j with those from a place in the order on. From the largest |z|
   * down, most need no look.
   */
  private boolean isReached(Standing standing, int draw, double t, int j, int from) {
    float[] z = differences.drawn(draw);
    int[] order = differences.byDistance(draw);
    byte[] found = standing.found[j];
    for (int b = from; b < order.length; b++) {
      int k = order[b];
      if (FarthestDraws.isBeyond(z[j], z[k], t)) {
        return false;
      }
      if (k < found.length && k != j && standing(found[k], differences.drawn(j, k, z)) >= t) {
        return true;
      }
    }
    return false;
  }

  /** The larger of a pair's differences in a draw whose hypothesis has not been rejected. */
  private static float standing(byte found, float difference) {
    return found == 0 ? Math.abs(difference) : found * difference;
  }

  /**
   * The hypotheses not rejected yet: of one trust, or of {@link FarthestDraws#EVERY} two.
   *
   * @param found [j][k] is 1 once k was found better than j, −1 once worse
   */
  private record Standing(int of, byte[][] found) {}
}
