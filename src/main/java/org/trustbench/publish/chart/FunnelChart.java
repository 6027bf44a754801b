package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.Option.INK;
import static org.trustbench.publish.chart.Option.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.stats.Intervals;
import org.trustbench.summary.Formatting;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * A funnel plot: scores against how many judgements each rests on, with the limits that chance
 * alone allows.
 */
public final class FunnelChart {
  /** Where a point lies when no limit is crossed. */
  private static final int POINTS = 0;

  private static final int LABELLED = 1;
  private static final int FOCUS = LABELLED + FunnelLabels.POSITIONS.size();
  private static final int LIMITS = FOCUS + 1;
  private static final int HEIGHT = 460;

  /** Beside the plot, in pixels. */
  private static final int LEFT = 52;

  private static final int RIGHT = 70;
  private static final Chart.Size SIZE = new Chart.Size(HEIGHT, 560, HEIGHT, Option.PHONE);

  /** Of very many, names that are placed for a wide chart would meet on a smaller one. */
  private static final Chart.Size SIZE_OF_MANY =
      new Chart.Size(HEIGHT, FunnelLabels.WIDTH + LEFT + RIGHT, HEIGHT, Option.PHONE);

  /** The series that carries the line of the benchmark, after those of the limits. */
  private static final int BENCHMARK = 8;

  /** What all funnels share. */
  private static Chart.Frame frame(Terms terms) {
    return new Chart.Frame(
        "funnel",
        option(10, terms),
        terms.text(
            "Each score against the independent judgements it is worth; dashed: 95\u00a0% limits,"
                + " solid: 99.8\u00a0%. Only {institutions} outside the limits are named, as far as there is"
                + " room."),
        terms.text("Diamond: the {institution} in focus."),
        narrow());
  }

  /** What funnels of very many trusts share. */
  private static Chart.Frame frameOfMany(Terms terms) {
    return new Chart.Frame(
        "funnel-of-many",
        option(4, terms),
        terms.text(
            "Each score against the independent judgements it is worth; points that fall together are"
                + " drawn as one. Dashed: 95\u00a0% limits, solid: 99.8\u00a0%. Of the {institutions} outside"
                + " the limits the farthest are named, as far as there is room."),
        terms.text("Diamond: the {institution} in focus."),
        narrow());
  }

  /** Places for points of very many trusts, across and up. */
  private static final int ACROSS = 160;

  private static final int UP = 100;

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
    Scale scale = scale(limits, points);
    Labels labels = labels(limits, points, scale);
    List<Chart.Row> rows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      rows.add(labels.row(points.get(i), i, sentences.get(i)));
    }
    return new Chart(frame(terms), changes(limits, scale, benchmark), SIZE, rows);
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
    Scale scale = scale(limits, points);
    double width = (across(limits).max() - across(limits).min()) / ACROSS;
    double height = (scale.max() - scale.min()) / UP;
    Labels labels = labels(limits, points, scale);
    List<Chart.Row> rows = new ArrayList<>();
    Set<List<Long>> taken = new HashSet<>();
    for (int i = 0; i < points.size(); i++) {
      FunnelPoint point = points.get(i);
      double across = point.effectiveJudgements();
      double up = percent(point.comparison().score().score());
      if (labels.isOwn(i) || code(point).equals(focus)) {
        rows.add(labels.row(point, i, sentence.apply(point)));
      } else if (taken.add(List.of(Math.round(across / width), Math.round(up / height)))) {
        rows.add(Chart.Row.of(POINTS, Decimals.rounded(across, 1), up, ""));
      }
    }
    return new Chart(frameOfMany(terms), changes(limits, scale, benchmark), SIZE_OF_MANY, rows);
  }

  /** Where each point's label lies, by the plain limits and by the widened ones. */
  private record Labels(List<FunnelLabels.Place> plain, List<FunnelLabels.Place> widened) {
    /** Whether a point is named by either. */
    boolean isOwn(int point) {
      return plain.get(point).isLabelled() || widened.get(point).isLabelled();
    }

    Chart.Row row(FunnelPoint point, int i, String sentence) {
      return new Chart.Row(
          code(point),
          dataset(plain.get(i)),
          dataset(widened.get(i)),
          FOCUS,
          List.of(
              Decimals.rounded(point.effectiveJudgements(), 1),
              percent(point.comparison().score().score()),
              sentence,
              point.comparison().score().inspection().trust().name()));
    }
  }

  private static Labels labels(List<FunnelLimits> limits, List<FunnelPoint> points, Scale scale) {
    FunnelLabels labels = new FunnelLabels(across(limits), scale);
    return new Labels(
        labels.places(points, FunnelPoint::zone),
        labels.places(
            points, p -> p.overDispersedZone() == null ? p.zone() : p.overDispersedZone()));
  }

  private static String code(FunnelPoint point) {
    return point.comparison().score().inspection().trust().code();
  }

  /** The axis of judgements. */
  private static Scale across(List<FunnelLimits> limits) {
    return Scale.ofCounts(limits.get(0).judgements(), limits.get(limits.size() - 1).judgements());
  }

  private static Map<String, Object> changes(
      List<FunnelLimits> limits, Scale scale, String benchmark) {
    double exact = limits.get(0).limits().centre();
    double centre = percent(exact);
    Map<String, Object> changes = new LinkedHashMap<>();
    across(limits).onto(changes, "xAxis");
    scale.onto(changes, "yAxis");
    changes.put("dataset." + LIMITS + ".source", FunnelCurve.through(limits).rows());
    changes.put(
        "series." + BENCHMARK + ".markLine.data.0",
        object(
            "yAxis", centre, "name", "%s: %s %%".formatted(benchmark, Formatting.percent(exact))));
    return changes;
  }

  /** Whether the limits that allow for over-dispersion can be drawn. */
  public static boolean isWidened(List<FunnelLimits> limits) {
    return !limits.isEmpty() && limits.get(0).limits().overDispersed() != null;
  }

  private static int dataset(FunnelLabels.Place place) {
    return place.isLabelled() ? LABELLED + place.position() : POINTS;
  }

  private static Map<String, Object> option(int size, Terms terms) {
    Map<String, Object> option = Option.plain(Option.grid(LEFT, RIGHT, 34, 48));
    Map<String, Object> foot = Option.foot("Effective judgements", Scale.around(0, 1));
    option.put("xAxis", foot);
    option.put("yAxis", Option.values("Score %", Scale.around(0, 100)));
    option.put(
        "legend",
        object("show", false, "selected", object("limits", true, "over-dispersed limits", false)));
    option.put("dataset", Chart.empty(LIMITS + 1));
    option.put("series", series(size, terms));
    return option;
  }

  private static List<Object> series(int size, Terms terms) {
    List<Object> series = new ArrayList<>();
    for (boolean isWidened : List.of(false, true)) {
      String name = isWidened ? "over-dispersed limits" : "limits";
      int first = isWidened ? 5 : 1;
      for (int i = 0; i < 4; i++) {
        series.add(limit(name, first + i, i < 2 ? "dashed" : "solid", i < 2 ? "95 %" : "99.8 %"));
      }
    }
    Map<String, Object> encode = object("x", 0, "y", 1, "itemName", 2);
    Map<String, Object> inside = Option.circles(terms.text("{institutions}"), POINTS, encode);
    inside.put("symbolSize", size);
    inside.put("markLine", Option.line("yAxis", 0, "", "insideStartTop"));
    series.add(inside);
    for (int i = 0; i < FunnelLabels.POSITIONS.size(); i++) {
      series.add(
          Option.circles(
              "outside the limits",
              LABELLED + i,
              encode,
              "label",
              Option.label(3, FunnelLabels.POSITIONS.get(i))));
    }
    Map<String, Object> label = Option.label(3, "bottom");
    label.put("fontWeight", "bold");
    label.put("textBorderColor", Option.PAPER);
    label.put("textBorderWidth", 3);
    series.add(Option.diamond("in focus", FOCUS, encode, "label", label));
    return series;
  }

  private static Map<String, Object> limit(String name, int value, String type, String label) {
    return Option.series(
        "line",
        name,
        LIMITS,
        object("x", 0, "y", value),
        "symbol",
        "none",
        "silent",
        true,
        "tooltip",
        object("show", false),
        "lineStyle",
        object("color", INK, "width", 1, "type", type),
        "endLabel",
        object("show", true, "formatter", label, "color", INK, "fontSize", 12));
  }

  /** Around all that is drawn, within 0 to 100. */
  private static Scale scale(List<FunnelLimits> limits, List<FunnelPoint> points) {
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
    return Scale.around(all[0] - 1, all[all.length - 1] + 1);
  }

  /** There is no room for names: the one in focus is told by its mark and its sentence. */
  private static Map<String, Object> narrow() {
    Map<String, Object> narrow = new LinkedHashMap<>();
    narrow.put("grid.left", 40);
    narrow.put("grid.right", 52);
    for (int i = 1; i <= FunnelLabels.POSITIONS.size() + 1; i++) {
      narrow.put("series." + (BENCHMARK + i) + ".label.show", false);
    }
    return narrow;
  }

  private static double percent(double proportion) {
    return Decimals.percent(proportion, 1);
  }
}
