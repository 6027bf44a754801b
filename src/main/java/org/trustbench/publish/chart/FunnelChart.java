package org.trustbench.publish.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.stats.Intervals;
import org.trustbench.summary.Formatting;
import org.trustbench.terms.Terms;

/**
 * A funnel plot: scores against how many judgements each rests on, with the limits that chance
 * alone allows.
 */
public final class FunnelChart {
  /** What all funnels share. */
  private static Chart.Frame frame(Terms terms) {
    return new Chart.Frame(
        "funnel",
        FunnelPlot.option(FunnelPlot.POINT, terms),
        terms.text(
            "Each score against the independent judgements it is worth; dashed: 95\u00a0% limits,"
                + " solid: 99.8\u00a0%. Only {institutions} outside the limits are named, as far as there is"
                + " room."),
        terms.text("Diamond: the {institution} in focus."),
        FunnelPlot.narrow());
  }

  /** What funnels of very many trusts share. */
  private static Chart.Frame frameOfMany(Terms terms) {
    return new Chart.Frame(
        "funnel-of-many",
        FunnelPlot.option(FunnelPlot.POINT_OF_MANY, terms),
        terms.text(
            "Each score against the independent judgements it is worth; points that fall together are"
                + " drawn as one. Dashed: 95\u00a0% limits, solid: 99.8\u00a0%. Of the {institutions} outside"
                + " the limits the farthest are named, as far as there is room."),
        terms.text("Diamond: the {institution} in focus."),
        FunnelPlot.narrow());
  }

  private FunnelChart() {}

  /**
   * The funnel of one measure of one group.
   *
   * @param limits along the curve, in order; at least one
   * @param points the trusts that have a score
   * @param benchmark what the line in the middle is called
   * @param sentences by point, what is said of it
   */
  public static Chart of(
      List<FunnelLimits> limits,
      List<FunnelPoint> points,
      String benchmark,
      List<String> sentences,
      Terms terms) {
    FunnelPlot plot = plot(limits, points, benchmark);
    return new Chart(
        frame(terms), plot.changes(), FunnelPlot.SIZE, plot.rows(i -> sentences.get(i)));
  }

  /**
   * The same of very many trusts: only those that are named, and the one in focus, have rows of
   * their own.
   *
   * @param sentence what is said of a trust
   * @param focus code of the trust in focus; null for none
   */
  public static Chart ofMany(
      List<FunnelLimits> limits,
      List<FunnelPoint> points,
      String benchmark,
      Function<FunnelPoint, String> sentence,
      String focus,
      Terms terms) {
    FunnelPlot plot = plot(limits, points, benchmark);
    return new Chart(
        frameOfMany(terms),
        plot.changes(),
        FunnelPlot.SIZE_OF_MANY,
        plot.rowsOfMany(i -> sentence.apply(points.get(i)), focus));
  }

  private static FunnelPlot plot(
      List<FunnelLimits> limits, List<FunnelPoint> points, String benchmark) {
    FunnelCurve curve = FunnelCurve.through(limits);
    return new FunnelPlot(
        curve,
        curve.across(),
        scale(limits, points),
        "%s: %s %%".formatted(benchmark, Formatting.percent(curve.centre())),
        points.stream().map(FunnelMark::of).toList());
  }

  /** Whether the limits that allow for over-dispersion can be drawn. */
  public static boolean isWidened(List<FunnelLimits> limits) {
    return !limits.isEmpty() && limits.get(0).limits().overDispersed() != null;
  }

  /** Around all that is drawn, within 0 to 100. */
  private static AxisScale scale(List<FunnelLimits> limits, List<FunnelPoint> points) {
    double[] all =
        Stream.concat(
                limits.stream()
                    .flatMap(at -> Stream.of(at.limits().score(), at.limits().overDispersed()))
                    .filter(Objects::nonNull)
                    .map(Intervals::at998)
                    .flatMap(widest -> Stream.of(widest.low(), widest.high())),
                points.stream().map(point -> point.comparison().score().score()))
            .mapToDouble(value -> value * 100)
            .sorted()
            .toArray();
    return AxisScale.around(all[0] - 1, all[all.length - 1] + 1);
  }
}
