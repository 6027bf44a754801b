package org.trustbench.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The critical value for the differences of every two trusts at once: the quantile of the range of
 * K independent normals, over √2 (Tukey, Kramer). Exact where all trusts are worth the same number
 * of judgements and cautious where they are not (Hayter 1984, Annals of Statistics 12). A stepdown
 * would gain little, since errors of direction are counted.
 */
final class TukeyKramer {
  private static final double FARTHEST = 8;
  private static final double STEP = .05;
  private static final double LARGEST = 12;
  private static final int HALVINGS = 50;

  /** A value takes a million steps, and all measures with as many trusts ask for the same one. */
  private static final Map<Family, Double> CRITICAL = new ConcurrentHashMap<>();

  private TukeyKramer() {}

  private record Family(int trusts, double alpha) {}

  /** The difference in standard errors that none of K trusts' pairs exceeds but by chance α. */
  static double critical(int trusts, double alpha) {
    return CRITICAL.computeIfAbsent(
        new Family(trusts, alpha), family -> solved(family.trusts(), family.alpha()));
  }

  /** The same, worked out anew. */
  static double solved(int trusts, double alpha) {
    double low = 0;
    double high = LARGEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within(trusts, middle * Math.sqrt(2)) < 1 - alpha) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability that the range is at most {@code range}: by where the largest lies. */
  static double within(int trusts, double range) {
    double sum = 0;
    for (double z = -FARTHEST; z <= FARTHEST; z += STEP) {
      double rest = NormalTable.cumulative(z) - NormalTable.cumulative(z - range);
      sum += STEP * trusts * NormalTable.density(z) * Math.pow(Math.max(0, rest), trusts - 1);
    }
    return sum;
  }
}
