package org.trustbench.benchmark;

import java.util.List;
import java.util.Map;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.Interval;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.Ranked;
import org.trustbench.stats.Robustness;
import org.trustbench.stats.Rule;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Spread;
import org.trustbench.stats.Verdict;

/**
 * One measure of one inspection set against one comparator.
 *
 * @param benchmarkRule {@code pooled-others} unless chosen otherwise; {@code fixed} for a fixed
 *     value
 * @param benchmark a proportion; null when no other trust has a score
 * @param benchmarkAvailability whether there is a benchmark, and why not
 * @param benchmarks the same by every rule that has one; none for a fixed value
 * @param otherTrusts other trusts of the comparator that have a score
 * @param spread of all the comparator's trusts; null when none has a score
 * @param difference score minus benchmark; null when either is missing
 * @param difference95 interval of score minus benchmark; null when not compared
 * @param verdict95 {@code NOT_COMPARED} without a score or, against trusts, with fewer than three
 *     others
 * @param rules what every lawful rule says; empty when not compared
 * @param adjustedPValue Benjamini-Hochberg over all pairs of trust and measure of the same
 *     comparator and kind; null when not compared
 * @param adjustedMidP the same of the mid-p values
 * @param isStanding whether a verdict of higher or lower stands when allowance is made for how many
 *     measures of its kind, overall and themes being one, the trust was compared on
 * @param caseMix null when it cannot be worked out or the measure has no strata
 * @param shrunken the beta-binomial posterior mean; null without a score
 * @param ranked place among the comparator's trusts; null without a score, and for a trust outside
 *     the comparator
 * @param overDispersion of the comparator's trusts; null below ten
 * @param limits of the funnel at the trust's own effective judgements, around {@code pooled-all} or
 *     the fixed value; null without either
 * @param tested what the verdict rests on; null when not compared
 */
public record Comparison(
    InspectionScore score,
    ComparatorGroup comparatorGroup,
    String benchmarkRule,
    Double benchmark,
    Availability benchmarkAvailability,
    Map<BenchmarkRule, Double> benchmarks,
    int otherTrusts,
    Spread spread,
    Double difference,
    Interval difference95,
    Interval difference998,
    Verdict verdict95,
    Verdict verdict998,
    String verdictRule,
    Double pValue,
    Double adjustedPValue,
    Double adjustedMidP,
    boolean isFdrSignificant,
    List<RuleVerdict> rules,
    Robustness robustness,
    Double z,
    Double overDispersedZ,
    Double shrunken,
    String shrinkage,
    CaseMixComparison caseMix,
    Ranked ranked,
    int rankedTrusts,
    OverDispersion overDispersion,
    ControlLimits limits,
    TestBasis tested) {

  public boolean isCompared() {
    return verdict95 != Verdict.NOT_COMPARED;
  }

  /** The p-value of the mid-p rule, the benchmark taken as known; null when not compared. */
  public Double midP() {
    for (RuleVerdict verdict : rules) {
      if (verdict.rule() == Rule.MID_P) {
        return verdict.pValue();
      }
    }
    return null;
  }

  Comparison withAdjusted(double adjusted, double adjustedOfMidP, boolean isStandingAmongOwn) {
    return new Comparison(
        score,
        comparatorGroup,
        benchmarkRule,
        benchmark,
        benchmarkAvailability,
        benchmarks,
        otherTrusts,
        spread,
        difference,
        difference95,
        difference998,
        verdict95,
        verdict998,
        verdictRule,
        pValue,
        adjusted,
        adjustedOfMidP,
        isStandingAmongOwn,
        rules,
        robustness,
        z,
        overDispersedZ,
        shrunken,
        shrinkage,
        caseMix,
        ranked,
        rankedTrusts,
        overDispersion,
        limits,
        tested);
  }

  /**
   * What a verdict rests on.
   *
   * @param own the score on the judgements it is worth for a verdict
   * @param against what it was set against
   * @param references what each benchmark rule would have set it against; none for a fixed value
   * @param mixes the standardisation for case mix by each benchmark rule that has one
   * @param collapsedStrata strata too sparse among the others, widened for it
   */
  public record TestBasis(
      Proportion own,
      BenchmarkEstimate against,
      Map<BenchmarkRule, BenchmarkEstimate> references,
      Map<BenchmarkRule, CaseMix> mixes,
      int collapsedStrata) {

    /** The design effect for verdicts. */
    public double designEffect(InspectionScore score) {
      return score.counts().assessed() / own.n();
    }
  }

  /**
   * The score as it would be with the comparator's mix of cases.
   *
   * @param adjusted a proportion that may exceed 1
   * @param expected null, as are the ratio, p-value and what follows from them, once content is for
   *     the public
   * @param pValue by the rules chosen, as are the verdicts
   * @param collapsedStrata strata too sparse in the comparator, widened by dropping attributes
   * @param mix the standardisation itself, by the benchmark rule chosen
   */
  public record CaseMixComparison(
      double adjusted,
      Double expected,
      Double ratio,
      Double pValue,
      Verdict verdict95,
      Verdict verdict998,
      Integer collapsedStrata,
      CaseMix mix) {}
}
