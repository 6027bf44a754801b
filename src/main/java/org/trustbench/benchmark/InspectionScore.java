package org.trustbench.benchmark;

import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.tally.Counts;

/**
 * One measure of one inspection.
 *
 * @param counts the sums behind it; null once content is for the public
 * @param base the counts that are published
 * @param score a proportion; null when nothing was assessed, or it is withheld
 * @param availability whether the score can be read, and why not
 * @param interval95 null when there is no score, or none that its rule gives an interval for
 * @param intervalRule {@code wilson}, {@code wilson-clustered} or {@code not available}; the first
 *     two with {@code -finite-population} where they allow for the share of the caseload sampled
 * @param designEffect what the judgements of a case hanging together costs; null without interval
 */
public record InspectionScore(
    InspectionTallies inspection,
    Measure measure,
    Counts counts,
    Base base,
    Double score,
    Availability availability,
    Interval interval95,
    Interval interval998,
    String intervalRule,
    Double designEffect,
    String scoreRule) {

  /** Whether there is a score on a base large enough for it to be read alone. */
  public boolean isReliable() {
    return availability == Availability.SHOWN;
  }

  /** Judgements the score is worth; null without a design effect. */
  public Double effectiveJudgements() {
    return designEffect == null ? null : counts.assessed() / designEffect;
  }
}
