package org.trustbench.stats;

import java.util.List;

/**
 * How far every two scores lie apart in standard errors, made for small samples: both ends of a
 * difference are p̃ = (y + 1)/(n + 2) (Agresti and Caffo 2000), y and n effective, and its standard
 * error is the larger of √(Σ p̃(1 − p̃)/(n + 2)) and of the same with what the two score together.
 * The first alone is too small far out, where a difference by chance takes both ends away from the
 * middle, and among a hundred trusts of equal score finds differences in up to 30 of 100.
 *
 * <p>A difference that Newcombe's interval of the two does not see at 95 % is none, so that a
 * comparison of two trusts never denies what their ranks say. If the two do score the same, the
 * variance of an end is in proportion to 1/(n + 2): {@link #weight}.
 */
final class PairStatistics {
  private final List<Proportion> scores;
  private final double[] shrunken;
  private final double[] weights;
  private final double[][] apart;

  PairStatistics(List<Proportion> scores) {
    this.scores = scores;
    this.shrunken = scores.stream().mapToDouble(s -> (s.y() + 1) / (s.n() + 2)).toArray();
    this.weights = scores.stream().mapToDouble(s -> 1 / (s.n() + 2)).toArray();
    this.apart = new double[shrunken.length][];
    for (int j = 0; j < apart.length; j++) {
      apart[j] = new double[j];
      for (int k = 0; k < j; k++) {
        apart[j][k] = apart(j, k);
      }
    }
  }

  int trusts() {
    return shrunken.length;
  }

  double weight(int trust) {
    return weights[trust];
  }

  /** Positive where j scores higher; 0 for no difference to speak of. */
  double of(int j, int k) {
    if (j == k) {
      return 0;
    }
    return j > k ? apart[j][k] : -apart[k][j];
  }

  private double apart(int j, int k) {
    double scored = scores.get(j).p() - scores.get(k).p();
    double difference = shrunken[j] - shrunken[k];
    if (scored * difference <= 0) {
      return 0;
    }
    double t = difference / standardError(j, k);
    boolean isSeen =
        Math.abs(t) > Normal.Z95
            && Difference.interval(scores.get(j), scores.get(k), Normal.Z95).excludes(0);
    return isSeen ? t : 0;
  }

  private double standardError(int j, int k) {
    double apart = shrunken[j] * (1 - shrunken[j]) * weights[j];
    apart += shrunken[k] * (1 - shrunken[k]) * weights[k];
    double together =
        (shrunken[j] * weights[k] + shrunken[k] * weights[j]) / (weights[j] + weights[k]);
    return Math.sqrt(Math.max(apart, together * (1 - together) * (weights[j] + weights[k])));
  }
}
