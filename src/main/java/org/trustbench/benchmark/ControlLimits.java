package org.trustbench.benchmark;

import org.trustbench.stats.Funnel;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;

/**
 * The control limits of a funnel plot at some number of effective judgements (Spiegelhalter 2005).
 *
 * @param centre all the group's judgements together, or the fixed value
 * @param score the limits of the score test
 * @param exact the binomial's, interpolated, at the nearest whole number of judgements
 * @param overDispersed widened by the variance between trusts; null below ten trusts
 */
public record ControlLimits(
    double centre, Intervals score, Intervals exact, Intervals overDispersed) {

  /**
   * The limits for a trust worth {@code judgements}.
   *
   * @param spread null below ten trusts
   */
  static ControlLimits at(double centre, double judgements, OverDispersion spread) {
    int whole = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(judgements)));
    return new ControlLimits(
        centre,
        new Intervals(
            Funnel.score(centre, judgements, Normal.Z95),
            Funnel.score(centre, judgements, Normal.Z998)),
        new Intervals(
            Funnel.exactInterpolated(centre, whole, Normal.Z95),
            Funnel.exactInterpolated(centre, whole, Normal.Z998)),
        spread == null
            ? null
            : new Intervals(
                spread.limits(judgements, Normal.Z95), spread.limits(judgements, Normal.Z998)));
  }
}
