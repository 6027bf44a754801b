package org.trustbench.benchmark;

import org.trustbench.stats.Funnel;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;

/**
 * The limits of a funnel at some number of effective judgements.
 *
 * @param centre all the group's judgements together, or the fixed value
 * @param exact95 at the nearest whole number of judgements
 * @param overDispersed95 widened by the variance between trusts; null below ten trusts
 */
public record ControlLimits(
    double centre,
    Interval score95,
    Interval score998,
    Interval exact95,
    Interval exact998,
    Interval overDispersed95,
    Interval overDispersed998) {

  /**
   * The limits for a trust worth {@code judgements}.
   *
   * @param spread null below ten trusts
   */
  static ControlLimits at(double centre, double judgements, OverDispersion spread) {
    int whole = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(judgements)));
    return new ControlLimits(
        centre,
        Funnel.score(centre, judgements, Normal.Z95),
        Funnel.score(centre, judgements, Normal.Z998),
        Funnel.exactInterpolated(centre, whole, Normal.Z95),
        Funnel.exactInterpolated(centre, whole, Normal.Z998),
        spread == null ? null : spread.limits(judgements, Normal.Z95),
        spread == null ? null : spread.limits(judgements, Normal.Z998));
  }
}
