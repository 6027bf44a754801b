package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.GradeShare;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/**
 * One row per grade of a measure of an institution: how what was graded is spread, and every cut of
 * the scale beside what it is compared with.
 */
public final class GradeTable {
  /** What stands beside the grade that the measure's own score is cut at. */
  private static final String OWN_CUT = "yes";

  private GradeTable() {}

  /**
   * A grade of an institution.
   *
   * @param cut the comparison of the share at or above it; empty of the last grade, and of whoever
   *     is not compared
   * @param isReliable whether its base is large enough for it to be read alone
   */
  public record Row(GradeShare share, Optional<Comparison> cut, boolean isReliable) {
    /** Whether the measure's own score counts it and all better ones as sufficient. */
    public boolean isOwnCut() {
      return share.distribution().ownCut().filter(own -> own == share.place() - 1).isPresent();
    }

    /** Whether there is no worse one, so that all are this or better. */
    public boolean isLast() {
      return share.cutMeasureId() == null;
    }
  }

  /** The grades of each institution that counts, by its code. */
  public static Map<String, List<GradeShare>> byTrust(ReleaseContent content) {
    Map<String, String> counting = new HashMap<>();
    content
        .results()
        .inspections()
        .forEach(one -> counting.put(one.inspectionId(), one.trust().code()));
    return content.grades().stream()
        .filter(share -> counting.containsKey(share.inspection().inspectionId()))
        .collect(Collectors.groupingBy(share -> share.inspection().trust().code()));
  }

  /** The rows of one institution, by measure and grade. */
  public static List<Row> rows(
      List<GradeShare> shares, Comparisons comparisons, String comparatorId) {
    if (shares.isEmpty()) {
      return List.of();
    }
    Map<String, Comparison> byMeasure = new HashMap<>();
    comparisons
        .ofTrust(shares.get(0).inspection().trust().code(), comparatorId)
        .forEach(one -> byMeasure.put(one.score().measure().id(), one));
    return shares.stream()
        .map(
            share ->
                new Row(
                    share,
                    Optional.ofNullable(share.cutMeasureId()).map(byMeasure::get),
                    Optional.ofNullable(byMeasure.get(share.distribution().cuts().get(0)))
                        .map(one -> one.score().isReliable())
                        .orElse(true)))
        .toList();
  }

  /** The rows of every institution, by its name. */
  public static List<Row> rows(ReleaseContent content, ReportFocus reportFocus) {
    return byTrust(content).values().stream()
        .sorted(Comparator.comparing(shares -> shares.get(0).inspection().trust().name()))
        .flatMap(
            shares -> rows(shares, reportFocus.comparisons(), reportFocus.comparatorId()).stream())
        .toList();
  }

  /** The table of some rows of one institution. */
  public static Grid of(String title, List<Row> rows, Terms terms) {
    return definition(terms).grid(title, rows);
  }

  /** What has to be known to read it. */
  public static List<String> rules(Terms terms) {
    return List.of(
        "Every cut of a scale is a measure with a verdict: against the others, on the share of"
            + " that grade or a better one. The measure's own cut is the one that its score and"
            + " findings are of.",
        "Intervals of grades hold for all grades of a scale together at 95 % (Goodman 1965),"
            + " those of cuts for all cuts together (Šidák 1967), so that each is wider than"
            + " that of a score alone.",
        terms.text(
            "Both rest on as many judgements as the judgements are worth, which hang together"
                + " within {a case}; where what was judged is classed as a whole, each counts once."));
  }

  /** What it shows and keeps. */
  public static SummaryTable<Row> definition(Terms terms) {
    return new SummaryTable<>(
            "grade_distribution",
            "One row per {institution}, measure, scale and grade: how what was graded is spread,"
                + " and the share at or above the grade beside that of the others.",
            List.of("trust_id", "measure_id", "scale", "grade"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    r -> r.share().inspection().trust().code()),
                kept(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    r -> r.share().inspection().trust().name()),
                kept("Measure id", "measure_id", "the measure", r -> of(r).measureId()),
                kept("Scale", "scale", "the scale, or the measure of classes", r -> of(r).scale()),
                text("Measure", "measure", "the measure in words", r -> of(r).label()),
                kept("Code of grade", "grade", "code of the grade", r -> r.share().grade().code()),
                text("Grade", "grade_label", "the grade", r -> r.share().grade().label()),
                shown(
                    "Own cut",
                    r -> Cell.text(r.isOwnCut() ? OWN_CUT : ""),
                    FigureColumn.of(
                        "Own cut",
                        Column.text(
                            "own_cut",
                            "whether the measure's own score counts this grade and better ones as"
                                + " sufficient, and worse ones not",
                            r -> r.isOwnCut() ? OWN_CUT : "no"))),
                count(
                    "Number",
                    "graded",
                    "judgements",
                    "judgements of this grade, or {cases} where those are classed",
                    r -> r.share().count()),
                count(
                    "Base",
                    "assessed",
                    "judgements",
                    "judgements that were graded, or {cases} that were classed",
                    r -> r.share().assessed()),
                shown(
                    "This grade % (95 %)",
                    r -> estimate(r, r.share().share(), r.share().interval95()),
                    percent(
                        "This grade %", "share_percent", "of this grade", r -> r.share().share()),
                    percent(
                        "This grade from",
                        "share_lower95_percent",
                        "lower end of its 95 % interval, for all grades together",
                        r -> low(r.share().interval95())),
                    percent(
                        "This grade to",
                        "share_upper95_percent",
                        "upper end of its 95 % interval, for all grades together",
                        r -> high(r.share().interval95()))),
                shown(
                    "This or better % (95 %)",
                    r ->
                        r.isLast()
                            ? Cell.EMPTY
                            : estimate(r, r.share().atLeast(), r.share().atLeast95()),
                    percent(
                        "This or better %",
                        "at_least_percent",
                        "of this grade or a better one",
                        r -> r.share().atLeast()),
                    percent(
                        "This or better from",
                        "at_least_lower95_percent",
                        "lower end of its 95 % interval, for all cuts together",
                        r -> low(r.share().atLeast95())),
                    percent(
                        "This or better to",
                        "at_least_upper95_percent",
                        "upper end of its 95 % interval, for all cuts together",
                        r -> high(r.share().atLeast95()))),
                shown(
                    "Others %",
                    r ->
                        r.isLast()
                            ? Cell.EMPTY
                            : Cell.percent(benchmark(r), Availability.NOT_AVAILABLE),
                    percent(
                        "Others %",
                        "benchmark_percent",
                        "of the others, the share of this grade or a better one",
                        GradeTable::benchmark)),
                shown(
                    "Verdict",
                    r ->
                        r.isLast()
                            ? Cell.EMPTY
                            : r.cut()
                                .<Cell>map(ComparisonCells::verdict)
                                .orElse(new Cell.Absent(Availability.NOT_AVAILABLE)),
                    FigureColumn.of(
                        "Verdict",
                        Column.text(
                            "verdict_at_cut",
                            "the verdict on that share",
                            r -> r.cut().map(Formatting::verdict).orElse(null))))),
            GradeTable::missing)
        .in(terms);
  }

  private static Availability missing(Row row) {
    return row.isLast() && row.share().share() != null
        ? Availability.NOT_APPLICABLE
        : Availability.NOT_AVAILABLE;
  }

  private static GradeDistribution of(Row row) {
    return row.share().distribution();
  }

  private static Double benchmark(Row row) {
    return row.cut().map(Comparison::benchmark).orElse(null);
  }

  private static Cell estimate(Row row, Double share, Interval interval) {
    return share == null
        ? new Cell.Absent(Availability.NOT_AVAILABLE)
        : new Cell.Estimate(Cell.percent(share), interval, row.isReliable());
  }
}
