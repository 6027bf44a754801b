package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.Map;
import org.trustbench.stats.Funnel;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Tolerance;

/**
 * The control limits of a funnel plot at some number of effective judgements (Spiegelhalter 2005).
 *
 * @param centre all the group's judgements together, the fixed value, or a target
 * @param score the limits of the score test
 * @param exact the binomial's, interpolated, at the nearest whole number of judgements
 * @param overDispersed widened by the variance between trusts; null below ten trusts
 */
public record ControlLimits(
    double centre, Intervals score, Intervals exact, Intervals overDispersed) {
  private static final Tolerance NOTHING = new Tolerance(0);

  /**
   * The limits of one group, which keeps what its trusts share: the exact ones hang on a whole
   * number of judgements, and many trusts are worth the same.
   */
  static final class OfGroup {
    private final double centre;
    private final Interval band;
    private final OverDispersion spread;
    private final Map<Integer, Intervals> exact = new HashMap<>();

    /**
     * Limits around a centre.
     *
     * @param spread null below ten trusts
     */
    OfGroup(double centre, OverDispersion spread) {
      this(centre, NOTHING, spread);
    }

    /**
     * Limits around a band: the lower ones are those of its lower end, the upper ones those of its
     * upper end.
     *
     * @param spread whose variance between trusts widens them; null where it is not known
     */
    OfGroup(double centre, Tolerance tolerance, OverDispersion spread) {
      this.centre = centre;
      this.band = tolerance.band(centre);
      this.spread = spread;
    }

    /** The limits for a trust worth {@code judgements}. */
    ControlLimits at(double judgements) {
      int whole = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(judgements)));
      return new ControlLimits(
          centre,
          both(band, (p0, z) -> Funnel.score(p0, judgements, z)),
          exact.computeIfAbsent(
              whole, n -> both(band, (p0, z) -> Funnel.exactInterpolated(p0, n, z))),
          spread == null
              ? null
              : both(
                  band,
                  (p0, z) ->
                      OverDispersion.limits(p0, judgements, z, spread.tauSquaredWinsorised())));
    }
  }

  /** Limits around a known value at some z. */
  private interface Rule {
    Interval around(double p0, double z);
  }

  private static Intervals both(Interval band, Rule rule) {
    return new Intervals(one(band, rule, Normal.Z95), one(band, rule, Normal.Z998));
  }

  private static Interval one(Interval band, Rule rule, double z) {
    Interval low = rule.around(band.low(), z);
    return band.width() == 0 ? low : new Interval(low.low(), rule.around(band.high(), z).high());
  }
}
