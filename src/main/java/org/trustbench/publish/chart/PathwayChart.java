package org.trustbench.publish.chart;

import static org.trustbench.publish.chart.ChartOption.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.framework.Pathway;
import org.trustbench.summary.Formatting;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/** How many of the cases at the start of a pathway are left after each of its steps. */
public final class PathwayChart {
  private static final int TRUST = 0;
  private static final int OTHERS = 1;
  private static final int STEP_HEIGHT = 56;
  private static final int NARROW_HEIGHT = 84;
  private static final int AROUND = 90;
  private static final int NARROWEST = 720;

  private static final String LEGEND =
      "Upper bar, orange with a dark edge: this {institution}; lower bar, blue: the others of its group."
          + " Beside each bar the share left, with its 95\u00a0% interval.";

  private PathwayChart() {}

  /** The frame that all trusts' pathways share. */
  public static Chart frame(String id, Pathway pathway, Terms terms) {
    List<Object> names = new ArrayList<>();
    names.add(terms.text(PathwayStep.START));
    pathway.steps().forEach(step -> names.add(step.label()));
    Map<String, Object> option = ChartOption.plain(ChartOption.grid(265, 120, 12, 48));
    option.put("tooltip", object("show", false));
    option.put(
        "xAxis",
        ChartOption.foot(
            terms.text("{Cases} left, % of those at the start"), AxisScale.around(0, 100)));
    option.put("yAxis", ChartOption.rows(names, 250));
    option.put("dataset", Chart.empty(2));
    option.put(
        "series",
        List.of(
            bars(
                terms.text("this {institution}"),
                TRUST,
                object(
                    "color",
                    ChartOption.ORANGE,
                    "borderColor",
                    ChartOption.INK,
                    "borderWidth",
                    1.5)),
            bars("the others", OTHERS, object("color", ChartOption.BLUE))));
    return Chart.withoutRows(
        new Chart.Frame(id, option, terms.text(LEGEND), "", narrow(terms)),
        Chart.Size.ofRows(names.size(), AROUND, STEP_HEIGHT, NARROW_HEIGHT, NARROWEST));
  }

  /** The step above its bars. */
  private static Map<String, Object> narrow(Terms terms) {
    Map<String, Object> narrow = ChartOption.above("yAxis", 22);
    narrow.put("grid.right", 92);
    narrow.put("xAxis.name", terms.text("{Cases} left, %"));
    return narrow;
  }

  private static Map<String, Object> bars(String name, int dataset, Map<String, Object> style) {
    Map<String, Object> label = ChartOption.label(2, "right");
    if (dataset == TRUST) {
      label.put("fontWeight", "bold");
    }
    return ChartOption.series(
        "bar",
        name,
        dataset,
        object("x", 1, "y", 0),
        "barWidth",
        17,
        "barGap",
        "12%",
        "silent",
        true,
        "itemStyle",
        style,
        "label",
        label);
  }

  /** The rows of one trust. */
  public static List<Chart.Row> rows(List<PathwayStep> steps) {
    List<Chart.Row> rows = new ArrayList<>();
    for (PathwayStep step : steps) {
      rows.add(row(TRUST, step.step(), step.share(), Formatting.share(step)));
      rows.add(row(OTHERS, step.step(), step.othersShare(), Formatting.othersShare(step)));
    }
    return rows;
  }

  private static Chart.Row row(int dataset, int step, Double share, String words) {
    double percent = share == null ? 0 : Decimals.percent(share, 1);
    return Chart.Row.of(dataset, step, percent, words);
  }
}
