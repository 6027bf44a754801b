package org.trustbench.stats;

/**
 * Which trusts are significantly better than which: the stepdown of Romano and Wolf 2005 on the
 * studentised differences T_jk = (p_j − p_k)/se_jk, as Mogstad, Romano, Shaikh and Wilhelm (Review
 * of Economic Studies 2024) use it for ranks. Each ordered pair is a hypothesis, "j is no better
 * than k". The critical value is the 1 − α quantile, over the bootstrap draws, of the largest
 * difference among the hypotheses still standing; it falls as they are rejected, until nothing more
 * is. The family-wise error is at most α, errors of direction counted.
 *
 * <p>T exceeds the quantile when few enough draws reach T. So the hypotheses are taken one by one
 * from the largest T, and only the draws whose largest difference of all reaches T are looked at:
 * the same rejections as a quantile worked out at every step, for a fraction of the work.
 */
final class Stepdown {
  private final BootstrapDifferences differences;
  private final int allowed;

  Stepdown(BootstrapDifferences differences, double alpha) {
    this.differences = differences;
    int draws = differences.draws();
    this.allowed = draws - (int) Math.ceil((1 - alpha) * draws - 1e-9);
  }

  /** For trust j alone: whether each trust is better (1), worse (−1) or neither (0). */
  byte[] against(int j) {
    int trusts = differences.trusts();
    Pairs pairs = new Pairs(Math.max(0, trusts - 1));
    for (int k = 0; k < trusts; k++) {
      if (k != j) {
        pairs.add(j, k);
      }
    }
    rejectAll(pairs, differences.largest(j));
    byte[] found = new byte[trusts];
    for (int h = 0; h < pairs.count; h++) {
      found[pairs.second[h]] = pairs.found[h];
    }
    return found;
  }

  /** The same of all pairs at once: [j][k] is 1 where k is better than j. */
  byte[][] amongAll() {
    int trusts = differences.trusts();
    Pairs pairs = new Pairs(trusts * (trusts - 1) / 2);
    for (int j = 0; j < trusts; j++) {
      for (int k = j + 1; k < trusts; k++) {
        pairs.add(j, k);
      }
    }
    rejectAll(pairs, differences.largestOfAll());
    byte[][] found = new byte[trusts][trusts];
    for (int h = 0; h < pairs.count; h++) {
      found[pairs.first[h]][pairs.second[h]] = pairs.found[h];
      found[pairs.second[h]][pairs.first[h]] = (byte) -pairs.found[h];
    }
    return found;
  }

  private void rejectAll(Pairs pairs, float[] largest) {
    int next = farthest(pairs);
    while (next >= 0 && isRejected(pairs, largest, Math.abs(statistic(pairs, next)))) {
      pairs.found[next] = (byte) (statistic(pairs, next) < 0 ? 1 : -1);
      next = farthest(pairs);
    }
  }

  /** The pair with the largest difference among those not told apart yet; −1 when none is left. */
  private int farthest(Pairs pairs) {
    int farthest = -1;
    double most = 0;
    for (int h = 0; h < pairs.count; h++) {
      double distance = Math.abs(statistic(pairs, h));
      if (pairs.found[h] == 0 && distance > most) {
        most = distance;
        farthest = h;
      }
    }
    return farthest;
  }

  private double statistic(Pairs pairs, int h) {
    return differences.observed(pairs.first[h], pairs.second[h]);
  }

  /** Whether so few draws reach t, among the hypotheses still standing, that t is above chance. */
  private boolean isRejected(Pairs pairs, float[] largest, double t) {
    int reaching = 0;
    for (int d = 0; d < largest.length && reaching <= allowed; d++) {
      if (largest[d] >= t && isReached(pairs, d, t)) {
        reaching++;
      }
    }
    return reaching <= allowed;
  }

  private boolean isReached(Pairs pairs, int draw, double t) {
    for (int h = 0; h < pairs.count; h++) {
      float difference = differences.drawn(pairs.first[h], pairs.second[h], draw);
      if (pairs.found[h] <= 0 && -difference >= t || pairs.found[h] >= 0 && difference >= t) {
        return true;
      }
    }
    return false;
  }

  /** Pairs of trusts, and which of the two was found better: 1 the second, −1 the first. */
  private static final class Pairs {
    final int[] first;
    final int[] second;
    final byte[] found;
    int count;

    Pairs(int most) {
      first = new int[most];
      second = new int[most];
      found = new byte[most];
    }

    void add(int j, int k) {
      first[count] = j;
      second[count++] = k;
    }
  }
}
