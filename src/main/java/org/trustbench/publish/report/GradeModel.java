package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.GradeShare;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.message.Counted;
import org.trustbench.publish.chart.GradeChart;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.GradeTable.Row;
import org.trustbench.summary.ReportFocus;

/** Makes what a page says of how judgements of an institution are spread over grades. */
final class GradeModel {
  /** The id of the table, and of its place on the page. */
  static final String TABLE = "grades";

  /** Distributions that a page has at most; files have all. */
  static final int MOST = 30;

  private GradeModel() {}

  /** The distributions that pages show. */
  static List<GradeDistribution> shown(Framework framework) {
    return framework.distributions().stream().limit(MOST).toList();
  }

  /** The table and the chart; nothing of whoever has no grades. */
  static MeasureSection of(
      ReleaseContent content, Map<String, List<GradeShare>> byTrust, ReportFocus reportFocus) {
    if (reportFocus.focus() == null) {
      return MeasureSection.NONE;
    }
    List<GradeDistribution> shown = shown(content.results().framework());
    Set<GradeDistribution> those = Set.copyOf(shown);
    List<GradeShare> shares =
        byTrust.getOrDefault(reportFocus.focus().code(), List.of()).stream()
            .filter(share -> those.contains(share.distribution()))
            .toList();
    if (shares.isEmpty()) {
      return MeasureSection.NONE;
    }
    List<Row> rows = GradeTable.rows(shares, reportFocus.comparisons(), reportFocus.comparatorId());
    String title = title(reportFocus.focus().name(), rows);
    return new MeasureSection(
        PageTable.inBlocks(
            TABLE,
            GradeTable.of(title, rows, content.terms()),
            "Grade",
            "The best grade first.",
            List.of()),
        new PageModel.Drawn(title, GradeChart.rows(shown, rows)));
  }

  private static String title(String name, List<Row> rows) {
    List<Verdict> verdicts =
        rows.stream()
            .flatMap(row -> row.cut().stream())
            .map(cut -> cut.verdict95())
            .filter(verdict -> verdict != Verdict.NOT_COMPARED)
            .toList();
    if (verdicts.isEmpty()) {
      return "%s, grade by grade: %s".formatted(name, wholes(rows));
    }
    return "%s, grade by grade: of %s of scales, %d higher, %d lower, %d similar"
        .formatted(
            name,
            Counted.of(verdicts.size(), "cut"),
            number(verdicts, Verdict.HIGHER),
            number(verdicts, Verdict.LOWER),
            number(verdicts, Verdict.SIMILAR));
  }

  private static String wholes(List<Row> rows) {
    return rows.stream()
        .map(row -> row.share().distribution().label())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static long number(List<Verdict> verdicts, Verdict verdict) {
    return verdicts.stream().filter(one -> one == verdict).count();
  }
}
