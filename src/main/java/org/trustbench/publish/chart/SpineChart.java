package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.benchmark.Comparison;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Quantiles;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.Formatting;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * A spine: per measure where the trusts of a group lie, in points from the benchmark, which stands
 * in the middle; a diamond is the trust in focus.
 */
public final class SpineChart {
  private static final int SPREAD = 0;
  private static final int MIDDLE = 1;
  private static final int MARK = 2;
  private static final int TEXT = 3;
  private static final int DATASETS = 4;
  private static final int FEWEST_FOR_A_MIDDLE = 4;
  private static final int ROW_HEIGHT = 36;
  private static final int NARROW_HEIGHT = 70;

  /** The series of the figures, after those of the bars and the marks. */
  private static final int FIGURES = 9;

  private static final int MOST_OF_HEADING = 9;
  private static final int AROUND = 82;
  private static final int NARROWEST = 1000;
  private static final int LEFT = 275;
  private static final int RIGHT = 276;

  private static final String LEGEND =
      "Light bar: lowest to highest score of the group; dark bar: its middle half; line in the"
          + " middle: the benchmark; diamond: this {institution}. ▲ higher and ▼ lower than the"
          + " benchmark at 95\u00a0%; ▲▲ and ▼▼ at 99.8\u00a0% too.";

  private SpineChart() {}

  /**
   * The frame that all trusts' spines share.
   *
   * @param id unique among frames
   * @param reach points to either side of the benchmark
   */
  public static Chart frame(String id, List<Measure> measures, double reach, Terms terms) {
    List<Object> names = new ArrayList<>();
    names.add("");
    measures.forEach(measure -> names.add(measure.label()));
    Map<String, Object> option = ChartOption.plain(ChartOption.grid(LEFT, RIGHT, 30, 48));
    option.put("tooltip", object("show", false));
    option.put(
        "xAxis", ChartOption.foot("Percentage points from the benchmark", AxisScale.aside(reach)));
    option.put("yAxis", ChartOption.rows(names, LEFT - 15));
    option.put("dataset", Chart.empty(DATASETS));
    List<Object> series = new ArrayList<>();
    series.addAll(spans("lowest to highest", SPREAD, 14, "#d5dce4"));
    series.addAll(spans("middle half", MIDDLE, 14, "#8fa3b8"));
    Map<String, Object> mark = ChartOption.diamond("in focus", MARK, object("x", 1, "y", 0));
    mark.put("markLine", ChartOption.line("xAxis", 0, "Benchmark", "start"));
    mark.put("silent", true);
    series.add(mark);
    series.add(ChartOption.figures(TEXT, figures()));
    option.put("series", series);
    return Chart.withoutRows(
        new Chart.Frame(id, option, terms.text(LEGEND), "", narrow()),
        Chart.Size.ofRows(names.size(), AROUND, ROW_HEIGHT, NARROW_HEIGHT, NARROWEST));
  }

  /** The measure above its bars, the figures below them. */
  private static Map<String, Object> narrow() {
    Map<String, Object> narrow = ChartOption.above("yAxis", 12);
    narrow.put("grid.right", ChartOption.MARGIN);
    narrow.put("series." + FIGURES + ".label.textBorderColor", ChartOption.PAPER);
    narrow.put("series." + FIGURES + ".label.textBorderWidth", ChartOption.HALO);
    Map<String, Integer> widths =
        new TreeMap<>(Map.of("score", 40, "others", 57, "spread", 58, "verdict", 84));
    widths.forEach(
        (part, width) -> narrow.put("series." + FIGURES + ".label.rich." + part + ".width", width));
    narrow.put("series." + FIGURES + ".label.position", "left");
    narrow.put("series." + FIGURES + ".label.offset", List.of(0, 18));
    return narrow;
  }

  /** Bars to the right of an unseen start that may lie left of the middle. */
  private static List<Map<String, Object>> spans(
      String name, int dataset, int width, String colour) {
    List<Map<String, Object>> spans = new ArrayList<>();
    for (int side : List.of(1, 3)) {
      spans.addAll(
          ChartOption.span(
              name + (side == 1 ? ", below" : ", above"),
              dataset,
              0,
              side,
              side + 1,
              width,
              colour));
    }
    return spans;
  }

  private static Map<String, Object> figures() {
    Map<String, Object> label = ChartOption.label(2, "right");
    label.put("formatter", "{score|{@[2]}}{others|{@[3]}}{spread|{@[4]}}{verdict|{@[5]}}");
    label.put(
        "rich",
        object(
            "score",
            object("width", 36, "align", "right", "fontWeight", "bold", "fontSize", 13),
            "others",
            object("width", 64, "align", "right", "fontSize", 13),
            "spread",
            object("width", 64, "align", "right", "fontSize", 13),
            "verdict",
            object("width", 96, "align", "left", "fontSize", 13, "padding", List.of(0, 0, 0, 12))));
    return label;
  }

  /** The term over the figures of an institution, where it has room there. */
  private static String heading(Terms terms) {
    String term = terms.text("{Institution}");
    return term.length() <= MOST_OF_HEADING ? term : "Score";
  }

  /**
   * The rows of one trust.
   *
   * @param comparisons one per measure of the frame, in its order; null where there is none
   * @param middles by measure, the middle half of the scores of its group; null where there is none
   */
  public static List<Chart.Row> rows(
      List<Comparison> comparisons, List<Interval> middles, double reach, Terms terms) {
    List<Chart.Row> rows = new ArrayList<>();
    rows.add(Chart.Row.of(TEXT, 0, reach, heading(terms), "Benchm.", "Range", "Verdict"));
    for (int i = 0; i < comparisons.size(); i++) {
      Comparison c = comparisons.get(i);
      int place = i + 1;
      if (c == null) {
        continue;
      }
      rows.add(
          Chart.Row.of(
              TEXT,
              place,
              reach,
              Formatting.plain(c.score()),
              Formatting.percent(c.benchmark()),
              c.spread() == null
                  ? Formatting.percent(null)
                  : Formatting.percent(c.spread().lowest())
                      + "–"
                      + Formatting.percent(c.spread().highest()),
              verdict(c)));
      if (c.benchmark() == null) {
        continue;
      }
      if (c.spread() != null) {
        rows.add(bar(SPREAD, place, c.spread().lowest(), c.spread().highest(), c.benchmark()));
      }
      Interval middle = middles.get(i);
      if (middle != null) {
        rows.add(bar(MIDDLE, place, middle.low(), middle.high(), c.benchmark()));
      }
      if (c.score().score() != null) {
        rows.add(Chart.Row.of(MARK, place, points(c.score().score() - c.benchmark())));
      }
    }
    return rows;
  }

  /** The middle half of some scores; null where there are too few for one. */
  public static Interval middle(double... scores) {
    return scores.length < FEWEST_FOR_A_MIDDLE
        ? null
        : new Interval(Quantiles.type7(scores, .25), Quantiles.type7(scores, .75));
  }

  /** Room for the farthest of a trust's bars and marks, in points. */
  public static double reach(List<Comparison> comparisons) {
    double farthest = 5;
    for (Comparison c : comparisons) {
      if (c.benchmark() != null && c.spread() != null) {
        farthest = Math.max(farthest, 100 * (c.spread().highest() - c.benchmark()));
        farthest = Math.max(farthest, 100 * (c.benchmark() - c.spread().lowest()));
      }
      if (c.benchmark() != null && c.score().score() != null) {
        farthest = Math.max(farthest, 100 * Math.abs(c.score().score() - c.benchmark()));
      }
    }
    return AxisScale.aside(farthest + 1).max();
  }

  private static Chart.Row bar(int dataset, int place, double low, double high, double middle) {
    double from = points(low - middle);
    double to = points(high - middle);
    // Two stacks, one to either side of the middle, since bars grow from it.
    return Chart.Row.of(
        dataset,
        place,
        Math.min(0, to),
        Math.min(0, from) - Math.min(0, to),
        Math.max(0, from),
        Math.max(0, to) - Math.max(0, from));
  }

  private static String verdict(Comparison c) {
    String sign =
        switch (c.verdict95()) {
          case HIGHER -> "▲";
          case LOWER -> "▼";
          case SIMILAR, NOT_COMPARED -> "";
        };
    String twice = c.verdict998() == Verdict.SIMILAR ? sign : sign + sign;
    return (twice + " " + c.verdict95().label()).strip();
  }

  private static double points(double proportion) {
    return Decimals.percent(proportion, 1);
  }
}
