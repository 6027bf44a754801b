package org.trustbench.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.inspector.MeasureAgreement;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.summary.AgreementTable;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.CoverageTable;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.PeerTable;
import org.trustbench.summary.RatingTable;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.RevisionTable;
import org.trustbench.summary.SeverityTable;
import org.trustbench.summary.TargetTable;
import org.trustbench.summary.WeightingTable;
import org.trustbench.summary.grid.SummaryTable;

/** The summary tables of a release, each with its rows, for the CSV files in {@code summary/}. */
final class SummaryFiles {
  private SummaryFiles() {}

  /** A definition and its rows. */
  record Summary<R>(SummaryTable<R> table, List<R> rows) {}

  /** The focus of the choices that a release was made by. */
  static ReportFocus reportFocus(Results results) {
    AnalysisRules rules = results.rules();
    return ReportFocus.of(results, rules.focus().orElse(null), Findings.comparator(results));
  }

  /** All of a release; what is about the trust in focus only where one is compared. */
  static List<Summary<?>> of(ReleaseContent content, ReportFocus reportFocus) {
    Results results = content.results();
    List<Summary<?>> summaries = new ArrayList<>();
    List<ComparatorGroup> groups = new ArrayList<>(reportFocus.groups());
    reportFocus
        .everyone()
        .filter(all -> groups.stream().noneMatch(group -> group.key().equals(all.key())))
        .ifPresent(groups::add);
    summaries.add(
        new Summary<>(
            LeagueTable.definition(results.framework(), false),
            LeagueTable.rows(reportFocus.comparisons(), groups, reportFocus.leagueMeasures())));
    if (reportFocus.ownGroup().isPresent()) {
      List<Comparison> overall = reportFocus.rows(Set.of(Measure.OVERALL, Measure.THEME));
      summaries.add(
          new Summary<>(BenchmarkTable.overall("benchmark", overall, content.terms()), overall));
      for (Framework.Named kind : reportFocus.detailedKinds()) {
        List<Comparison> rows = reportFocus.rows(Set.of(kind.id()));
        summaries.add(
            new Summary<>(BenchmarkTable.detailed(kind.id(), rows, content.terms()), rows));
      }
    }
    List<GradeTable.Row> grades = GradeTable.rows(content, reportFocus);
    if (!grades.isEmpty()) {
      summaries.add(new Summary<>(GradeTable.definition(content.terms()), grades));
    }
    if (!content.ratings().isEmpty()) {
      summaries.add(
          new Summary<>(RatingTable.definition(content.terms()), RatingTable.rows(content)));
    }
    List<MeasureAgreement> agreements = AgreementTable.rows(content);
    if (!agreements.isEmpty()) {
      summaries.add(new Summary<>(AgreementTable.definition(content.terms()), agreements));
    }
    List<SeverityVerdict> verdicts = SeverityTable.rows(content);
    if (!verdicts.isEmpty()) {
      summaries.add(new Summary<>(SeverityTable.definition(content.terms()), verdicts));
    }
    if (!content.peers().isEmpty()) {
      summaries.add(new Summary<>(PeerTable.definition(content.terms()), PeerTable.rows(content)));
    }
    if (!content.targets().isEmpty()) {
      summaries.add(
          new Summary<>(TargetTable.definition(content.terms()), TargetTable.rows(content)));
    }
    if (!content.weighted().isEmpty()) {
      summaries.add(
          new Summary<>(WeightingTable.definition(content.terms()), WeightingTable.rows(content)));
    }
    if (!content.changes().isEmpty()) {
      summaries.add(
          new Summary<>(HistoryTable.definition(content.terms()), HistoryTable.rows(content)));
    }
    summaries.add(
        new Summary<>(CoverageTable.accounts(content.terms()), CoverageTable.accounts(content)));
    summaries.add(new Summary<>(RevisionTable.definition(content), content.revisions()));
    return summaries;
  }
}
