package org.trustbench.publish.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Level;
import org.trustbench.framework.Measure;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.CoverageTable;
import org.trustbench.summary.FindingTable;
import org.trustbench.summary.GroupHistoryTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.PathwayTable;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.RevisionTable;
import org.trustbench.summary.grid.SummaryTable;

/** The sheets that hold tables, in the order of the workbook. */
final class TableSheets {
  private static final String LEAGUE = "summary/league.csv";
  private static final String COMPARISONS = "tables/comparisons.csv";
  private static final String REJECTS = "tables/rejects.csv";

  private static final Set<String> OF_MEASURE = Set.of("comparator_id", "measure_id", "measure");
  private static final Set<String> OF_GROUP =
      Set.of("comparator_id", "comparator_group", "measure_id", "measure");
  private static final Set<String> OF_TRUST =
      Set.of("trust_id", "trust", "comparator_id", "comparator_group", "measure_id");

  private final ReleaseContent content;
  private final Results results;
  private final ReportFocus reportFocus;
  private final SheetList sheets;

  private TableSheets(ReleaseContent content, ReportFocus reportFocus, SheetList sheets) {
    this.content = content;
    this.results = content.results();
    this.reportFocus = reportFocus;
    this.sheets = sheets;
  }

  /** All of them, of the parts that a release has. */
  static List<WorkbookSheet> of(ReleaseContent content, ReportFocus reportFocus, Notes notes) {
    SheetList sheets = new SheetList(content, notes);
    TableSheets always = new TableSheets(content, reportFocus, sheets);
    OccasionalSheets occasional = new OccasionalSheets(content, reportFocus, sheets);
    if (reportFocus.ownGroup().isPresent()) {
      always.benchmark(reportFocus.ownGroup().get());
    }
    always.findings();
    always.leagues();
    always.levels();
    occasional.addInstitutions();
    always.everyTrust();
    always.coverage();
    occasional.addWhoJudged();
    return sheets.all();
  }

  private void benchmark(ComparatorGroup group) {
    String against =
        "%s against %s (%s)"
            .formatted(
                reportFocus.focus().name(),
                group.label(),
                group.isFixed()
                    ? "a fixed value"
                    : BenchmarkWords.caption(results.rules().benchmarkRule(), content.terms()));
    List<Comparison> overall = reportFocus.rows(Set.of(Measure.OVERALL, Measure.THEME));
    sheets.add(
        "Benchmark",
        against,
        BenchmarkTable.overall("benchmark", overall, content.terms()).without(OF_TRUST),
        overall,
        COMPARISONS);
    for (Framework.Named kind : reportFocus.detailedKinds()) {
      List<Comparison> rows = reportFocus.rows(Set.of(kind.id()));
      sheets.add(
          kind.label(),
          kind.label() + ": " + against,
          BenchmarkTable.detailed(kind.id(), rows, content.terms()).without(OF_TRUST),
          rows,
          COMPARISONS);
    }
    List<PathwayStep> steps =
        PathwayTable.rows(
            content.pathways(), reportFocus.focus().code(), reportFocus.comparatorId());
    Set<String> shared = Set.of("trust_id", "trust", "comparator_id", "comparator_group");
    sheets.add(
        "Pathway",
        "Pathway: " + reportFocus.focus().name() + " beside the others of " + group.label(),
        PathwayTable.definition(content.terms()).without(shared),
        steps,
        "tables/pathway.csv");
  }

  /** Of the trust in focus, or of all of them. */
  private void findings() {
    String whose =
        reportFocus.focus() == null
            ? content.terms().text("every {institution}")
            : reportFocus.focus().name();
    SummaryTable<Finding> table = FindingTable.definition(content.terms());
    sheets.add(
        "Findings",
        "Findings: " + whose,
        table.without(
            reportFocus.focus() == null
                ? Set.of("measure_id")
                : Set.of("measure_id", "trust_id", "trust")),
        FindingTable.rows(content.findings(), reportFocus.focus()),
        "findings.json");
  }

  private void leagues() {
    List<ComparatorGroup> groups = reportFocus.groups();
    SummaryTable<Comparison> all = LeagueTable.definition(results.framework(), false);
    SummaryTable<Comparison> league =
        LeagueTable.definition(
            results.framework(), groups.stream().anyMatch(ComparatorGroup::isFixed));
    Optional<ComparatorGroup> everyone = reportFocus.everyone();
    boolean isEveryone =
        everyone.isPresent()
            && groups.size() == 1
            && groups.get(0).key().equals(everyone.get().key());
    String label = reportFocus.comparatorLabel();
    for (Measure measure : reportFocus.leagueMeasures()) {
      if (!isEveryone) {
        sheets.add(
            "League %s, %s".formatted(measure.id(), label),
            "League table: %s, within %s".formatted(measure.label(), label),
            league.without(OF_MEASURE),
            LeagueTable.rows(reportFocus.comparisons(), groups, List.of(measure)),
            LEAGUE);
      }
    }
    for (Measure measure : reportFocus.leagueMeasures()) {
      if (everyone.isPresent()) {
        sheets.add(
            "League %s, all".formatted(measure.id()),
            "League table: %s, %s".formatted(measure.label(), everyone.get().label()),
            all.without(OF_GROUP),
            LeagueTable.rows(reportFocus.comparisons(), List.of(everyone.get()), List.of(measure)),
            LEAGUE);
      }
    }
  }

  /** A sheet for each level of groups: the leagues of all its groups, one after the other. */
  private void levels() {
    for (LevelResults level : content.levels()) {
      Comparisons comparisons = Comparisons.of(level.results());
      ReportFocus all = ReportFocus.of(comparisons, null, Level.ALL);
      sheets.add(
          "Level " + level.level().by(),
          "League tables of all %s: the interval of each rests on its %s as clusters"
              .formatted(level.level().group().many(), content.terms().institution().many()),
          LeagueTable.definition(level.results().framework(), false)
              .without(Set.of("comparator_id", "comparator_group", "measure_id", "trust_id")),
          LeagueTable.rows(comparisons, all.groups(), all.leagueMeasures()),
          "tables/group_comparisons.csv");
    }
    sheets.add(
        "Change of groups",
        GroupHistoryTable.rule(content.terms()),
        GroupHistoryTable.definition(content.terms()).without(Set.of("measure_id")),
        GroupHistoryTable.rows(content),
        "tables/group_changes.csv");
  }

  /** The framework's own kinds of measure for every trust, where that is not too much. */
  private void everyTrust() {
    Comparator<Comparison> byTrust =
        Comparator.comparing(c -> c.score().inspection().trust().name());
    for (Framework.Named kind : results.framework().measureKinds()) {
      List<Comparison> rows =
          results.comparisons().stream()
              .filter(c -> c.comparatorGroup().comparatorId().equals(reportFocus.comparatorId()))
              .filter(c -> c.score().measure().kind().equals(kind.id()))
              .sorted(byTrust)
              .toList();
      if (rows.size() <= SheetList.MOST_ROWS) {
        sheets.add(
            kind.label() + ", all",
            content
                .terms()
                .text(
                    "%s: every {institution} against its own group of %s",
                    kind.label(), reportFocus.comparatorLabel()),
            BenchmarkTable.detailed(kind.id(), rows, content.terms())
                .without(Set.of("comparator_id", "measure_id")),
            rows,
            COMPARISONS);
      }
    }
  }

  private void coverage() {
    sheets.add(
        "Coverage",
        "Coverage: what became of the judgements of each inspection",
        CoverageTable.accounts(content.terms()),
        CoverageTable.accounts(content),
        "summary/coverage.csv");
    sheets.add(
        "Refused",
        "Submissions refused: nothing of these is in any figure",
        CoverageTable.refused(content),
        CoverageTable.refusedRows(content),
        REJECTS);
    sheets.add(
        "Rejected",
        "Rows rejected, by rule",
        CoverageTable.rules(),
        CoverageTable.ruleRows(content),
        REJECTS);
    sheets.add(
        "Names",
        "Names of columns and fields passed over as foreign, or lacking",
        CoverageTable.sentNames(),
        CoverageTable.nameRows(content),
        REJECTS);
    sheets.add(
        "Revisions",
        "Revisions of what was sent",
        RevisionTable.definition(content),
        content.revisions(),
        "summary/revisions.csv");
  }
}
