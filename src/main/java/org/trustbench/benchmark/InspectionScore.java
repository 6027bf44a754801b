package org.trustbench.benchmark;

import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.tally.Counts;

/**
 * One measure of one inspection.
 *
 * @param counts the sums behind it; null once content is for the public
 * @param base the counts that are published
 * @param scoreRule {@code pooled} or {@code mean-of-questions}
 * @param estimate the score with its interval, as a point, or why there is none
 */
public record InspectionScore(
    InspectionTallies inspection,
    Measure measure,
    Counts counts,
    Base base,
    String scoreRule,
    Estimate estimate) {
  /** The score, a proportion; null where there is none. */
  public Double score() {
    if (estimate instanceof Estimate.WithInterval with) {
      return with.score();
    }
    return estimate instanceof Estimate.Point point ? (Double) point.score() : null;
  }

  /** Whether the score can be read, and why not. */
  public Availability availability() {
    if (estimate instanceof Estimate.Missing missing) {
      return missing.why();
    }
    return isReliable() ? Availability.SHOWN : Availability.UNRELIABLE;
  }

  /** Whether there is a score on a base large enough for it to be read alone. */
  public boolean isReliable() {
    if (estimate instanceof Estimate.WithInterval with) {
      return with.isReliable();
    }
    return estimate instanceof Estimate.Point point && point.isReliable();
  }

  /** The score's interval at 95 %; null where it has none. */
  public Interval interval95() {
    return estimate instanceof Estimate.WithInterval with ? with.interval95() : null;
  }

  /** The score's interval at 99.8 %; null where it has none. */
  public Interval interval998() {
    return estimate instanceof Estimate.WithInterval with ? with.interval998() : null;
  }

  /** How the interval is worked out; {@code not available} without one. */
  public String intervalRule() {
    return estimate instanceof Estimate.WithInterval with
        ? with.rule()
        : Availability.NOT_AVAILABLE.label();
  }

  /** What the judgements of a case hanging together costs; null without an interval. */
  public Double designEffect() {
    return estimate instanceof Estimate.WithInterval with ? with.designEffect() : null;
  }

  /** Independent judgements that the score is worth; null without a design effect. */
  public Double effectiveJudgements() {
    Double deff = designEffect();
    return deff == null ? null : (Double) (counts.assessed() / deff);
  }
}
