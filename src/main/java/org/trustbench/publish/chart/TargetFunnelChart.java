package org.trustbench.publish.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.benchmark.ControlLimits;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.terms.Terms;

/** A funnel around a target of a framework's own, with its tolerance as a band. */
public final class TargetFunnelChart {
  private static final String LIMITS =
      "Dashed: 95\u00a0% limits, solid: 99.8\u00a0%. Shaded: the tolerance, in which a difference does not matter; without one there is no"
          + " shade. ";

  private TargetFunnelChart() {}

  private static Chart.Frame frame(Terms terms) {
    return new Chart.Frame(
        "target-funnel",
        FunnelPlot.option(FunnelPlot.POINT, terms),
        "Each score against the independent judgements it is worth. "
            + LIMITS
            + terms.text(
                "Only {institutions} outside the limits are named, as far as there is room."),
        terms.text("Diamond: the {institution} in focus."),
        FunnelPlot.narrow());
  }

  private static Chart.Frame frameOfMany(Terms terms) {
    return new Chart.Frame(
        "target-funnel-of-many",
        FunnelPlot.option(FunnelPlot.POINT_OF_MANY, terms),
        "Each score against the independent judgements it is worth; points that fall together are"
            + " drawn as one. "
            + LIMITS
            + terms.text(
                "Of the {institutions} outside the limits the farthest are named, as far as there is"
                    + " room."),
        terms.text("Diamond: the {institution} in focus."),
        FunnelPlot.narrow());
  }

  /**
   * The funnel of one measure beside one target.
   *
   * @param placed the institutions that have a place; at least one, all of one group
   * @param line what the line in the middle is called, with its value
   * @param sentence what is said of an institution
   */
  public static Chart of(
      List<TargetComparison> placed,
      String line,
      Function<TargetComparison, String> sentence,
      Terms terms) {
    FunnelPlot plot = plot(placed, line);
    return new Chart(
        frame(terms),
        plot.changes(),
        FunnelPlot.SIZE,
        plot.rows(i -> sentence.apply(placed.get(i))));
  }

  /**
   * The same of very many: only those that are named, and the one in focus, have rows of their own.
   *
   * @param focus code of the institution in focus; null for none
   */
  public static Chart ofMany(
      List<TargetComparison> placed,
      String line,
      Function<TargetComparison, String> sentence,
      String focus,
      Terms terms) {
    FunnelPlot plot = plot(placed, line);
    return new Chart(
        frameOfMany(terms),
        plot.changes(),
        FunnelPlot.SIZE_OF_MANY,
        plot.rowsOfMany(i -> sentence.apply(placed.get(i)), focus));
  }

  private static FunnelPlot plot(List<TargetComparison> placed, String line) {
    FunnelCurve curve = FunnelCurve.around(placed);
    return new FunnelPlot(
        curve, curve.across(), scale(placed), line, placed.stream().map(FunnelMark::of).toList());
  }

  /** Around all scores and their limits, within 0 to 100. */
  private static AxisScale scale(List<TargetComparison> placed) {
    double[] all =
        placed.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        Stream.of(one.score().score()), widest(one.place().orElseThrow().limits())))
            .mapToDouble(value -> value * 100)
            .sorted()
            .toArray();
    return AxisScale.around(all[0] - 1, all[all.length - 1] + 1);
  }

  private static Stream<Double> widest(ControlLimits limits) {
    Intervals intervals = limits.overDispersed() == null ? limits.score() : limits.overDispersed();
    Interval at998 = intervals.at998();
    return Stream.of(at998.low(), at998.high());
  }
}
