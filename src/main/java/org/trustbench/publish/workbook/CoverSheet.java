package org.trustbench.publish.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.message.Counted;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.grid.Cell;

/** The first sheet: what the workbook is, whom it is for and how its figures were made. */
final class CoverSheet {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private CoverSheet() {}

  static WorkbookSheet of(
      String title, ReleaseContent content, ReportFocus reportFocus, LocalDate latest) {
    Framework framework = content.results().framework();
    AnalysisRules rules = content.results().rules();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(WorkbookSheet.texts("Programme", framework.title()));
    rows.add(WorkbookSheet.texts("Description", framework.description()));
    rows.add(WorkbookSheet.texts("Audience", content.audience().label()));
    rows.add(
        WorkbookSheet.texts(
            "Data",
            content.isSynthetic()
                ? content
                    .terms()
                    .text(
                        "SYNTHETIC: invented judgements, no figure here is of a real {institution}.")
                : "Judgements as inspectors sent them."));
    if (!content.inferred().isEmpty()) {
      rows.add(WorkbookSheet.texts("Not stated", content.inferred()));
    }
    rows.add(
        WorkbookSheet.texts(
            content.terms().text("{Institution} in focus"),
            reportFocus.focus() == null ? "none" : reportFocus.focus().name()));
    rows.add(WorkbookSheet.texts("Compared within", reportFocus.comparatorLabel()));
    rows.add(
        WorkbookSheet.texts(
            "Compared",
            content
                .terms()
                .text(
                    "%s, the latest of each {institution}",
                    Counted.of(content.results().inspections().size(), "inspection"))));
    rows.add(
        WorkbookSheet.texts(
            "Latest date in the data", latest == null ? "not known" : DAY.format(latest)));
    rows.add(
        WorkbookSheet.texts(
            "Rules",
            "score: %s; benchmark: %s; verdict: %s"
                .formatted(
                    rules.scoreRule(),
                    BenchmarkWords.caption(rules.benchmarkRule(), content.terms()),
                    rules.verdictRule().label())));
    rows.add(
        WorkbookSheet.texts(
            "Form", "%s, version %s".formatted(framework.id(), framework.version())));
    rows.add(
        WorkbookSheet.texts(
            "How to read it",
            "The sheet Contents leads to every table; the sheet Notes explains each [note] and the shorthand [c] [z] [x] [u]. The same figures are in the folder summary as CSV, every other figure in the folder tables."));
    return new WorkbookSheet(
        "Cover", title, LeagueWorkbook.remark(content), List.of("About", "Details"), rows);
  }
}
