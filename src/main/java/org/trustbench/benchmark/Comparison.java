package org.trustbench.benchmark;

import java.util.List;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Ranked;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Spread;
import org.trustbench.stats.Verdict;

/**
 * One measure of one inspection set against one comparator.
 *
 * @param benchmarkRule {@code pooled-others} unless chosen otherwise
 * @param benchmark a proportion; null when no other trust has a score
 * @param otherTrusts other trusts of the comparator that have a score
 * @param spread of all the comparator's trusts; null when none has a score
 * @param difference95 interval of score minus benchmark; null when not compared
 * @param verdict95 {@code NOT_COMPARED} without a score or with fewer than three others
 * @param rules what every lawful rule says; empty when not compared
 * @param adjustedPValue Benjamini-Hochberg over all pairs of trust and measure of the same
 *     comparator and kind; null when not compared
 * @param caseMix null when it cannot be worked out or the measure has no strata
 * @param shrunken the beta-binomial posterior mean; null without a score
 * @param ranked place among the comparator's trusts; null without a score
 */
public record Comparison(
    InspectionScore score,
    Yardstick yardstick,
    String benchmarkRule,
    Double benchmark,
    int otherTrusts,
    Spread spread,
    Interval difference95,
    Interval difference998,
    Verdict verdict95,
    Verdict verdict998,
    String verdictRule,
    Double pValue,
    Double adjustedPValue,
    List<RuleVerdict> rules,
    Robustness robustness,
    Double z,
    Double overDispersedZ,
    Double shrunken,
    String shrinkage,
    CaseMixComparison caseMix,
    Ranked ranked,
    int rankedTrusts) {

  /** Score minus benchmark; null when either is missing. */
  public Double difference() {
    return score.score() == null || benchmark == null ? null : score.score() - benchmark;
  }

  public boolean isCompared() {
    return verdict95 != Verdict.NOT_COMPARED;
  }

  Comparison withAdjustedPValue(double adjusted) {
    return new Comparison(
        score,
        yardstick,
        benchmarkRule,
        benchmark,
        otherTrusts,
        spread,
        difference95,
        difference998,
        verdict95,
        verdict998,
        verdictRule,
        pValue,
        adjusted,
        rules,
        robustness,
        z,
        overDispersedZ,
        shrunken,
        shrinkage,
        caseMix,
        ranked,
        rankedTrusts);
  }

  /**
   * The score as it would be with the comparator's mix of cases.
   *
   * @param adjusted a proportion that may exceed 1
   * @param collapsedStrata strata too sparse in the comparator, widened by dropping attributes
   */
  public record CaseMixComparison(
      double adjusted,
      double expected,
      double ratio,
      double pValue,
      Verdict verdict95,
      Verdict verdict998,
      int collapsedStrata) {}
}
