package org.trustbench.benchmark;

import java.util.List;
import org.trustbench.stats.Interval;

/**
 * A trust on a funnel.
 *
 * @param effectiveJudgements its place along the x axis
 * @param place by the score limits: {@code inside}, or beyond which limit
 * @param overDispersedPlace the same by the limits widened by the variance between trusts; null
 *     below ten trusts
 */
public record FunnelPoint(
    Comparison comparison, double effectiveJudgements, String place, String overDispersedPlace) {

  /** Every trust on every funnel that is drawn. */
  public static List<FunnelPoint> of(Results results) {
    return results.comparisons().stream()
        .filter(one -> FunnelLimits.isDrawn(one.score().measure()) && one.limits() != null)
        .map(FunnelPoint::of)
        .toList();
  }

  private static FunnelPoint of(Comparison comparison) {
    double score = comparison.score().score();
    ControlLimits limits = comparison.limits();
    return new FunnelPoint(
        comparison,
        comparison.score().effectiveJudgements(),
        place(score, limits.score95(), limits.score998()),
        limits.overDispersed95() == null
            ? null
            : place(score, limits.overDispersed95(), limits.overDispersed998()));
  }

  private static String place(double score, Interval at95, Interval at998) {
    String side = score > at95.high() ? "above" : "below";
    if (at998.excludes(score)) {
      return side + " 99.8 %";
    }
    return at95.excludes(score) ? side + " 95 %" : "inside";
  }
}
