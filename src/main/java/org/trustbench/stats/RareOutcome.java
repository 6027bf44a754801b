package org.trustbench.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Whether a difference of two proportions may be chance where an outcome is rare in both. Wilson's
 * intervals are those of many outcomes: 1 of 20 lies outside what is drawn around 0 of 220, though
 * of one outcome in 240 judgements every twelfth would fall among those 20. Given how often the
 * outcome came about in both together, how often it did in the first is hypergeometric (Fisher
 * 1935); half the probability of what was seen counts (mid-p, Lancaster 1961), and the smaller tail
 * twice. Effective counts need not be whole: factorials are gamma functions, over the values that
 * differ from the one seen by whole numbers.
 */
final class RareOutcome {
  /** Where more outcomes are to be expected in either the intervals are trusted (Cochran 1954). */
  private static final double FEW_EXPECTED = 5;

  private static final double NEGLIGIBLE = 1e-17;

  private RareOutcome() {}

  /** The two-sided mid-p; 0 where the outcome and its contrary are both frequent enough. */
  static double pValue(Proportion first, Proportion second) {
    if (Double.isInfinite(first.n()) || Double.isInfinite(second.n())) {
      return 0;
    }
    // In one order, so that exchanging the two changes no digit.
    boolean isFirst =
        first.n() < second.n() || (first.n() == second.n() && first.p() <= second.p());
    Proportion fewer = isFirst ? first : second;
    Proportion more = isFirst ? second : first;
    double all = fewer.n() + more.n();
    double together = fewer.y() + more.y();
    boolean isOften = together > all - together;
    double seen = isOften ? fewer.n() - fewer.y() : fewer.y();
    double outcomes = isOften ? all - together : together;
    boolean isRare = fewer.n() * outcomes / all < FEW_EXPECTED;
    return isRare ? midP(seen, outcomes, fewer.n(), more.n()) : 0;
  }

  private static double midP(double seen, double outcomes, double n1, double n2) {
    double most = Math.min(outcomes, n1) + 1;
    double least = Math.max(0, outcomes - n2) - 1;
    double own = log(seen, outcomes, n1, n2);
    double above = 0;
    double weight = 1;
    for (double x = seen + 1; x < most && weight > above * NEGLIGIBLE; x++) {
      weight = Math.exp(log(x, outcomes, n1, n2) - own);
      above += weight;
    }
    double below = 0;
    weight = 1;
    for (double x = seen - 1; x > least && weight > below * NEGLIGIBLE; x--) {
      weight = Math.exp(log(x, outcomes, n1, n2) - own);
      below += weight;
    }
    return Math.min(1, 2 * (.5 + Math.min(above, below)) / (1 + above + below));
  }

  /** The logarithm of what x outcomes in the first weigh, but for a constant. */
  private static double log(double x, double outcomes, double n1, double n2) {
    return -LogGamma.value(x + 1)
        - LogGamma.value(outcomes - x + 1)
        - LogGamma.value(n1 - x + 1)
        - LogGamma.value(n2 - outcomes + x + 1);
  }
}
