package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.INK;
import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * What every funnel is drawn with, whatever its limits lie around.
 *
 * @param curve the limits
 * @param across the axis of judgements
 * @param up the axis of scores
 * @param line across the middle, in words
 */
record FunnelPlot(
    FunnelCurve curve, AxisScale across, AxisScale up, String line, List<FunnelMark> marks) {
  /** Where a point lies when no limit is crossed. */
  private static final int POINTS = 0;

  private static final int LABELLED = 1;
  private static final int FOCUS = LABELLED + FunnelLabels.POSITIONS.size();
  private static final int LIMITS = FOCUS + 1;
  private static final int HEIGHT = 460;

  /** Beside the plot, in pixels. */
  private static final int LEFT = 52;

  private static final int RIGHT = 70;
  static final Chart.Size SIZE = new Chart.Size(HEIGHT, 560, HEIGHT, ChartOption.PHONE);

  /** Of very many, names that are placed for a wide chart would meet on a smaller one. */
  static final Chart.Size SIZE_OF_MANY =
      new Chart.Size(HEIGHT, FunnelLabels.WIDTH + LEFT + RIGHT, HEIGHT, ChartOption.PHONE);

  /** The size of a point, and that of one of very many, in pixels. */
  static final int POINT = 10;

  static final int POINT_OF_MANY = 4;

  /** The series that carries the line of the benchmark, after those of the limits. */
  static final int BENCHMARK = 8;

  /** Places for points of very many trusts, across and up. */
  private static final int ACROSS = 160;

  private static final int UP = 100;

  /** A row for each point. */
  List<Chart.Row> rows(IntFunction<String> sentence) {
    Labels labels = labels();
    List<Chart.Row> rows = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      rows.add(labels.row(marks.get(i), i, sentence.apply(i)));
    }
    return rows;
  }

  /**
   * The same of very many trusts: only those that are named, and the one in focus, have rows of
   * their own.
   *
   * @param focus code of the trust in focus; null for none
   */
  List<Chart.Row> rowsOfMany(IntFunction<String> sentence, String focus) {
    double width = (across.max() - across.min()) / ACROSS;
    double height = (up.max() - up.min()) / UP;
    Labels labels = labels();
    List<Chart.Row> rows = new ArrayList<>();
    Set<List<Long>> taken = new HashSet<>();
    for (int i = 0; i < marks.size(); i++) {
      FunnelMark mark = marks.get(i);
      double x = mark.effectiveJudgements();
      double y = mark.percent();
      if (labels.isOwn(i) || mark.code().equals(focus)) {
        rows.add(labels.row(mark, i, sentence.apply(i)));
      } else if (taken.add(List.of(Math.round(x / width), Math.round(y / height)))) {
        rows.add(Chart.Row.of(POINTS, Decimals.rounded(x, 1), y, ""));
      }
    }
    return rows;
  }

  /** Where each point's label lies, by the plain limits and by the widened ones. */
  private record Labels(List<FunnelLabels.Place> plain, List<FunnelLabels.Place> widened) {
    /** Whether a point is named by either. */
    boolean isOwn(int point) {
      return plain.get(point).isLabelled() || widened.get(point).isLabelled();
    }

    Chart.Row row(FunnelMark point, int i, String sentence) {
      return new Chart.Row(
          point.code(),
          dataset(plain.get(i)),
          dataset(widened.get(i)),
          FOCUS,
          List.of(
              Decimals.rounded(point.effectiveJudgements(), 1),
              point.percent(),
              sentence,
              point.name()));
    }
  }

  private Labels labels() {
    FunnelLabels labels = new FunnelLabels(across, up);
    return new Labels(
        labels.places(marks, FunnelMark::zone), labels.places(marks, FunnelMark::widenedZone));
  }

  /** What this funnel changes in the frame that it shares. */
  Map<String, Object> changes() {
    Map<String, Object> changes = new LinkedHashMap<>();
    across.onto(changes, "xAxis");
    up.onto(changes, "yAxis");
    changes.put("dataset." + LIMITS + ".source", curve.rows());
    changes.put(
        "series." + BENCHMARK + ".markLine.data.0",
        object("yAxis", Decimals.percent(curve.centre(), 1), "name", line));
    if (curve.band().width() > 0) {
      changes.put("series." + BENCHMARK + ".markArea", band());
    }
    return changes;
  }

  private static int dataset(FunnelLabels.Place place) {
    return place.isLabelled() ? LABELLED + place.position() : POINTS;
  }

  private Map<String, Object> band() {
    return object(
        "silent",
        true,
        "itemStyle",
        object("color", ChartOption.FAINT),
        "data",
        List.of(
            List.of(
                object("yAxis", Decimals.percent(curve.band().low(), 2)),
                object("yAxis", Decimals.percent(curve.band().high(), 2)))));
  }

  static Map<String, Object> option(int size, Terms terms) {
    Map<String, Object> option = ChartOption.plain(ChartOption.grid(LEFT, RIGHT, 34, 48));
    Map<String, Object> foot = ChartOption.foot("Effective judgements", AxisScale.around(0, 1));
    option.put("xAxis", foot);
    option.put("yAxis", ChartOption.values("Score %", AxisScale.around(0, 100)));
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
    Map<String, Object> inside = ChartOption.circles(terms.text("{institutions}"), POINTS, encode);
    inside.put("symbolSize", size);
    inside.put("markLine", ChartOption.line("yAxis", 0, "", "insideStartTop"));
    series.add(inside);
    for (int i = 0; i < FunnelLabels.POSITIONS.size(); i++) {
      series.add(
          ChartOption.circles(
              "outside the limits",
              LABELLED + i,
              encode,
              "label",
              ChartOption.label(3, FunnelLabels.POSITIONS.get(i))));
    }
    Map<String, Object> label = ChartOption.label(3, "bottom");
    label.put("fontWeight", "bold");
    label.put("textBorderColor", ChartOption.PAPER);
    label.put("textBorderWidth", 3);
    series.add(ChartOption.diamond("in focus", FOCUS, encode, "label", label));
    return series;
  }

  private static Map<String, Object> limit(String name, int value, String type, String label) {
    return ChartOption.series(
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

  /** There is no room for names: the one in focus is told by its mark and its sentence. */
  static Map<String, Object> narrow() {
    Map<String, Object> narrow = new LinkedHashMap<>();
    narrow.put("grid.left", 40);
    narrow.put("grid.right", 52);
    for (int i = 1; i <= FunnelLabels.POSITIONS.size() + 1; i++) {
      narrow.put("series." + (BENCHMARK + i) + ".label.show", false);
    }
    return narrow;
  }
}
