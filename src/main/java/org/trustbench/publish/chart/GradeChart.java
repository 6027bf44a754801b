package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.framework.Scale.Grade;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.GradeTable.Row;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * Per measure one bar of the whole of what was graded, the best grade first. Grades are told by
 * their order, by gaps and by words in the bar, not by shade alone; a line stands at the measure's
 * own cut.
 */
public final class GradeChart {
  private static final int BARS = 0;
  private static final int CUT = 1;
  private static final int TEXT = 2;
  private static final int DATASETS = 3;
  private static final int ROW_HEIGHT = 36;
  private static final int NARROW_HEIGHT = 76;
  private static final int BAR = 20;
  private static final int AROUND = 70;
  private static final int NARROWEST = 900;
  private static final int LEFT = 275;
  private static final int RIGHT = 230;

  /** Pixels that a hundredth of a bar has at least, on a phone. */
  private static final double PIXELS = 2.6;

  private static final double CHARACTER = 7.5;

  /** Shades from best to worst, light ones with dark words and dark ones with light words. */
  private static final List<String> SHADES =
      List.of("#12436d", "#1f5a8c", "#2f6f9f", "#8fbbdc", "#b4d2e9", "#d3e4f2", "#eaf2f9");

  /** What ECharts draws nothing for. */
  private static final String NONE = "-";

  private static final int LIGHT_FROM = 3;

  private GradeChart() {}

  /** The frame that all institutions' grades share. */
  public static Chart frame(String id, List<GradeDistribution> distributions, Terms terms) {
    Map<String, Object> option = ChartOption.plain(ChartOption.grid(LEFT, RIGHT, 12, 44));
    option.put("tooltip", object("show", false));
    option.put("xAxis", ChartOption.foot("Share of what was graded, %", AxisScale.around(0, 100)));
    option.put(
        "yAxis",
        ChartOption.rows(distributions.stream().map(GradeDistribution::label).toList(), LEFT - 15));
    option.put("dataset", Chart.empty(DATASETS));
    List<Object> series = new ArrayList<>();
    int most = most(distributions);
    for (int i = 0; i < most; i++) {
      series.add(bar(i, most));
    }
    series.add(
        ChartOption.series(
            "scatter",
            "own cut",
            CUT,
            object("x", 1, "y", 0),
            "symbol",
            "rect",
            "symbolSize",
            List.of(4, BAR + 12),
            "z",
            5,
            "silent",
            true,
            "itemStyle",
            object("color", ChartOption.ORANGE, "borderColor", ChartOption.INK, "borderWidth", 1)));
    series.add(ChartOption.figures(TEXT, ChartOption.label(2, "right")));
    option.put("series", series);
    return Chart.withoutRows(
        new Chart.Frame(id, option, terms.text(legend(distributions)), "", narrow(most + 1)),
        Chart.Size.ofRows(distributions.size(), AROUND, ROW_HEIGHT, NARROW_HEIGHT, NARROWEST));
  }

  private static int most(List<GradeDistribution> distributions) {
    return Math.max(
        SHADES.size(), distributions.stream().mapToInt(one -> one.grades().size()).max().orElse(0));
  }

  private static Map<String, Object> bar(int place, int most) {
    int shade = shade(place, most);
    Map<String, Object> label = ChartOption.label(1 + most + place, "inside");
    label.put("color", shade < LIGHT_FROM ? ChartOption.PAPER : ChartOption.INK);
    Map<String, Object> bar =
        ChartOption.series("bar", "place " + (place + 1), BARS, object("x", 1 + place, "y", 0));
    bar.put("stack", "grades");
    bar.put("barWidth", BAR);
    bar.put("silent", true);
    bar.put(
        "itemStyle",
        object("color", SHADES.get(shade), "borderColor", ChartOption.PAPER, "borderWidth", 1));
    bar.put("label", label);
    return bar;
  }

  private static int shade(int place, int most) {
    return Math.round((float) place * (SHADES.size() - 1) / (most - 1));
  }

  /** The grades of each scale in their order, so that none has to be told by its shade. */
  private static String legend(List<GradeDistribution> distributions) {
    String orders =
        distributions.stream()
            .map(one -> one.grades().stream().map(Grade::label).collect(Collectors.joining(", ")))
            .distinct()
            .limit(3)
            .collect(Collectors.joining("; or "));
    return "Bars from the best grade at the left, dark, to the worst, light: %s. Line across a bar: the measure's own cut, better grades to its left. ▲ higher and ▼ lower than the others at that cut at 95\u00a0%%; ▲▲ and ▼▼ at 99.8\u00a0%% too."
        .formatted(orders);
  }

  /** The measure above its bar, the figures below it. */
  private static Map<String, Object> narrow(int figures) {
    Map<String, Object> narrow = ChartOption.above("yAxis", 14);
    narrow.put("grid.right", ChartOption.MARGIN);
    narrow.put("grid.top", 26);
    narrow.put("series." + figures + ".label.position", "left");
    narrow.put("series." + figures + ".label.offset", List.of(0, 24));
    return narrow;
  }

  /** The rows of one institution, of the distributions of a frame. */
  public static List<Chart.Row> rows(List<GradeDistribution> distributions, List<Row> grades) {
    int most = most(distributions);
    List<Chart.Row> rows = new ArrayList<>();
    for (int i = 0; i < distributions.size(); i++) {
      GradeDistribution distribution = distributions.get(i);
      List<Row> of =
          grades.stream().filter(row -> row.share().distribution().equals(distribution)).toList();
      int at = i;
      if (of.isEmpty()) {
        continue;
      }
      if (of.get(0).share().share() == null) {
        rows.add(Chart.Row.of(TEXT, i, 100, "nothing graded"));
        continue;
      }
      rows.add(Chart.Row.of(BARS, values(i, of, most).toArray()));
      of.stream().filter(Row::isOwnCut).findFirst().ifPresent(own -> own(rows, own, at));
    }
    return rows;
  }

  private static List<Object> values(int row, List<Row> grades, int most) {
    List<Object> shares = new ArrayList<>();
    List<Object> words = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      shares.add(NONE);
      words.add("");
    }
    for (Row grade : grades) {
      int place = (grade.share().place() - 1) * (most - 1) / (grades.size() - 1);
      double share = percent(grade.share().share());
      if (share > 0) {
        shares.set(place, share);
      }
      words.set(place, words(grade.share().grade(), grade.share().share()));
    }
    List<Object> values = new ArrayList<>();
    values.add(row);
    values.addAll(shares);
    values.addAll(words);
    return values;
  }

  /** The grade and its share, or the share alone, as there is room for. */
  private static String words(Grade grade, double share) {
    String whole = String.valueOf((long) Decimals.percent(share, 0));
    double room = 100 * share * PIXELS - 6;
    return List.of(grade.label() + ": " + whole, grade.code() + ": " + whole, whole).stream()
        .filter(text -> text.length() * CHARACTER <= room)
        .findFirst()
        .orElse("");
  }

  private static void own(List<Chart.Row> rows, Row own, int at) {
    rows.add(Chart.Row.of(CUT, at, percent(own.share().atLeast())));
    rows.add(Chart.Row.of(TEXT, at, 100, figures(own)));
  }

  private static String figures(Row own) {
    String share = String.valueOf((long) Decimals.percent(own.share().atLeast(), 0));
    return own.cut()
        .map(
            cut -> {
              String sign =
                  switch (cut.verdict95()) {
                    case HIGHER -> "▲";
                    case LOWER -> "▼";
                    case SIMILAR, NOT_COMPARED -> "";
                  };
              String twice = cut.verdict998() == Verdict.SIMILAR ? sign : sign + sign;
              return "own cut %s  %s"
                  .formatted(share, (twice + " " + cut.verdict95().label()).strip());
            })
        .orElse("own cut " + share);
  }

  private static double percent(double proportion) {
    return Decimals.percent(proportion, 1);
  }
}
