package org.trustbench.benchmark;

import java.util.List;
import org.trustbench.stats.BenchmarkEstimate;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;

/**
 * The two sides of a test: a trust's score and the benchmark, each with the independent judgements
 * it is worth.
 *
 * @param own the score on the judgements it is worth for a verdict
 * @param against what it was set against
 */
public record TestBasis(Proportion own, BenchmarkEstimate against) {

  /** The design effect for verdicts. */
  public double designEffect(InspectionScore score) {
    return score.counts().assessed() / own.n();
  }

  /** What every lawful rule says, worked out anew. */
  public List<RuleVerdict> verdicts() {
    return against.verdicts(own);
  }
}
