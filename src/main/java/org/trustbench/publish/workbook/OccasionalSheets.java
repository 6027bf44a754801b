package org.trustbench.publish.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustbench.change.ScoreChange;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Trust;
import org.trustbench.summary.AgreementTable;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.PeerTable;
import org.trustbench.summary.PeerWords;
import org.trustbench.summary.RatingTable;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.SeverityTable;
import org.trustbench.summary.TargetTable;
import org.trustbench.summary.TargetWords;
import org.trustbench.summary.WeightingTable;
import org.trustbench.summary.WeightingWords;
import org.trustbench.summary.WhoJudgedWords;
import org.trustbench.summary.grid.SummaryTable;

/**
 * The sheets that a workbook has only where framework or data call for them: a table without a row
 * is none.
 */
final class OccasionalSheets {
  private final ReleaseContent content;
  private final ReportFocus reportFocus;
  private final SheetList sheets;

  OccasionalSheets(ReleaseContent content, ReportFocus reportFocus, SheetList sheets) {
    this.content = content;
    this.reportFocus = reportFocus;
    this.sheets = sheets;
  }

  /** What is told of institutions besides comparisons. */
  void addInstitutions() {
    grades();
    history();
    peers();
    targets();
    weighted();
    ratings();
  }

  /** What is told of those who judged. */
  void addWhoJudged() {
    agreement();
    severity();
  }

  /** How what was graded is spread, of the trust in focus or of all. */
  private void grades() {
    Trust focus = reportFocus.focus();
    List<GradeTable.Row> rows =
        GradeTable.rows(content, reportFocus).stream()
            .filter(row -> focus == null || row.share().inspection().trust().equals(focus))
            .toList();
    sheets.add(
        "Grades",
        "Grades: "
            + (focus == null ? content.terms().text("every {institution}") : focus.name())
            + ", and every cut beside "
            + reportFocus.comparatorLabel(),
        GradeTable.definition(content.terms()).without(untold("measure_id", "scale", "grade")),
        rows,
        "summary/grade_distribution.csv");
  }

  /** Of the trust in focus, or of all of them that were inspected twice. */
  private void history() {
    SummaryTable<ScoreChange> table = HistoryTable.definition(content.terms());
    boolean isOfOne = reportFocus.focus() != null;
    sheets.add(
        "Change",
        "Change since the inspection before: "
            + (isOfOne
                ? reportFocus.focus().name()
                : content.terms().text("every {institution} inspected again")),
        table.without(untold("measure_id")),
        isOfOne
            ? HistoryTable.byTrust(content).getOrDefault(reportFocus.focus().code(), List.of())
            : HistoryTable.rows(content),
        "tables/change.csv");
  }

  /** Of the trust in focus, or of all of them, beside peers of their own. */
  private void peers() {
    boolean isOfOne = reportFocus.focus() != null;
    sheets.add(
        "Peers",
        String.join(" ", PeerWords.rules(content)),
        PeerTable.definition(content.terms()).without(untold("measure_id", "peers_id")),
        isOfOne
            ? PeerTable.byTrust(content).getOrDefault(reportFocus.focus().code(), List.of())
            : PeerTable.rows(content),
        "tables/peer_comparisons.csv");
  }

  /** Of the trust in focus, or of all of them, beside the framework's targets. */
  private void targets() {
    boolean isOfOne = reportFocus.focus() != null;
    sheets.add(
        "Targets",
        String.join(" ", TargetWords.rules(content)),
        TargetTable.definition(content.terms()).without(untold("measure_id", "target_id")),
        isOfOne
            ? TargetTable.byTrust(content).getOrDefault(reportFocus.focus().code(), List.of())
            : TargetTable.rows(content),
        "tables/targets.csv");
  }

  /** Of the trust in focus, or of all of them, with the comparator chosen. */
  private void weighted() {
    Trust focus = reportFocus.focus();
    sheets.add(
        "Weighted",
        String.join(" ", WeightingWords.rules(content)),
        WeightingTable.definition(content.terms()).without(untold("measure_id", "comparator_id")),
        WeightingTable.rows(content).stream()
            .filter(
                one ->
                    one.comparison()
                        .comparatorGroup()
                        .comparatorId()
                        .equals(reportFocus.comparatorId()))
            .filter(
                one -> focus == null || one.comparison().score().inspection().trust().equals(focus))
            .toList(),
        "tables/weighted_scores.csv");
  }

  /** Ratings by the framework's own rules, of all that are compared. */
  private void ratings() {
    sheets.add(
        "Ratings",
        String.join(" ", RatingTable.rules(content)),
        RatingTable.definition(content.terms()).without(Set.of("trust_id", "rating_id")),
        RatingTable.rows(content),
        "tables/ratings.csv");
  }

  /** How far two readings of a case agree, over the whole programme. */
  private void agreement() {
    sheets.add(
        "Agreement",
        "How far two readings agree",
        AgreementTable.definition(content.terms()).without(Set.of("measure_id")),
        AgreementTable.rows(content),
        "tables/agreement.csv");
  }

  /** How institutions stand to the others, with severity allowed for. */
  private void severity() {
    sheets.add(
        "Severity",
        String.join(" ", WhoJudgedWords.findings(content)),
        SeverityTable.definition(content.terms()).without(Set.of("trust_id")),
        SeverityTable.rows(content),
        "tables/severity_verdicts.csv");
  }

  /** Columns that a sheet leaves out, and those of the trust where it is the one in focus. */
  private Set<String> untold(String... columns) {
    Set<String> untold = new HashSet<>(Set.of(columns));
    if (reportFocus.focus() != null) {
      untold.addAll(Set.of("trust_id", "trust"));
    }
    return untold;
  }
}
