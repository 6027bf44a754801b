package org.trustbench.benchmark;

import java.util.Optional;
import java.util.function.Function;
import org.trustbench.framework.Target;
import org.trustbench.stats.Interval;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Tolerance;
import org.trustbench.stats.Verdict;

/**
 * One measure of one inspection set against a target of its framework's own.
 *
 * @param group whose average the target is; empty where it is a value
 * @param benchmark the value, or the average of the others of the group; null where nobody has one
 * @param verdictRule how a verdict is reached
 * @param place on a funnel around the target; empty where there is none
 */
public record TargetComparison(
    Target target,
    InspectionScore score,
    Optional<ComparatorGroup> group,
    Double benchmark,
    String verdictRule,
    ComparisonOutcome outcome,
    Optional<Place> place) {

  /**
   * A place on a funnel around a target.
   *
   * @param effectiveJudgements along the x axis
   * @param limits at that many judgements
   * @param zone where the score lies by the score limits
   * @param overDispersedZone the same by the limits widened by the variance between institutions;
   *     null below ten
   * @param tauSquared that variance, on the arcsine scale; null below ten
   */
  public record Place(
      double effectiveJudgements,
      ControlLimits limits,
      FunnelPoint.Zone zone,
      FunnelPoint.Zone overDispersedZone,
      Double tauSquared) {

    static Place of(
        double score, double effectiveJudgements, ControlLimits limits, OverDispersion spread) {
      return new Place(
          effectiveJudgements,
          limits,
          FunnelPoint.Zone.of(score, limits.score()),
          limits.overDispersed() == null
              ? null
              : FunnelPoint.Zone.of(score, limits.overDispersed()),
          spread == null ? null : (Double) spread.tauSquaredWinsorised());
    }
  }

  /** A figure of the test; null when not compared. */
  public <T> T tested(Function<ComparisonOutcome.Tested, T> figure) {
    return outcome instanceof ComparisonOutcome.Tested tested ? figure.apply(tested) : null;
  }

  /** A figure that the verdict was reached by; null when not compared. */
  public <T> T statistic(Function<ComparisonOutcome.TestStatistics, T> figure) {
    return tested(one -> figure.apply(one.statistics()));
  }

  /** Score less benchmark; null when either is missing. */
  public Double difference() {
    return outcome instanceof ComparisonOutcome.Untested untested
        ? (Double) untested.difference()
        : tested(ComparisonOutcome.Tested::difference);
  }

  /** The 95 % interval of the difference; null when not compared. */
  public Interval difference95() {
    return tested(one -> one.intervals().at95());
  }

  /** The 99.8 % interval of the difference; null when not compared. */
  public Interval difference998() {
    return tested(one -> one.intervals().at998());
  }

  public Verdict verdict95() {
    return outcome instanceof ComparisonOutcome.Tested tested
        ? tested.verdict95()
        : Verdict.NOT_COMPARED;
  }

  public Verdict verdict998() {
    return outcome instanceof ComparisonOutcome.Tested tested
        ? tested.verdict998()
        : Verdict.NOT_COMPARED;
  }

  /**
   * Whether the verdict stands with allowance for how many measures there are; null when not
   * compared.
   */
  public Boolean isFdrSignificant() {
    return tested(ComparisonOutcome.Tested::isFdrSignificant);
  }

  /**
   * Whether the whole 95 % interval lies within the tolerance, so that the score is shown to be as
   * near as is asked; null without a tolerance, and when not compared.
   */
  public Boolean isWithinTolerance() {
    return target.hasTolerance()
        ? tested(one -> new Tolerance(target.tolerance()).holds(one.intervals().at95()))
        : null;
  }

  /** Why there is no verdict, as part of a sentence; empty where there is one. */
  public String reason() {
    if (outcome instanceof ComparisonOutcome.Tested) {
      return "";
    }
    if (score.score() == null) {
      return "no score";
    }
    return benchmark == null
        ? "no average to be set against"
        : "too small a base, too few others, or a score without an interval";
  }

  TargetComparison with(ComparisonOutcome other) {
    return new TargetComparison(target, score, group, benchmark, verdictRule, other, place);
  }
}
