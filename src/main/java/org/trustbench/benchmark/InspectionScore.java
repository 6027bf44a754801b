package org.trustbench.benchmark;

import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.tally.Counts;

/**
 * One measure of one inspection.
 *
 * @param score a proportion; null when nothing was assessed
 * @param interval95 null when there is no score, or none that its rule gives an interval for
 * @param intervalRule {@code wilson}, {@code wilson-clustered} or {@code not available}; the first
 *     two with {@code -finite-population} where they allow for the share of the caseload sampled
 * @param designEffect what the judgements of a case hanging together costs; null without interval
 * @param isReliable whether the base is large enough to be read alone
 */
public record InspectionScore(
    Inspected inspection,
    Measure measure,
    Counts counts,
    Double score,
    Interval interval95,
    Interval interval998,
    String intervalRule,
    Double designEffect,
    String scoreRule,
    boolean isReliable) {

  /** Judgements the score is worth; null without a design effect. */
  public Double effectiveJudgements() {
    return designEffect == null ? null : counts.assessed() / designEffect;
  }
}
