package org.trustbench.benchmark;

import java.util.List;
import org.trustbench.stats.Intervals;

/**
 * A trust on a funnel.
 *
 * @param effectiveJudgements its place along the x axis
 * @param zone where it lies by the score limits
 * @param overDispersedZone the same by the limits widened by the variance between trusts; null
 *     below ten trusts
 */
public record FunnelPoint(
    Comparison comparison, double effectiveJudgements, Zone zone, Zone overDispersedZone) {

  /** The parts that the control limits cut a funnel plot into. */
  public enum Zone {
    INSIDE("inside"),
    ABOVE_95("above 95 %"),
    ABOVE_998("above 99.8 %"),
    BELOW_95("below 95 %"),
    BELOW_998("below 99.8 %");

    private final String label;

    Zone(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether it lies outside the 99.8 % limits, and so outside those of 95 % too. */
    public boolean isBeyond998() {
      return this == ABOVE_998 || this == BELOW_998;
    }

    /** Whether it lies outside the 95 % limits and inside those of 99.8 %. */
    public boolean isBeyond95Only() {
      return this == ABOVE_95 || this == BELOW_95;
    }

    /** The zone of a score; one that lies on a limit is inside it. */
    static Zone of(double score, Intervals limits) {
      boolean isAbove = score > limits.at95().high();
      if (limits.at998().excludes(score)) {
        return isAbove ? ABOVE_998 : BELOW_998;
      }
      if (limits.at95().excludes(score)) {
        return isAbove ? ABOVE_95 : BELOW_95;
      }
      return INSIDE;
    }
  }

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
        comparison.score().effectiveJudgements().orElseThrow(),
        Zone.of(score, limits.score()),
        limits.overDispersed() == null ? null : Zone.of(score, limits.overDispersed()));
  }
}
