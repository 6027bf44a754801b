package org.trustbench.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.GradeShare;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.MeanGrade;
import org.trustbench.benchmark.OneSidedFigure;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.inspector.InspectorSpread;
import org.trustbench.inspector.MeasureAgreement;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.publish.report.DictionaryPage;
import org.trustbench.publish.report.MethodPage;
import org.trustbench.publish.workbook.LeagueWorkbook;
import org.trustbench.summary.ReportFocus;
import org.trustbench.weighting.WeightedComparison;

/** Writes every file of a release but its manifest, each table as CSV and as Parquet. */
final class ReleaseWriter {
  private ReleaseWriter() {}

  /** The files written, with their checksums and counts. */
  static ReleaseFiles write(Path folder, ReleaseContent content, Release.Report report)
      throws IOException {
    Results results = content.results();
    Framework framework = results.framework();
    List<Comparison> ranked =
        results.comparisons().stream().filter(comparison -> comparison.ranked() != null).toList();
    List<Measure> measures = framework.measures().stream().filter(Measure::isShare).toList();
    // Steps of pathways have a table of their own.
    List<InspectionScore> scores =
        results.scores().stream().filter(score -> score.measure().isScored()).toList();
    Optional<GroupTables> groupTables = GroupTables.of(content);
    StarSchema star = new StarSchema(results, groupTables);
    ReleaseFiles writer = new ReleaseFiles(folder, content.audience(), star, content.terms());
    ReportFocus reportFocus = SummaryFiles.reportFocus(results);
    writer.texts(report);
    writer.workbook("league-tables.ods", out -> out.write(LeagueWorkbook.of(content, reportFocus)));
    writer.csv(star.trusts(), framework.trusts());
    writer.csv(star.measures(), measures);
    writer.csv(star.inspections(), StarSchema.inspected(results));
    writer.csv(star.comparatorGroups(), results.comparatorGroups());
    writer.csv(ScoreTables.SCORES, scores);
    writer.csv(ComparisonTables.COMPARISONS, results.comparisons());
    writer.csv(ComparatorTable.COMPARATORS, results.comparators());
    writer.csv(RankTables.RANKS, ranked);
    if (!content.changes().isEmpty()) {
      writer.csv(ChangeTables.CHANGES, content.changes());
    }
    List<GradeShare> grades = content.grades();
    List<MeanGrade> means = content.meanGrades();
    if (!grades.isEmpty()) {
      writer.csv(GradeTables.GRADES, grades);
    }
    if (!means.isEmpty()) {
      writer.csv(GradeTables.MEAN_GRADES, means);
    }
    List<WeightedComparison> weighted = content.weighted();
    if (!weighted.isEmpty()) {
      writer.csv(WeightedTable.WEIGHTED_SCORES, weighted);
    }
    if (!content.peers().isEmpty()) {
      writer.csv(PeerTables.PEERS, PeerTables.peers(content.peers()));
      writer.csv(PeerTables.PEER_COMPARISONS, content.peers().comparisons());
    }
    List<TargetComparison> targets = content.targets();
    if (!targets.isEmpty()) {
      writer.csv(TargetTables.TARGETS, targets);
    }
    if (!content.ratings().isEmpty()) {
      writer.csv(RatingTables.RATINGS, content.ratings());
    }
    List<MeasureAgreement> agreements = content.whoJudged().agreements();
    if (!agreements.isEmpty()) {
      writer.csv(AgreementTables.AGREEMENT, agreements);
    }
    List<InspectorSpread> spreads = content.whoJudged().spread().stream().toList();
    List<SeverityVerdict> severity = content.whoJudged().verdicts();
    if (!spreads.isEmpty()) {
      writer.csv(SeverityTables.SEVERITY, spreads);
    }
    if (!severity.isEmpty()) {
      writer.csv(SeverityTables.SEVERITY_VERDICTS, severity);
    }
    writer.csv(FindingTables.FINDINGS, content.findings());
    writer.csv(PathwayTables.PATHWAY, content.pathways());
    writer.csv(SensitivityTable.SENSITIVITY, content.sensitivity());
    writer.csv(FunnelTables.FUNNEL, content.funnels());
    writer.csv(FunnelTables.POINTS, content.funnelPoints());
    writer.csv(AccountTables.COVERAGE, content.coverage());
    writer.csv(AccountTables.REJECTS, content.rejects());
    writer.csv(AccountTables.REVISIONS, content.revisions());
    writer.csv(AccountTables.AUDITS, OneSidedFigure.of(content.results()));
    writer.parquet(star.dimTrust(), framework.trusts());
    writer.parquet(star.dimMeasure(), measures);
    writer.parquet(star.dimInspection(), StarSchema.inspected(results));
    writer.parquet(star.dimComparator(), results.comparatorGroups());
    writer.parquet(ScoreTables.FACT_SCORE, scores);
    writer.parquet(ComparisonTables.FACT_COMPARISON, results.comparisons());
    writer.parquet(RankTables.FACT_RANK, ranked);
    if (!content.changes().isEmpty()) {
      writer.parquet(ChangeTables.FACT_CHANGE, content.changes());
    }
    if (!grades.isEmpty()) {
      writer.parquet(GradeTables.FACT_GRADE, grades);
    }
    if (!means.isEmpty()) {
      writer.parquet(GradeTables.FACT_MEAN_GRADE, means);
    }
    if (!weighted.isEmpty()) {
      writer.parquet(WeightedTable.FACT_WEIGHTED_SCORE, weighted);
    }
    if (!content.peers().isEmpty()) {
      writer.parquet(PeerTables.DIM_PEER, PeerTables.peers(content.peers()));
      writer.parquet(PeerTables.FACT_PEER_COMPARISON, content.peers().comparisons());
    }
    if (!targets.isEmpty()) {
      writer.parquet(TargetTables.FACT_TARGET, targets);
    }
    if (!content.ratings().isEmpty()) {
      writer.parquet(RatingTables.FACT_RATING, content.ratings());
    }
    if (!agreements.isEmpty()) {
      writer.parquet(AgreementTables.FACT_AGREEMENT, agreements);
    }
    if (!spreads.isEmpty()) {
      writer.parquet(SeverityTables.FACT_SEVERITY, spreads);
    }
    if (!severity.isEmpty()) {
      writer.parquet(SeverityTables.FACT_SEVERITY_VERDICT, severity);
    }
    writer.parquet(FindingTables.FACT_FINDING, content.findings());
    writer.parquet(PathwayTables.FACT_PATHWAY, content.pathways());
    writer.parquet(ComparatorTable.FACT_COMPARATOR, results.comparators());
    writer.parquet(FunnelTables.FACT_FUNNEL, content.funnels());
    writer.parquet(FunnelTables.FACT_FUNNEL_POINT, content.funnelPoints());
    groupTables.ifPresent(tables -> groups(writer, tables));
    if (!content.groupChanges().isEmpty()) {
      writer.csv(GroupChangeTable.FACT_GROUP_CHANGE.named("group_changes"), content.groupChanges());
      writer.parquet(GroupChangeTable.FACT_GROUP_CHANGE, content.groupChanges());
    }
    SummaryFiles.of(content, reportFocus).forEach(writer::summary);
    described(writer, content);
    writer.finish();
    return writer;
  }

  private static void groups(ReleaseFiles writer, GroupTables tables) {
    writer.csv(tables.dimGroup().named(GroupTables.GROUPS), tables.groups());
    writer.csv(tables.factScore().named("group_scores"), tables.scores());
    writer.csv(tables.factComparison().named("group_comparisons"), tables.comparisons());
    writer.parquet(tables.dimGroup(), tables.groups());
    writer.parquet(tables.factScore(), tables.scores());
    writer.parquet(tables.factComparison(), tables.comparisons());
    writer.csv(tables.factFinding().named("group_findings"), tables.findings());
    writer.parquet(tables.factFinding(), tables.findings());
  }

  /** What describes the tables, in files of its own. */
  private static void described(ReleaseFiles writer, ReleaseContent content) throws IOException {
    Framework framework = content.results().framework();
    writer.csv(Dictionary.DICTIONARY, Dictionary.of(writer.tables().values()));
    for (Framework.SourceFile file : framework.files()) {
      writer.text("framework/" + file.name(), file::text);
    }
    writer.file(
        "datapackage.json", out -> JsonFiles.write(out, DataPackage.of(content, writer.tables())));
    writer.file(
        "csv-metadata.json", out -> JsonFiles.write(out, CsvMetadata.of(content, writer.tables())));
    writer.text("method.html", () -> MethodPage.of(content));
    writer.text("dictionary.html", () -> DictionaryPage.of(content, writer.tables().values()));
    writer.file("findings.json", out -> JsonFiles.write(out, FindingFiles.json(content)));
  }
}
