package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.change.ScoreChange;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.summary.Formatting;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * The chart of change, with two rows to a measure: the score before above the latest one, each with
 * its interval. No line joins them, since two inspections are no trend.
 */
public final class ChangeChart {
  private static final int BEFORE = 0;
  private static final int LATEST = 1;
  private static final int BEFORE_MARK = 2;
  private static final int LATEST_MARK = 3;
  private static final int TEXT = 4;
  private static final int DATASETS = 5;
  private static final int ROW_HEIGHT = 24;
  private static final int NARROW_HEIGHT = 42;
  private static final int AROUND = 90;
  private static final int NARROWEST = 900;
  private static final int LEFT = 275;
  private static final int RIGHT = 276;

  private static final String LEGEND =
      "Upper row, circle on a light bar: the score before; lower row, diamond on a dark bar: the"
          + " latest. Bars are 95\u00a0% intervals. ▲ improved and ▼ declined at 95\u00a0%;"
          + " ▲▲ and ▼▼ at 99.8\u00a0% too.";

  private ChangeChart() {}

  /** The frame that all institutions' changes share. */
  public static Chart frame(String id, List<Measure> measures, Terms terms) {
    List<Object> names = new ArrayList<>();
    measures.forEach(measure -> names.addAll(List.of(measure.label(), "")));
    Map<String, Object> option = ChartOption.plain(ChartOption.grid(LEFT, RIGHT, 12, 48));
    option.put("tooltip", object("show", false));
    option.put("xAxis", ChartOption.foot("Score, %", AxisScale.around(0, 100)));
    option.put("yAxis", ChartOption.rows(names, LEFT - 15));
    option.put("dataset", Chart.empty(DATASETS));
    List<Object> series = new ArrayList<>();
    series.addAll(ChartOption.span("before, interval", BEFORE, 0, 1, 2, 8, "#8fa3b8"));
    series.addAll(ChartOption.span("latest, interval", LATEST, 0, 1, 2, 8, "#4a4f55"));
    series.add(ChartOption.circles("before", BEFORE_MARK, object("x", 1, "y", 0), "silent", true));
    series.add(ChartOption.diamond("latest", LATEST_MARK, object("x", 1, "y", 0), "silent", true));
    series.add(ChartOption.figures(TEXT, ChartOption.label(2, "right")));
    option.put("series", series);
    return Chart.withoutRows(
        new Chart.Frame(id, option, terms.text(LEGEND), "", narrow()),
        Chart.Size.ofRows(names.size(), AROUND, ROW_HEIGHT, NARROW_HEIGHT, NARROWEST));
  }

  /** The measure above its rows, the figures below them. */
  private static Map<String, Object> narrow() {
    Map<String, Object> narrow = ChartOption.above("yAxis", 6);
    narrow.put("grid.right", ChartOption.MARGIN);
    narrow.put("grid.top", 26);
    int figures = DATASETS + 1;
    narrow.put("series." + figures + ".label.position", "left");
    narrow.put("series." + figures + ".label.offset", List.of(0, 12));
    narrow.put("series." + figures + ".label.textBorderColor", ChartOption.PAPER);
    narrow.put("series." + figures + ".label.textBorderWidth", ChartOption.HALO);
    return narrow;
  }

  /** The rows of one institution, of the measures of a frame. */
  public static List<Chart.Row> rows(List<Measure> measures, List<ScoreChange> changes) {
    List<Chart.Row> rows = new ArrayList<>();
    for (ScoreChange change : changes) {
      int place = 2 * measures.indexOf(change.measure());
      score(rows, change.earlier(), place, BEFORE, BEFORE_MARK, "before");
      score(rows, change.later(), place + 1, LATEST, LATEST_MARK, verdict(change));
    }
    return rows;
  }

  private static void score(
      List<Chart.Row> rows, InspectionScore score, int place, int bar, int mark, String words) {
    rows.add(Chart.Row.of(TEXT, place, 100, Formatting.score(score) + "  " + words));
    if (score.score() == null) {
      return;
    }
    Interval interval = score.interval95();
    if (interval != null) {
      double from = percent(interval.low());
      rows.add(Chart.Row.of(bar, place, from, percent(interval.high()) - from));
    }
    rows.add(Chart.Row.of(mark, place, percent(score.score())));
  }

  private static String verdict(ScoreChange change) {
    String sign =
        switch (change.verdict95()) {
          case IMPROVED -> "▲";
          case DECLINED -> "▼";
          case NO_CLEAR_CHANGE, NOT_COMPARED -> "";
        };
    String twice = change.verdict998().isClear() ? sign + sign : sign;
    return (twice + " " + change.verdict95().label()).strip();
  }

  private static double percent(double proportion) {
    return Decimals.percent(proportion, 1);
  }
}
