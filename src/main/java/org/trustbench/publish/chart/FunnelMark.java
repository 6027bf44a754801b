package org.trustbench.publish.chart;

import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.table.Decimals;

/**
 * A trust on a funnel, whatever its limits lie around.
 *
 * @param effectiveJudgements its place along the x axis
 * @param centre what the limits lie around, a proportion
 * @param widenedZone where it lies by the limits that allow for over-dispersion; where there are
 *     none, by the plain ones
 */
record FunnelMark(
    InspectionScore score,
    double effectiveJudgements,
    double centre,
    FunnelPoint.Zone zone,
    FunnelPoint.Zone widenedZone) {

  static FunnelMark of(FunnelPoint point) {
    return new FunnelMark(
        point.comparison().score(),
        point.effectiveJudgements(),
        point.comparison().limits().centre(),
        point.zone(),
        point.overDispersedZone() == null ? point.zone() : point.overDispersedZone());
  }

  static FunnelMark of(TargetComparison one) {
    TargetComparison.Place place = one.place().orElseThrow();
    return new FunnelMark(
        one.score(),
        place.effectiveJudgements(),
        place.limits().centre(),
        place.zone(),
        place.overDispersedZone() == null ? place.zone() : place.overDispersedZone());
  }

  String code() {
    return score.inspection().trust().code();
  }

  String name() {
    return score.inspection().trust().name();
  }

  /** How far it lies from the centre, either way. */
  double distance() {
    return Math.abs(score.score() - centre);
  }

  /** The score in percent, as it is drawn. */
  double percent() {
    return Decimals.percent(score.score(), 1);
  }
}
