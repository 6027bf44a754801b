package org.trustbench.benchmark;

import java.util.Optional;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.tally.Counts;

/**
 * One measure of one inspection.
 *
 * @param base the counts behind it
 * @param scoreRule {@code pooled} or {@code mean-of-questions}
 * @param estimate the score with its interval, as a point, or why there is none
 */
public record InspectionScore(
    InspectionTallies inspection, Measure measure, Base base, String scoreRule, Estimate estimate) {
  /** The sums behind it, which are there until disclosure control has been. */
  public Counts counts() {
    return base.exact();
  }

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

  /** What the judgements of a case hanging together costs; empty without an interval. */
  public Optional<Double> designEffect() {
    return estimate instanceof Estimate.WithInterval with ? with.designEffect() : Optional.empty();
  }

  /** Independent judgements that the score is worth; empty without a design effect. */
  public Optional<Double> effectiveJudgements() {
    return designEffect().map(deff -> counts().assessed() / deff);
  }
}
