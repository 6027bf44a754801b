package org.trustbench.stats;

/**
 * The finite population correction, for a share f of the whole caseload inspected: the variance
 * falls by 1 − f (Cochran 1977, §2.6), so n grows by 1/(1 − f). For intervals that describe this
 * caseload, never for a verdict, a rank or a funnel, which ask about the trust's practice.
 */
public final class FinitePopulation {
  private FinitePopulation() {}

  /**
   * The same p, worth more judgements. At f = 1 nothing is left to chance and every interval is the
   * point p; f is held within 0 to 1, and an unknown f (NaN) corrects nothing.
   *
   * @param f cases sampled over cases in the caseload
   */
  public static Proportion corrected(Proportion score, double f) {
    if (!(f > 0)) {
      return score;
    }
    return new Proportion(score.p(), f >= 1 ? Double.POSITIVE_INFINITY : score.n() / (1 - f));
  }
}
