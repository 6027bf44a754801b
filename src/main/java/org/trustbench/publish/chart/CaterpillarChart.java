package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.summary.Formatting;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/** A league drawn: scores from the highest to the lowest with their intervals, parted by tier. */
public final class CaterpillarChart {
  private static final int OTHERS = 0;
  private static final int FOCUS = 1;
  private static final int DATASETS = 2;

  /** Room for figures such as {@code 66 (63–68), 6 (6–6)}. */
  private static final int FIGURES = 172;

  private static final double CHARACTER = 7.4;
  private static final int ROW_HEIGHT = 30;
  private static final int NARROW_HEIGHT = 66;
  private static final int AROUND = 100;
  private static final int NARROWEST = 800;

  /** The series that carries the line of the benchmark, after those of the intervals. */
  private static final int BENCHMARK = 5;

  /** What all caterpillars of a programme share. */
  private static Chart.Frame frame(Terms terms) {
    return new Chart.Frame(
        "caterpillar",
        option(terms),
        "Scores from the highest to the lowest, each with its 95\u00a0% interval; tiers are"
            + " statistical ties.",
        terms.text("Diamond: the {institution} in focus."),
        narrow());
  }

  private CaterpillarChart() {}

  /** The caterpillar of one league, drawn in full. */
  public static Chart of(List<Comparison> ranked, Double pooled, String benchmark, Terms terms) {
    return of(ranked, Collections.nCopies(ranked.size(), 0), pooled, benchmark, terms);
  }

  /**
   * The caterpillar of one league.
   *
   * @param ranked its trusts that have a rank and an interval, in order, as far as they are drawn;
   *     at least one
   * @param leftOut how many are not drawn right before each of these
   * @param pooled the group's own score; null without one
   * @param benchmark what the line at it is called
   */
  public static Chart of(
      List<Comparison> ranked,
      List<Integer> leftOut,
      Double pooled,
      String benchmark,
      Terms terms) {
    AxisScale scale = scale(ranked, pooled);
    List<Object> names = new ArrayList<>();
    List<Object> figures = new ArrayList<>();
    int longest = 0;
    List<Chart.Row> rows = new ArrayList<>();
    int tier = 0;
    for (int i = 0; i < ranked.size(); i++) {
      Comparison c = ranked.get(i);
      if (leftOut.get(i) > 0) {
        names.add(
            heading(
                String.format(Locale.ROOT, "%,d ", leftOut.get(i))
                    + terms.text("{institutions} between")));
        figures.add("");
      }
      if (c.ranked().tier() != tier) {
        tier = c.ranked().tier();
        names.add(heading("Tier " + tier));
        figures.add(tier == 1 ? heading("Score, rank") : "");
      }
      names.add(c.score().inspection().trust().name());
      String shown = "%s, %s".formatted(Formatting.score(c.score()), Formatting.rank(c.ranked()));
      figures.add(shown);
      longest = Math.max(longest, shown.length());
      rows.add(row(c, names.size() - 1, scale.max()));
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    scale.onto(changes, "xAxis");
    changes.put("grid.right", figures(longest));
    changes.put("yAxis.1.axisLabel.width", figures(longest));
    changes.put("yAxis.0.data", names);
    changes.put("yAxis.1.data", figures);
    changes.put(
        "series." + BENCHMARK + ".markLine.data",
        pooled == null
            ? List.of()
            : List.of(
                object(
                    "xAxis",
                    percent(pooled),
                    "name",
                    "%s: %s %%".formatted(benchmark, Formatting.percent(pooled)))));
    Chart.Size size = Chart.Size.ofRows(names.size(), AROUND, ROW_HEIGHT, NARROW_HEIGHT, NARROWEST);
    return new Chart(frame(terms), changes, size, rows);
  }

  /** Room for the longest figures, whose ranks may have many digits: they never wrap. */
  private static int figures(int characters) {
    return Math.max(FIGURES, (int) Math.ceil(CHARACTER * characters) + 12);
  }

  private static Map<String, Object> option(Terms terms) {
    Map<String, Object> option = ChartOption.plain(ChartOption.grid(265, FIGURES, 34, 48));
    option.put("tooltip", object("show", false));
    option.put("xAxis", ChartOption.foot("Score % with 95 % interval", AxisScale.around(0, 100)));
    Map<String, Object> right = ChartOption.rows(List.of(), FIGURES);
    right.put("position", "right");
    option.put("yAxis", List.of(ChartOption.rows(List.of(), 250), right));
    option.put("dataset", Chart.empty(DATASETS));
    option.put("series", series(terms));
    return option;
  }

  /** The name above the interval, the figures below it. */
  private static Map<String, Object> narrow() {
    Map<String, Object> narrow = ChartOption.above("yAxis.0", 10);
    narrow.put("grid.right", ChartOption.MARGIN);
    narrow.put("series.0.barWidth", NARROW_HEIGHT - 2);
    narrow.put("yAxis.1.z", 4);
    narrow.put("yAxis.1.axisLabel.textBorderColor", ChartOption.PAPER);
    narrow.put("yAxis.1.axisLabel.textBorderWidth", ChartOption.HALO);
    narrow.put("yAxis.1.axisLabel.inside", true);
    narrow.put("yAxis.1.axisLabel.margin", 0);
    narrow.put("yAxis.1.axisLabel.align", "right");
    narrow.put("yAxis.1.axisLabel.verticalAlign", "top");
    narrow.put("yAxis.1.axisLabel.padding", List.of(9, 0, 0, 0));
    return narrow;
  }

  private static Chart.Row row(Comparison c, int place, double end) {
    InspectionScore score = c.score();
    double low = percent(score.interval95().low());
    return new Chart.Row(
        score.inspection().trust().code(),
        OTHERS,
        FOCUS,
        List.of(
            place,
            percent(score.score()),
            low,
            Decimals.rounded(percent(score.interval95().high()) - low, 1),
            end));
  }

  private static List<Object> series(Terms terms) {
    List<Object> series = new ArrayList<>();
    series.add(
        ChartOption.series(
            "bar",
            "row in focus",
            FOCUS,
            object("x", 4, "y", 0),
            // Bars of one axis make room for each other; this one lies behind the rest.
            "yAxisIndex",
            1,
            "barWidth",
            ROW_HEIGHT - 2,
            "silent",
            true,
            "itemStyle",
            object("color", ChartOption.WASH)));
    series.addAll(ChartOption.span("interval", OTHERS, 0, 2, 3, 3, ChartOption.BLUE));
    series.addAll(ChartOption.span("interval in focus", FOCUS, 0, 2, 3, 5, ChartOption.BLUE));
    Map<String, Object> encode = object("x", 1, "y", 0);
    Map<String, Object> others = ChartOption.circles(terms.text("{institutions}"), OTHERS, encode);
    others.put("markLine", ChartOption.line("xAxis", 0, "", "start"));
    series.add(others);
    series.add(ChartOption.diamond("in focus", FOCUS, encode));
    return series;
  }

  private static Map<String, Object> heading(String text) {
    return object("value", text, "textStyle", object("fontWeight", "bold"));
  }

  /** Around all that is drawn. */
  private static AxisScale scale(List<Comparison> ranked, Double pooled) {
    double low = pooled == null ? 1 : pooled;
    double high = pooled == null ? 0 : pooled;
    for (Comparison c : ranked) {
      low = Math.min(low, c.score().interval95().low());
      high = Math.max(high, c.score().interval95().high());
    }
    return AxisScale.around(100 * low, 100 * high);
  }

  private static double percent(double proportion) {
    return Decimals.percent(proportion, 1);
  }
}
