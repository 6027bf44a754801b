package org.trustbench.publish.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.stats.Funnel;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Tolerance;
import org.trustbench.table.Decimals;

/**
 * The limits of a funnel as curves, from the formula of the limits: drawn through published limits,
 * which are rounded, they would be stairs.
 */
final class FunnelCurve {
  private static final int POINTS = 24;

  /** Wider than the institutions' own effective judgements by this factor at either end. */
  private static final double MARGIN = 1.15;

  /** Of a percentage, less than a pixel. */
  private static final int DECIMALS = 2;

  private final double centre;
  private final Interval band;
  private final double from;
  private final double to;
  private final Double tauSquared;

  private FunnelCurve(
      double centre, Tolerance tolerance, double from, double to, Double tauSquared) {
    this.centre = centre;
    this.band = tolerance.band(centre);
    this.from = from;
    this.to = to;
    this.tauSquared = tauSquared;
  }

  /**
   * The curves around a target and its tolerance, for some institutions on its funnel.
   *
   * @param placed those that have a place; at least one
   */
  static FunnelCurve around(List<TargetComparison> placed) {
    double[] judgements =
        placed.stream()
            .mapToDouble(one -> one.place().orElseThrow().effectiveJudgements())
            .sorted()
            .toArray();
    TargetComparison first = placed.get(0);
    TargetComparison.Place place = first.place().orElseThrow();
    return new FunnelCurve(
        place.limits().centre(),
        new Tolerance(first.target().tolerance()),
        judgements[0] / MARGIN,
        judgements[judgements.length - 1] * MARGIN,
        place.tauSquared());
  }

  /** The band in which a difference does not matter; a point without a tolerance. */
  Interval band() {
    return band;
  }

  double centre() {
    return centre;
  }

  /** The axis of judgements. */
  AxisScale across() {
    return AxisScale.ofCounts(from, to);
  }

  /** The curves through some limits, in order; at least one. */
  static FunnelCurve through(List<FunnelLimits> limits) {
    return new FunnelCurve(
        limits.get(0).limits().centre(),
        new Tolerance(0),
        limits.get(0).judgements(),
        limits.get(limits.size() - 1).judgements(),
        FunnelChart.isWidened(limits) ? tauSquared(limits) : null);
  }

  /**
   * One row for each of some numbers of judgements: that number, then the ends of the limits at 95
   * and 99.8 %, and of those that allow for over-dispersion, in percent.
   */
  List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      // Evenly apart on a logarithmic scale, since limits bend where judgements are few.
      double judgements = from * Math.pow(to / from, i / (POINTS - 1.0));
      List<Object> row = new ArrayList<>();
      row.add(Decimals.rounded(judgements, 1));
      add(row, p0 -> Funnel.score(p0, judgements, Normal.Z95));
      add(row, p0 -> Funnel.score(p0, judgements, Normal.Z998));
      if (tauSquared != null) {
        add(row, p0 -> OverDispersion.limits(p0, judgements, Normal.Z95, tauSquared));
        add(row, p0 -> OverDispersion.limits(p0, judgements, Normal.Z998, tauSquared));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The lower limit of the band's lower end, and the upper one of its upper end. */
  private void add(List<Object> row, DoubleFunction<Interval> limits) {
    row.add(Decimals.percent(limits.apply(band.low()).low(), DECIMALS));
    row.add(Decimals.percent(limits.apply(band.high()).high(), DECIMALS));
  }

  /**
   * The variance between trusts that limits allow for, from their width on the scale of angles: z
   * √(1/4n + τ²) to either side. Where limits are rounded it is the mean of what they say.
   */
  private static double tauSquared(List<FunnelLimits> limits) {
    return limits.stream()
        .filter(at -> isWithin(at.limits().overDispersed().at998()))
        .mapToDouble(
            at -> {
              Interval interval = at.limits().overDispersed().at998();
              double reach = (angle(interval.high()) - angle(interval.low())) / 2;
              return Math.pow(reach / Normal.Z998, 2) - 1 / (4.0 * at.judgements());
            })
        .map(tau -> Math.max(0, tau))
        .average()
        .orElse(0);
  }

  /** Limits at an end of the scale are cut off there, and tell nothing of their width. */
  private static boolean isWithin(Interval interval) {
    return interval.low() > 0 && interval.high() < 1;
  }

  private static double angle(double proportion) {
    return Math.asin(Math.sqrt(proportion));
  }
}
