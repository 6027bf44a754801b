package org.trustbench.stats;

/**
 * The expected properties of cases that are yet to be sampled; only cases count in which anything
 * is assessed.
 *
 * @param p the score, 0 to 1
 * @param judgements m, assessed judgements of a case on average, at least 1
 * @param deff the design effect of samples of such cases, at least 1
 * @param isClustered whether a case may have several judgements, so that the design effect of a
 *     sample has to be estimated from it
 */
public record ExpectedCases(double p, double judgements, double deff, boolean isClustered) {
  public ExpectedCases {
    if (!(p >= 0 && p <= 1 && judgements >= 1 && deff >= 1)) {
      throw new IllegalArgumentException(
          "not what cases can be like: %s of %s judgements, design effect %s"
              .formatted(p, judgements, deff));
    }
  }

  /**
   * The design effect of cases of whose judgements any two correlate by ρ: 1 + (m − 1)ρ, never
   * below 1 (Kish 1965, §5.4).
   *
   * @param size m, or where cases differ in size Σn²/Σn, their mean size by judgement
   */
  public static double designEffect(double size, double correlation) {
    return Math.max(1, 1 + (size - 1) * correlation);
  }

  /** ρ as a design effect tells it, (deff − 1)/(m − 1), for a size above 1. */
  public static double correlation(double size, double deff) {
    return (deff - 1) / (size - 1);
  }

  /** The same with another score. */
  public ExpectedCases at(double otherP) {
    return new ExpectedCases(otherP, judgements, deff, isClustered);
  }

  /** The variance of the score of a sample. */
  double variance(double cases) {
    return p * (1 - p) * deff / (cases * judgements);
  }
}
