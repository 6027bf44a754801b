package org.trustbench.benchmark;

import org.trustbench.stats.CaseMix;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.Verdict;

/** How a score stands to its benchmark: tested, described by its difference alone, or neither. */
public sealed interface ComparisonOutcome {

  /** The trust has no score, or the comparator no benchmark. */
  record Missing() implements ComparisonOutcome {}

  /**
   * Score and benchmark are known, on too few cases or other trusts for a verdict.
   *
   * @param difference score minus benchmark
   */
  record Untested(double difference) implements ComparisonOutcome {}

  /**
   * The difference was tested against chance.
   *
   * @param difference score minus benchmark
   * @param intervals of the difference
   * @param isFdrSignificant whether a verdict of higher or lower is a discovery when the false
   *     discovery rate is controlled over the measures of its kind, overall and themes being one,
   *     that the trust was compared on
   * @param robustness how many of the lawful rules give the same verdict
   * @param caseMix the same after adjustment for case mix; null when it cannot be worked out or the
   *     measure has no strata
   * @param statistics what the verdict was reached by; null once content is for the public
   */
  record Tested(
      double difference,
      Intervals intervals,
      Verdict verdict95,
      Verdict verdict998,
      boolean isFdrSignificant,
      Robustness robustness,
      CaseMixOutcome caseMix,
      TestStatistics statistics)
      implements ComparisonOutcome {

    Tested adjustedForMultiplicity(double pValue, double midP, boolean isSignificant) {
      return new Tested(
          difference,
          intervals,
          verdict95,
          verdict998,
          isSignificant,
          robustness,
          caseMix,
          statistics.withAdjusted(pValue, midP));
    }
  }

  /**
   * What a verdict was reached by.
   *
   * @param pValue two-sided, by the verdict rule
   * @param adjustedPValue Benjamini-Hochberg over all pairs of trust and measure of the same
   *     comparator and kind; of a family of one it is the p-value itself
   * @param adjustedMidP the same of the mid-p values
   * @param midP two-sided, by the mid-p rule, which takes the benchmark as known
   * @param z difference over its standard error; null where that is 0
   * @param overDispersedZ z on the arcsine scale with the variance between trusts in its
   *     denominator; null below ten trusts
   * @param basis what was set against what
   */
  record TestStatistics(
      double pValue,
      double adjustedPValue,
      double adjustedMidP,
      double midP,
      Double z,
      Double overDispersedZ,
      TestBasis basis) {

    TestStatistics withAdjusted(double adjusted, double adjustedOfMidP) {
      return new TestStatistics(pValue, adjusted, adjustedOfMidP, midP, z, overDispersedZ, basis);
    }
  }

  /**
   * The score as it would be with the comparator's mix of cases, by indirect standardisation.
   *
   * @param adjusted a proportion that may exceed 1
   * @param verdict95 by the rules chosen
   * @param detail how it was worked out; null once content is for the public
   */
  record CaseMixOutcome(
      double adjusted, Verdict verdict95, Verdict verdict998, CaseMixDetail detail) {}

  /**
   * How an adjustment for case mix was worked out.
   *
   * @param pValue by the rules chosen
   * @param collapsedStrata strata too sparse in the comparator, widened by dropping attributes
   * @param mix the standardisation itself, by the benchmark rule chosen
   */
  record CaseMixDetail(double pValue, int collapsedStrata, CaseMix mix) {}
}
