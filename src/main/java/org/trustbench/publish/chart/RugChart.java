package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.Formatting;
import org.trustbench.summary.RugTable;
import org.trustbench.terms.Terms;

/**
 * A tartan rug: a cell for every trust of a group and every measure, its score printed in it, the
 * group itself first. Triangles say what colours say.
 */
public final class RugChart {
  private static final int FOCUS = Shade.values().length;
  private static final int CELL_WIDTH = 82;
  private static final int CELL_HEIGHT = 30;
  private static final int NAMES = 262;

  /** Room at the end of the row in focus for what marks it. */
  private static final int MARK = 26;

  private static final int NARROW_CELL_WIDTH = 46;
  private static final int NARROW_CELL_HEIGHT = 24;
  private static final int NARROW_ROW_HEIGHT = 60;

  /** How far below the middle of a row its cells lie: the name is above. */
  private static final int NARROW_BELOW = 15;

  private static final int NARROW_SIDE = 6;
  private static final int NARROW_TOP = 30;
  private static final int TOP = 130;
  private static final int LETTERS = 26;

  private static final String LEGEND =
      "▲ higher and ▼ lower at 95\u00a0% than what {institutions} are compared with; ▲▲ and ▼▼ at"
          + " 99.8\u00a0% too; no triangle: similar, or not compared. First row: all {institutions}"
          + " together, or the fixed value.";

  private RugChart() {}

  /** How a cell looks; the triangles stand beside its score. */
  private enum Shade {
    HIGHER_998("▲▲", ChartOption.BLUE, ChartOption.PAPER),
    HIGHER("▲", "#c3d5e8", ChartOption.INK),
    SIMILAR("", ChartOption.WASH, ChartOption.INK),
    LOWER("▼", "#fbd5c1", ChartOption.INK),
    LOWER_998("▼▼", ChartOption.ORANGE, ChartOption.INK),
    WITHOUT("", ChartOption.WASH, ChartOption.QUIET),
    BENCHMARK("", "#d3d9df", ChartOption.INK);

    private final String sign;
    private final String fill;
    private final String ink;

    Shade(String sign, String fill, String ink) {
      this.sign = sign;
      this.fill = fill;
      this.ink = ink;
    }

    static Shade of(Comparison c) {
      return switch (c.verdict95()) {
        case HIGHER -> c.verdict998() == Verdict.HIGHER ? HIGHER_998 : HIGHER;
        case LOWER -> c.verdict998() == Verdict.LOWER ? LOWER_998 : LOWER;
        case SIMILAR -> SIMILAR;
        case NOT_COMPARED -> WITHOUT;
      };
    }
  }

  /** The rug of one group. */
  public static Chart of(Chart.Frame frame, RugTable.Rug rug, Terms terms) {
    List<Object> names = new ArrayList<>();
    names.add(
        object(
            "value",
            RugTable.benchmark(rug.comparatorGroup(), terms),
            "textStyle",
            object("fontWeight", "bold")));
    List<Chart.Row> rows = new ArrayList<>();
    for (int m = 0; m < rug.measures().size(); m++) {
      Measure measure = rug.measures().get(m);
      rows.add(cell("", Shade.BENCHMARK, m, 0, Formatting.pooled(rug.group().get(measure.id()))));
    }
    for (InspectionTallies trust : rug.trusts()) {
      int row = names.size();
      names.add(trust.trust().name());
      for (int m = 0; m < rug.measures().size(); m++) {
        Comparison c = rug.cell(trust, rug.measures().get(m));
        Shade shade = c == null ? Shade.WITHOUT : Shade.of(c);
        String score = c == null ? Formatting.percent(null) : Formatting.plain(c.score());
        rows.add(cell(trust.trust().code(), shade, m, row, (shade.sign + " " + score).strip()));
      }
      rows.addAll(outline(trust.trust().code(), row, rug.measures().size()));
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("yAxis.data", names);
    int columns = Math.max(1, rug.measures().size());
    return new Chart(
        frame,
        changes,
        new Chart.Size(
            TOP + 8 + CELL_HEIGHT * names.size(),
            NAMES + MARK + CELL_WIDTH * columns,
            NARROW_TOP + 8 + NARROW_ROW_HEIGHT * names.size(),
            Math.max(ChartOption.PHONE, 2 * NARROW_SIDE + NARROW_CELL_WIDTH * columns)),
        rows);
  }

  /** The row of the trust in focus, drawn round its cells and named at its end. */
  private static List<Chart.Row> outline(String trust, int row, int measures) {
    List<Chart.Row> outline = new ArrayList<>();
    for (int m = 0; m < measures; m++) {
      String label = m == measures - 1 ? "◀" : "";
      outline.add(new Chart.Row(trust, Chart.NOWHERE, FOCUS, List.of(m, row, label)));
    }
    return outline;
  }

  /** A line along the row in focus, some pixels below its middle. */
  private static Map<String, Object> outline(int below) {
    return ChartOption.series(
        "scatter",
        "in focus",
        FOCUS,
        object("x", 0, "y", 1),
        "symbol",
        "rect",
        "symbolSize",
        List.of(CELL_WIDTH, 3),
        "symbolOffset",
        List.of(0, below),
        "silent",
        true,
        "z",
        6,
        "itemStyle",
        object("color", ChartOption.INK, "opacity", 1));
  }

  /** What all rugs on some measures share. */
  public static Chart.Frame frame(List<Measure> measures, Terms terms) {
    Map<String, Object> grid = ChartOption.grid(NAMES, 0, TOP, 8);
    grid.remove("right");
    grid.put("width", CELL_WIDTH * Math.max(1, measures.size()));
    Map<String, Object> option = ChartOption.plain(grid);
    option.put("tooltip", object("show", false));
    option.put("xAxis", columns(measures));
    option.put("yAxis", ChartOption.rows(List.of(), NAMES - 15));
    option.put("dataset", Chart.empty(FOCUS + 1));
    option.put("series", series());
    return new Chart.Frame(
        "rug",
        option,
        terms.text(LEGEND),
        terms.text("Between lines, and marked ◀: the {institution} in focus."),
        narrow(Math.max(1, measures.size())));
  }

  /** Names above their cells, and letters at the head of the columns. */
  private static Map<String, Object> narrow(int columns) {
    Map<String, Object> narrow = ChartOption.above("yAxis", 0);
    narrow.put("yAxis.data.0.textStyle.verticalAlign", "bottom");
    narrow.put("grid.left", NARROW_SIDE);
    narrow.put("grid.top", NARROW_TOP);
    narrow.put("grid.width", NARROW_CELL_WIDTH * columns);
    narrow.put("xAxis.data", IntStream.range(0, columns).mapToObj(RugChart::letter).toList());
    narrow.put("xAxis.axisLabel.height", NARROW_TOP - 10);
    narrow.put("xAxis.axisLabel.width", NARROW_CELL_WIDTH - 6);
    for (int i = 0; i < Shade.values().length; i++) {
      narrow.put("series." + i + ".symbolSize", List.of(NARROW_CELL_WIDTH - 2, NARROW_CELL_HEIGHT));
      narrow.put("series." + i + ".symbolOffset", List.of(0, NARROW_BELOW));
    }
    for (int i = 0; i < 2; i++) {
      String line = "series." + (Shade.values().length + i);
      int away = (i == 0 ? -1 : 1) * (NARROW_CELL_HEIGHT / 2 + 1);
      narrow.put(line + ".symbolSize", List.of(NARROW_CELL_WIDTH, 3));
      narrow.put(line + ".symbolOffset", List.of(0, NARROW_BELOW + away));
    }
    narrow.put("series." + (Shade.values().length + 2) + ".label.show", false);
    return narrow;
  }

  /** A, B and so on; AA after Z. */
  private static String letter(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letter(column / LETTERS - 1) + last;
  }

  private static Chart.Row cell(String trust, Shade shade, int column, int row, String text) {
    return new Chart.Row(trust, shade.ordinal(), shade.ordinal(), List.of(column, row, text));
  }

  private static Map<String, Object> columns(List<Measure> measures) {
    Map<String, Object> axis =
        ChartOption.rows(measures.stream().map(Measure::label).toList(), CELL_WIDTH - 4);
    axis.put("inverse", false);
    axis.put("position", "top");
    Map<String, Object> label = new LinkedHashMap<>();
    ((Map<?, ?>) axis.get("axisLabel")).forEach((name, value) -> label.put((String) name, value));
    label.put("height", TOP - 10);
    axis.put("axisLabel", label);
    return axis;
  }

  private static List<Object> series() {
    List<Object> series = new ArrayList<>();
    for (Shade shade : Shade.values()) {
      Map<String, Object> label = ChartOption.label(2, "inside");
      label.put("color", shade.ink);
      series.add(
          ChartOption.series(
              "scatter",
              shade.name(),
              shade.ordinal(),
              object("x", 0, "y", 1),
              "symbol",
              "rect",
              "symbolSize",
              List.of(CELL_WIDTH - 2, CELL_HEIGHT - 2),
              "silent",
              true,
              "itemStyle",
              object("color", shade.fill, "opacity", 1),
              "label",
              label));
    }
    series.add(outline(-CELL_HEIGHT / 2));
    series.add(outline(CELL_HEIGHT / 2));
    Map<String, Object> label = ChartOption.label(2, "right");
    label.put("fontWeight", "bold");
    Map<String, Object> named = outline(0);
    named.put("symbolSize", List.of(CELL_WIDTH, 1));
    named.put("itemStyle", object("color", ChartOption.TRANSPARENT));
    named.put("label", label);
    series.add(named);
    return series;
  }
}
