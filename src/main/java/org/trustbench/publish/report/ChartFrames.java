package org.trustbench.publish.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.publish.chart.ChangeChart;
import org.trustbench.publish.chart.Chart;
import org.trustbench.publish.chart.GradeChart;
import org.trustbench.publish.chart.PathwayChart;
import org.trustbench.publish.chart.RugChart;
import org.trustbench.publish.chart.SpineChart;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.ReportFocus;

/**
 * The parts of charts that are the same for every trust, such as axes and their scales.
 *
 * @param themes of overall and themes
 * @param grades of distributions over grades; empty where nothing is graded, or not shown
 * @param history of changes; empty where nobody was inspected twice
 * @param details by kind of measure
 * @param pathways by id
 * @param rug of overall and themes
 */
record ChartFrames(
    Spine themes,
    Optional<Chart> grades,
    Optional<Chart> history,
    Map<String, Spine> details,
    Map<String, Chart> pathways,
    Chart.Frame rug) {
  /** The id of the frame of overall and themes. */
  static final String THEMES = "spine-themes";

  /** The id of the frame of grades. */
  static final String GRADES = "grades-chart";

  /** The id of the frame of changes. */
  static final String HISTORY = "history-chart";

  /** A spine's frame; its reach is in points from the benchmark. */
  record Spine(List<Measure> measures, double reach, Chart chart) {}

  static ChartFrames of(ReleaseContent content, Comparisons comparisons) {
    Results results = comparisons.results();
    Framework framework = results.framework();
    ReportFocus nobody = ReportFocus.of(comparisons, null, "");
    Map<String, Spine> details = new LinkedHashMap<>();
    for (Framework.Named kind : nobody.detailedKinds()) {
      details.put(kind.id(), spine(spineId(kind.id()), results, Set.of(kind.id())));
    }
    Map<String, Chart> pathways = new LinkedHashMap<>();
    for (Pathway pathway : framework.pathways()) {
      pathways.put(
          pathway.id(), PathwayChart.frame(pathwayId(pathway.id()), pathway, results.terms()));
    }
    return new ChartFrames(
        spine(THEMES, results, Set.of(Measure.OVERALL, Measure.THEME)),
        content.isGraded()
            ? Optional.of(GradeChart.frame(GRADES, GradeModel.shown(framework), results.terms()))
            : Optional.empty(),
        content.changes().isEmpty()
            ? Optional.empty()
            : Optional.of(
                ChangeChart.frame(HISTORY, HistoryTable.measures(framework), results.terms())),
        details,
        pathways,
        RugChart.frame(nobody.leagueMeasures(), results.terms()));
  }

  /** Null when there is no such measure. */
  Spine detail(String kind) {
    return details.get(kind);
  }

  /** Every chart drawn for one trust, without its rows, by its id on the page. */
  Map<String, Chart> all() {
    Map<String, Chart> all = new LinkedHashMap<>();
    if (themes != null) {
      all.put(THEMES, themes.chart());
    }
    grades.ifPresent(chart -> all.put(GRADES, chart));
    history.ifPresent(chart -> all.put(HISTORY, chart));
    details.forEach(
        (kind, spine) -> {
          if (spine != null) {
            all.put(spineId(kind), spine.chart());
          }
        });
    pathways.forEach((id, chart) -> all.put(pathwayId(id), chart));
    return all;
  }

  static String spineId(String kind) {
    return "spine-" + SafeId.of(kind);
  }

  static String pathwayId(String pathway) {
    return "steps-" + SafeId.of(pathway);
  }

  private static Spine spine(String id, Results results, Set<String> kinds) {
    List<Measure> measures =
        results.framework().measures().stream()
            .filter(measure -> kinds.contains(measure.kind()))
            .toList();
    if (measures.isEmpty()) {
      return null;
    }
    double reach =
        SpineChart.reach(
            results.comparisons().stream()
                .filter(c -> kinds.contains(c.score().measure().kind()))
                .collect(Collectors.toList()));
    return new Spine(measures, reach, SpineChart.frame(id, measures, reach, results.terms()));
  }
}
