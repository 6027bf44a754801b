package org.trustbench.benchmark;

import java.util.Map;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.Proportion;

/**
 * The two sides of a test: a trust's score and the benchmark, each with the independent judgements
 * it is worth.
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
