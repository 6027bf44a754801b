package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Which trusts score significantly higher and which lower than one given trust, with allowance for
 * there being many: the stepdown of Romano and Wolf 2005 on studentised differences, as Mogstad,
 * Romano, Shaikh and Wilhelm (Review of Economic Studies 2024) use it for ranks. It gives a rank
 * its confidence set: as many places above as trusts are significantly higher, as many below as are
 * lower. A difference is above chance when the largest among the hypotheses still standing reaches
 * it with a probability of α at most; what is found falls out, until nothing more is. Errors of
 * direction are counted.
 *
 * <p>The probability is integrated and not drawn, so that no result hangs on random numbers: given
 * the one trust's own error z the differences from it are independent, and what is left is one
 * integral over z of a product.
 */
final class Stepdown {
  static final double FARTHEST = 8;
  static final double NEGLIGIBLE = 1e-14;
  private static final double WIDEST_STEP = .25;
  private static final double NARROWEST_STEP = .005;

  /** Runs of trusts that bounds tell apart; most questions are settled by the first. */
  private static final int[] RUNS = {1, 12};

  private final PairStatistics pairs;
  private final double alpha;
  private final List<ReachBounds> bounds;

  Stepdown(PairStatistics pairs, double alpha) {
    this(pairs, alpha, RUNS);
  }

  /** With bounds by so many runs of trusts each; without any everything is integrated in full. */
  Stepdown(PairStatistics pairs, double alpha, int... runsOfBounds) {
    this.pairs = pairs;
    this.alpha = alpha;
    this.bounds =
        Arrays.stream(runsOfBounds)
            .mapToObj(runs -> new ReachBounds(pairs, Math.min(runs, pairs.trusts())))
            .toList();
  }

  /** For trust j: whether each trust is better (1), worse (−1) or neither (0). */
  byte[] against(int j) {
    int trusts = pairs.trusts();
    byte[] found = new byte[trusts];
    double[] t = new double[trusts];
    for (int k = 0; k < trusts; k++) {
      t[k] = k == j ? 0 : pairs.of(k, j);
    }
    double[] sizes = Arrays.stream(t).map(Math::abs).sorted().toArray();
    int left = sizes.length;
    for (int first = firstRejected(j, found, sizes, left);
        first < left;
        first = firstRejected(j, found, sizes, left)) {
      for (int k = 0; k < trusts; k++) {
        found[k] = Math.abs(t[k]) >= sizes[first] ? (byte) Math.signum(t[k]) : 0;
      }
      left = first;
    }
    return found;
  }

  /** The place of the least size that is above chance; {@code left} for none. */
  private int firstRejected(int j, byte[] found, double[] sizes, int left) {
    int from = 0;
    int to = left;
    while (from < to) {
      int middle = (from + to) / 2;
      if (isAboveChance(j, found, sizes[middle])) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return to;
  }

  private boolean isAboveChance(int j, byte[] found, double t) {
    for (ReachBounds bound : bounds) {
      if (bound.atMost(j, t) < alpha) {
        return true;
      }
      if (bound.atLeast(j, found, t) > alpha) {
        return false;
      }
    }
    return reached(j, found, t) <= alpha;
  }

  /** The probability that a difference among the hypotheses still standing reaches t. */
  double reached(int j, byte[] found, double t) {
    int trusts = pairs.trusts();
    double[] slope = new double[trusts];
    double[] reach = new double[trusts];
    double steepest = 1;
    for (int k = 0; k < trusts; k++) {
      double ratio = pairs.weight(j) / pairs.weight(k);
      slope[k] = Math.sqrt(ratio);
      reach[k] = t * Math.sqrt(1 + ratio);
      steepest = Math.max(steepest, slope[k]);
    }
    double step = step(steepest);
    double below = 0;
    for (double z = -FARTHEST; z <= FARTHEST; z += step) {
      below += step * NormalTable.density(z) * product(j, found, slope, reach, z);
    }
    return 1 - below;
  }

  /** Of the integral, so that no factor changes much from one place to the next. */
  static double step(double steepest) {
    return Math.max(NARROWEST_STEP, Math.min(WIDEST_STEP, 1 / steepest));
  }

  private static double product(int j, byte[] found, double[] slope, double[] reach, double z) {
    double product = 1;
    for (int k = 0; k < found.length && product > NEGLIGIBLE; k++) {
      if (k != j) {
        double high = found[k] > 0 ? 1 : NormalTable.cumulative(slope[k] * z + reach[k]);
        double low = found[k] < 0 ? 0 : NormalTable.cumulative(slope[k] * z - reach[k]);
        product *= high - low;
      }
    }
    return product;
  }
}
