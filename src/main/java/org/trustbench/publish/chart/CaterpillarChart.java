package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.Option.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.summary.Words;
import org.trustbench.table.Decimals;

/** A league drawn: scores from the highest to the lowest with their intervals, parted by tier. */
public final class CaterpillarChart {
  private static final int OTHERS = 0;
  private static final int FOCUS = 1;
  private static final int HEADING = 2;
  private static final int ROW_HEIGHT = 30;
  private static final int AROUND = 100;
  private static final int NARROWEST = 620;

  private CaterpillarChart() {}

  /**
   * The caterpillar of one league.
   *
   * @param ranked its trusts that have a rank and an interval, in order; at least one
   * @param pooled the group's own score; null without one
   * @param benchmark what the line at it is called
   * @param sentences by trust, what is said of it
   */
  public static Chart of(
      List<Comparison> ranked, Double pooled, String benchmark, List<String> sentences) {
    double[] scale = scale(ranked, pooled);
    List<Object> names = new ArrayList<>();
    List<Object> figures = new ArrayList<>();
    List<Chart.Row> rows = new ArrayList<>();
    int tier = 0;
    for (int i = 0; i < ranked.size(); i++) {
      Comparison c = ranked.get(i);
      if (c.ranked().tier() != tier) {
        tier = c.ranked().tier();
        names.add(heading("Tier " + tier));
        figures.add(tier == 1 ? heading("Score, rank") : "");
      }
      names.add(c.score().inspection().trust().name());
      figures.add("%s, %s".formatted(Words.score(c.score()), Words.rank(c.ranked())));
      rows.add(row(c, names.size() - 1, scale[1], sentences.get(i)));
    }
    Map<String, Object> option = Option.plain(Option.grid(230, 172, 34, 48));
    option.put("xAxis", Option.foot("Score % with 95 % interval", scale[0], scale[1]));
    Map<String, Object> right = Option.rows(figures, 172);
    right.put("position", "right");
    option.put("yAxis", List.of(Option.rows(names, 215), right));
    option.put("dataset", Chart.empty(HEADING));
    option.put("series", series(pooled, benchmark));
    return new Chart(option, AROUND + ROW_HEIGHT * names.size(), NARROWEST, rows);
  }

  private static Chart.Row row(Comparison c, int place, double end, String sentence) {
    InspectionScore score = c.score();
    double low = percent(score.interval95().low());
    return new Chart.Row(
        score.inspection().trust().code(),
        OTHERS,
        FOCUS,
        List.of(
            place,
            percent(score.score()),
            sentence,
            low,
            Decimals.rounded(percent(score.interval95().high()) - low, 1),
            end));
  }

  private static List<Object> series(Double pooled, String benchmark) {
    List<Object> series = new ArrayList<>();
    series.add(
        Option.series(
            "bar",
            "row in focus",
            FOCUS,
            object("x", 5, "y", 0),
            "barWidth",
            ROW_HEIGHT - 2,
            "barGap",
            "-100%",
            "silent",
            true,
            "tooltip",
            object("show", false),
            "itemStyle",
            object("color", Option.WASH)));
    series.addAll(Option.span("interval", OTHERS, 0, 3, 4, 3, Option.BLUE));
    series.addAll(Option.span("interval in focus", FOCUS, 0, 3, 4, 5, Option.BLUE));
    Map<String, Object> encode = object("x", 1, "y", 0, "itemName", 2);
    Map<String, Object> others = Option.circles("trusts", OTHERS, encode);
    if (pooled != null) {
      others.put(
          "markLine",
          Option.line(
              "xAxis",
              percent(pooled),
              "%s: %s %%".formatted(benchmark, Words.percent(pooled)),
              "end"));
    }
    series.add(others);
    series.add(Option.diamond("in focus", FOCUS, encode));
    return series;
  }

  private static Map<String, Object> heading(String text) {
    return object("value", text, "textStyle", object("fontWeight", "bold"));
  }

  /** In fives, around all that is drawn. */
  private static double[] scale(List<Comparison> ranked, Double pooled) {
    double low = pooled == null ? 1 : pooled;
    double high = pooled == null ? 0 : pooled;
    for (Comparison c : ranked) {
      low = Math.min(low, c.score().interval95().low());
      high = Math.max(high, c.score().interval95().high());
    }
    return new double[] {Math.floor(low * 20) * 5, Math.ceil(high * 20) * 5};
  }

  private static double percent(double proportion) {
    return Decimals.rounded(proportion * 100, 1);
  }
}
