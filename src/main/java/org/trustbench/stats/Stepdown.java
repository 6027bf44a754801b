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
 * from the largest T, and only the draws whose largest difference of all reaches T are looked at;
 * each remembers where its largest difference lies, which stands until that hypothesis is rejected.
 * The same rejections as a quantile worked out at every step, for a fraction of the work.
 */
final class Stepdown {
  /** A little more than single precision can lose. */
  private static final float ROUNDING = 1.00001f;

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
    Pairs pairs = new Pairs(j, Math.max(0, trusts - 1), trusts);
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
    Pairs pairs = new Pairs(Pairs.EVERY, trusts * (trusts - 1) / 2, trusts);
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
    Reach reach = new Reach(largest);
    int next = farthest(pairs);
    while (next >= 0 && isRejected(pairs, reach, Math.abs(statistic(pairs, next)))) {
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
  private boolean isRejected(Pairs pairs, Reach reach, double t) {
    if (reaching(reach.largest, t) <= allowed) {
      return true;
    }
    int reaching = 0;
    for (int d = 0; d < reach.largest.length && reaching <= allowed; d++) {
      if (reach.largest[d] >= t && isReached(pairs, reach, d, t)) {
        reaching++;
      }
    }
    return reaching <= allowed;
  }

  /** Draws that may reach t; no more than these do. */
  private static int reaching(float[] largest, double t) {
    int reaching = 0;
    for (float one : largest) {
      reaching += one >= t ? 1 : 0;
    }
    return reaching;
  }

  private boolean isReached(Pairs pairs, Reach reach, int draw, double t) {
    int pair = reach.pair[draw];
    if (pair == Reach.UNKNOWN || standing(pairs, pair, draw) < reach.largest[draw]) {
      lookAgain(pairs, reach, draw);
    }
    return reach.largest[draw] >= t;
  }

  /**
   * Finds the largest difference anew. Shares squared add up to 1, so that a difference is at most
   * √(z_j² + z_k²): taking trusts from the largest |z| down, most pairs need no look.
   */
  private void lookAgain(Pairs pairs, Reach reach, int draw) {
    float[] z = differences.drawn(draw);
    int[] order = differences.byDistance(draw);
    reach.largest[draw] = Float.NEGATIVE_INFINITY;
    if (pairs.of != Pairs.EVERY) {
      lookAgain(pairs, reach, draw, pairs.of, 0);
      return;
    }
    for (int a = 0; a < order.length; a++) {
      if (isBeyond(2 * z[order[a]] * z[order[a]], reach.largest[draw])) {
        return;
      }
      lookAgain(pairs, reach, draw, order[a], a + 1);
    }
  }

  /** The same among the pairs of trust j and those from a place in the order on. */
  private void lookAgain(Pairs pairs, Reach reach, int draw, int j, int from) {
    float[] z = differences.drawn(draw);
    int[] order = differences.byDistance(draw);
    float most = reach.largest[draw];
    for (int b = from; b < order.length; b++) {
      int k = order[b];
      if (isBeyond(z[j] * z[j] + z[k] * z[k], most)) {
        break;
      }
      int pair = pairs.number(j, k);
      if (pair != Pairs.NONE) {
        float difference = standing(pairs, pair, draw);
        if (difference > most) {
          most = difference;
          reach.pair[draw] = pair;
        }
      }
    }
    reach.largest[draw] = most;
  }

  private static boolean isBeyond(float square, float most) {
    return most > 0 && square * ROUNDING < most * most;
  }

  /** The larger of a pair's differences in a draw whose hypothesis has not been rejected. */
  private float standing(Pairs pairs, int h, int draw) {
    float difference = differences.drawn(pairs.first[h], pairs.second[h], draw);
    return switch (pairs.found[h]) {
      case 0 -> Math.abs(difference);
      case 1 -> difference;
      default -> -difference;
    };
  }

  /**
   * The largest difference of each draw among the hypotheses standing when it was last looked for;
   * it can only have fallen since.
   */
  private static final class Reach {
    static final int UNKNOWN = -1;

    final float[] largest;
    final int[] pair;

    Reach(float[] largest) {
      this.largest = largest.clone();
      this.pair = new int[largest.length];
      Arrays.fill(pair, UNKNOWN);
    }
  }

  /** Pairs of trusts, and which of the two was found better: 1 the second, −1 the first. */
  private static final class Pairs {
    static final int NONE = -1;
    static final int EVERY = -1;

    final int of;
    final int[] first;
    final int[] second;
    final byte[] found;
    final int[][] numbers;
    int count;

    /** The pairs of one trust, or of {@link #EVERY}. */
    Pairs(int of, int most, int trusts) {
      this.of = of;
      first = new int[most];
      second = new int[most];
      found = new byte[most];
      numbers = new int[trusts][trusts];
    }

    void add(int j, int k) {
      first[count] = j;
      second[count++] = k;
      numbers[j][k] = count;
      numbers[k][j] = count;
    }

    /** The pair of two trusts, in either order. */
    int number(int j, int k) {
      return j < numbers.length && k < numbers.length ? numbers[j][k] - 1 : NONE;
    }
  }
}
