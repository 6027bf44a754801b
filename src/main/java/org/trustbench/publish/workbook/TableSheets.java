package org.trustbench.publish.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.Results;
import org.trustbench.change.Change;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Level;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.summary.AgreementTable;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.CoverageTable;
import org.trustbench.summary.FindingTable;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.PathwayTable;
import org.trustbench.summary.PeerTable;
import org.trustbench.summary.PeerWords;
import org.trustbench.summary.RatingTable;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.RevisionTable;
import org.trustbench.summary.SeverityTable;
import org.trustbench.summary.TargetTable;
import org.trustbench.summary.TargetWords;
import org.trustbench.summary.WeightingTable;
import org.trustbench.summary.WeightingWords;
import org.trustbench.summary.WhoJudgedWords;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;

/** The sheets that hold tables, in the order of the workbook. */
final class TableSheets {
  /** More rows than a person looks through; a sheet has no more, and says where the rest is. */
  private static final int MOST_ROWS = 2000;

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
  private final Notes notes;
  private final SheetNames names = new SheetNames();
  private final List<WorkbookSheet> sheets = new ArrayList<>();

  TableSheets(ReleaseContent content, ReportFocus reportFocus, Notes notes) {
    this.content = content;
    this.results = content.results();
    this.reportFocus = reportFocus;
    this.notes = notes;
    List.of("Cover", "Contents", "Notes").forEach(names::take);
  }

  List<WorkbookSheet> all() {
    if (reportFocus.ownGroup().isPresent()) {
      benchmark(reportFocus.ownGroup().get());
    }
    findings();
    leagues();
    levels();
    grades();
    history();
    peers();
    targets();
    weighted();
    ratings();
    everyTrust();
    coverage();
    agreement();
    severity();
    return sheets;
  }

  /** What the comparator chosen is called. */
  static String comparatorLabel(Results results, ReportFocus reportFocus) {
    return results.framework().comparators().stream()
        .filter(comparator -> comparator.id().equals(reportFocus.comparatorId()))
        .map(comparator -> comparator.label())
        .findFirst()
        .or(() -> reportFocus.groups().stream().map(ComparatorGroup::label).findFirst())
        .orElse(reportFocus.comparatorId());
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
    add(
        "Benchmark",
        against,
        BenchmarkTable.overall("benchmark", overall, content.terms()).without(OF_TRUST),
        overall,
        COMPARISONS);
    for (Framework.Named kind : reportFocus.detailedKinds()) {
      List<Comparison> rows = reportFocus.rows(Set.of(kind.id()));
      add(
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
    add(
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
    add(
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
    String label = comparatorLabel(results, reportFocus);
    for (Measure measure : reportFocus.leagueMeasures()) {
      if (!isEveryone) {
        add(
            "League %s, %s".formatted(measure.id(), label),
            "League table: %s, within %s".formatted(measure.label(), label),
            league.without(OF_MEASURE),
            LeagueTable.rows(reportFocus.comparisons(), groups, List.of(measure)),
            LEAGUE);
      }
    }
    for (Measure measure : reportFocus.leagueMeasures()) {
      if (everyone.isPresent()) {
        add(
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
      add(
          "Level " + level.level().by(),
          "League tables of all %s: the interval of each rests on its %s as clusters"
              .formatted(level.level().group().many(), content.terms().institution().many()),
          LeagueTable.definition(level.results().framework(), false)
              .without(Set.of("comparator_id", "comparator_group", "measure_id", "trust_id")),
          LeagueTable.rows(comparisons, all.groups(), all.leagueMeasures()),
          "tables/group_comparisons.csv");
    }
  }

  /** How what was graded is spread, of the trust in focus or of all. */
  private void grades() {
    Trust focus = reportFocus.focus();
    List<GradeTable.Row> rows =
        GradeTable.rows(content, reportFocus).stream()
            .filter(row -> focus == null || row.share().inspection().trust().equals(focus))
            .toList();
    add(
        "Grades",
        "Grades: "
            + (focus == null ? content.terms().text("every {institution}") : focus.name())
            + ", and every cut beside "
            + comparatorLabel(results, reportFocus),
        GradeTable.definition(content.terms())
            .without(
                focus == null
                    ? Set.of("measure_id", "scale", "grade")
                    : Set.of("measure_id", "scale", "grade", "trust_id", "trust")),
        rows,
        "summary/grade_distribution.csv");
  }

  /** Of the trust in focus, or of all of them that were inspected twice. */
  private void history() {
    SummaryTable<Change> table = HistoryTable.definition(content.terms());
    boolean isOfOne = reportFocus.focus() != null;
    add(
        "Change",
        "Change since the inspection before: "
            + (isOfOne
                ? reportFocus.focus().name()
                : content.terms().text("every {institution} inspected again")),
        table.without(isOfOne ? Set.of("measure_id", "trust_id", "trust") : Set.of("measure_id")),
        isOfOne
            ? HistoryTable.byTrust(content).getOrDefault(reportFocus.focus().code(), List.of())
            : HistoryTable.rows(content),
        "tables/change.csv");
  }

  /** Of the trust in focus, or of all of them, beside peers of their own. */
  private void peers() {
    boolean isOfOne = reportFocus.focus() != null;
    add(
        "Peers",
        String.join(" ", PeerWords.rules(content)),
        PeerTable.definition(content.terms())
            .without(
                isOfOne
                    ? Set.of("measure_id", "peers_id", "trust_id", "trust")
                    : Set.of("measure_id", "peers_id")),
        isOfOne
            ? PeerTable.byTrust(content).getOrDefault(reportFocus.focus().code(), List.of())
            : PeerTable.rows(content),
        "tables/peer_comparisons.csv");
  }

  /** Of the trust in focus, or of all of them, beside the framework's targets. */
  private void targets() {
    boolean isOfOne = reportFocus.focus() != null;
    add(
        "Targets",
        String.join(" ", TargetWords.rules(content)),
        TargetTable.definition(content.terms())
            .without(
                isOfOne
                    ? Set.of("measure_id", "target_id", "trust_id", "trust")
                    : Set.of("measure_id", "target_id")),
        isOfOne
            ? TargetTable.byTrust(content).getOrDefault(reportFocus.focus().code(), List.of())
            : TargetTable.rows(content),
        "tables/targets.csv");
  }

  /** Of the trust in focus, or of all of them, with the comparator chosen. */
  private void weighted() {
    Trust focus = reportFocus.focus();
    Set<String> hidden = new HashSet<>(Set.of("measure_id", "comparator_id"));
    if (focus != null) {
      hidden.addAll(Set.of("trust_id", "trust"));
    }
    add(
        "Weighted",
        String.join(" ", WeightingWords.rules(content)),
        WeightingTable.definition(content.terms()).without(hidden),
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
    add(
        "Ratings",
        String.join(" ", RatingTable.rules(content)),
        RatingTable.definition(content.terms()).without(Set.of("trust_id", "rating_id")),
        RatingTable.rows(content),
        "tables/ratings.csv");
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
      if (rows.size() <= MOST_ROWS) {
        add(
            kind.label() + ", all",
            content
                .terms()
                .text(
                    "%s: every {institution} against its own group of %s",
                    kind.label(), comparatorLabel(results, reportFocus)),
            BenchmarkTable.detailed(kind.id(), rows, content.terms())
                .without(Set.of("comparator_id", "measure_id")),
            rows,
            COMPARISONS);
      }
    }
  }

  private void coverage() {
    add(
        "Coverage",
        "Coverage: what became of the judgements of each inspection",
        CoverageTable.accounts(content.terms()),
        CoverageTable.accounts(content),
        "summary/coverage.csv");
    add(
        "Refused",
        "Submissions refused: nothing of these is in any figure",
        CoverageTable.refused(content),
        CoverageTable.refusedRows(content),
        REJECTS);
    add(
        "Rejected",
        "Rows rejected, by rule",
        CoverageTable.rules(),
        CoverageTable.ruleRows(content),
        REJECTS);
    add(
        "Names",
        "Names of columns and fields passed over as foreign, or lacking",
        CoverageTable.sentNames(),
        CoverageTable.nameRows(content),
        REJECTS);
    add(
        "Revisions",
        "Revisions of what was sent",
        RevisionTable.definition(content),
        content.revisions(),
        "summary/revisions.csv");
  }

  /** How far two readings of a case agree, over the whole programme. */
  private void agreement() {
    add(
        "Agreement",
        "How far two readings agree",
        AgreementTable.definition(content.terms()).without(Set.of("measure_id")),
        AgreementTable.rows(content),
        "tables/agreement.csv");
  }

  /** How institutions stand to the others, with severity allowed for. */
  private void severity() {
    add(
        "Severity",
        String.join(" ", WhoJudgedWords.findings(content)),
        SeverityTable.definition(content.terms()).without(Set.of("trust_id")),
        SeverityTable.rows(content),
        "tables/severity_verdicts.csv");
  }

  /**
   * A table that has no row has no sheet.
   *
   * @param file of the release, that has every row
   */
  private <R> void add(
      String name, String title, SummaryTable<R> table, List<R> rows, String file) {
    if (!rows.isEmpty()) {
      SummaryTable<R> told = table.without(untold(table, rows));
      boolean isCut = rows.size() > MOST_ROWS;
      String cut =
          isCut
              ? String.format(
                  Locale.ROOT,
                  " The first %,d of %,d; all are in %s.",
                  MOST_ROWS,
                  rows.size(),
                  file)
              : "";
      sheets.add(
          new WorkbookSheet(
              names.take(name),
              title,
              table.grain() + cut + " " + LeagueWorkbook.remark(content),
              told.kept().map(notes::heading).toList(),
              rows.stream().limit(MOST_ROWS).map(told::figures).toList()));
    }
  }

  /** The status of a score tells nothing where every score is shown. */
  private static <R> Set<String> untold(SummaryTable<R> table, List<R> rows) {
    return table
        .kept()
        .map(FigureColumn::column)
        .filter(column -> column.name().endsWith("_status"))
        .filter(
            column ->
                rows.stream()
                    .allMatch(row -> Availability.SHOWN.label().equals(column.value().apply(row))))
        .map(Column::name)
        .collect(Collectors.toSet());
  }
}
