package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;
import org.trustbench.weighting.WeightedComparison;

/** One row per institution, comparator and measure: its weighted score beside the unweighted. */
public final class WeightingTable {
  private WeightingTable() {}

  /** Every institution, by its name: overall, by theme and in the framework's own kinds. */
  public static List<WeightedComparison> rows(ReleaseContent content) {
    Set<String> measures =
        HistoryTable.measures(content.results().framework()).stream()
            .map(Measure::id)
            .collect(Collectors.toSet());
    return content.weighted().stream()
        .filter(one -> measures.contains(score(one).measure().id()))
        .sorted(Comparator.comparing(one -> score(one).inspection().trust().name()))
        .toList();
  }

  /** The rows of each institution, by its code. */
  public static Map<String, List<WeightedComparison>> byTrust(ReleaseContent content) {
    return rows(content).stream()
        .collect(Collectors.groupingBy(one -> score(one).inspection().trust().code()));
  }

  /** The table of some comparisons of one institution with one comparator. */
  public static Grid of(String title, List<WeightedComparison> comparisons, Terms terms) {
    return definition(terms).grid(title, comparisons);
  }

  private static InspectionScore score(WeightedComparison one) {
    return one.comparison().score();
  }

  /** What it shows and keeps. */
  public static SummaryTable<WeightedComparison> definition(Terms terms) {
    return new SummaryTable<WeightedComparison>(
            "weighted",
            "One row per {institution}, comparator and measure: its score weighted by how {cases}"
                + " were sampled, beside the unweighted.",
            List.of("comparator_id", "trust_id", "measure_id"),
            List.of(
                kept(
                    "Comparator",
                    "comparator_id",
                    "whom it is compared with",
                    w -> w.comparison().comparatorGroup().comparatorId()),
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    w -> score(w).inspection().trust().code()),
                kept(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    w -> score(w).inspection().trust().name()),
                kept("Measure id", "measure_id", "the measure", w -> score(w).measure().id()),
                text("Measure", "measure", "the measure in words", w -> score(w).measure().label()),
                shown(
                    "Unweighted % (95 %)",
                    w -> ComparisonCells.score(score(w)),
                    percent(
                        "Unweighted %",
                        "score_percent", "the unweighted score", w -> score(w).score()),
                    percent(
                        "Unweighted from",
                        "lower95_percent",
                        "lower end of its 95 % interval",
                        w -> low(score(w).interval95())),
                    percent(
                        "Unweighted to",
                        "upper95_percent",
                        "upper end of its 95 % interval",
                        w -> high(score(w).interval95()))),
                shown(
                    "Weighted % (95 %)",
                    WeightingTable::weighted,
                    percent(
                        "Weighted %",
                        "weighted_score_percent",
                        "the score weighted by how {cases} were sampled",
                        WeightedComparison::score),
                    percent(
                        "Weighted from",
                        "weighted_lower95_percent",
                        "lower end of its 95 % interval",
                        w -> low(w.interval95())),
                    percent(
                        "Weighted to",
                        "weighted_upper95_percent",
                        "upper end of its 95 % interval",
                        w -> high(w.interval95()))),
                shown(
                    "Weighted less unweighted",
                    w ->
                        w.difference() == null
                            ? new Cell.Absent(Availability.NOT_AVAILABLE)
                            : Cell.points(w.difference()),
                    percent(
                        "Weighted less unweighted (points)",
                        "weighting_points",
                        "weighted less unweighted score",
                        WeightedComparison::difference)),
                shown(
                    "Others, weighted",
                    w ->
                        Cell.percent(
                            w.against().map(one -> one.benchmark()).orElse(null),
                            Availability.NOT_AVAILABLE),
                    percent(
                        "Others, weighted %",
                        "weighted_benchmark_percent",
                        "the others' weighted scores, each weighing what its caseload does",
                        w -> w.against().map(one -> one.benchmark()).orElse(null))),
                verdict(
                    "Verdict",
                    "verdict95",
                    "verdict998",
                    "of the unweighted scores",
                    w -> w.comparison().verdict95().label(),
                    w -> w.comparison().verdict998().label(),
                    w -> ComparisonCells.verdict(w.comparison())),
                verdict(
                    "Weighted verdict",
                    "weighted_verdict95",
                    "weighted_verdict998",
                    "of the weighted scores",
                    w -> w.verdict95().label(),
                    w -> w.verdict998().label(),
                    w -> Cell.verdict(w.verdict95(), w.verdict998())),
                text("Flag", "flag", "what else to know", WeightingWords::flag)),
            one -> Availability.NOT_AVAILABLE)
        .in(terms);
  }

  private static SummaryColumn<WeightedComparison> verdict(
      String heading,
      String at95,
      String at998,
      String what,
      Function<WeightedComparison, String> verdict95,
      Function<WeightedComparison, String> verdict998,
      Function<WeightedComparison, Cell> cell) {
    return shown(
        heading,
        cell,
        FigureColumn.of(heading + " (95 %)", Column.text(at95, "at 95 %, " + what, verdict95)),
        FigureColumn.of(
            heading + " (99.8 %)", Column.text(at998, "at 99.8 %, " + what, verdict998)));
  }

  private static Cell weighted(WeightedComparison one) {
    return one.score() == null
        ? new Cell.Absent(Availability.NOT_AVAILABLE)
        : new Cell.Estimate(Cell.percent(one.score()), one.interval95(), score(one).isReliable());
  }
}
