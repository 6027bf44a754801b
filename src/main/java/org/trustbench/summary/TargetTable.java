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
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/** One row per institution, target and measure: its score beside what it is held to. */
public final class TargetTable {
  private TargetTable() {}

  /**
   * Every institution beside its targets, by its name: overall, by theme, in the framework's own
   * kinds, and in whatever else a target names.
   */
  public static List<TargetComparison> rows(ReleaseContent content) {
    Set<String> measures =
        HistoryTable.measures(content.results().framework()).stream()
            .map(Measure::id)
            .collect(Collectors.toSet());
    return content.targets().stream()
        .filter(
            one ->
                measures.contains(one.score().measure().id())
                    || one.target().measures().contains(one.score().measure().id()))
        .sorted(Comparator.comparing(one -> one.score().inspection().trust().name()))
        .toList();
  }

  /** The rows of each institution, by its code. */
  public static Map<String, List<TargetComparison>> byTrust(ReleaseContent content) {
    return rows(content).stream()
        .collect(Collectors.groupingBy(one -> one.score().inspection().trust().code()));
  }

  /** The table of some comparisons of one institution. */
  public static Grid of(String title, List<TargetComparison> comparisons, Terms terms) {
    return definition(terms).grid(title, comparisons);
  }

  /** On one line. */
  private static Cell heldTo(TargetComparison one) {
    String heldTo = TargetWords.heldTo(one);
    return heldTo == null ? null : Cell.text(heldTo.replace(' ', '\u00a0'));
  }

  /** What it shows and keeps. */
  public static SummaryTable<TargetComparison> definition(Terms terms) {
    return new SummaryTable<TargetComparison>(
            "beside_targets",
            "One row per {institution}, target and measure: its score beside what it is held to.",
            List.of("target_id", "trust_id", "measure_id"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    t -> t.score().inspection().trust().code()),
                kept(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    t -> t.score().inspection().trust().name()),
                kept("Target id", "target_id", "the target", t -> t.target().id()),
                kept("Target", "target", "the target in words", t -> t.target().label()),
                kept("Measure id", "measure_id", "the measure", t -> t.score().measure().id()),
                text(
                    "Measure", "measure", "the measure in words", t -> t.score().measure().label()),
                shown(
                    "Score % (95 %)",
                    t -> ComparisonCells.score(t.score()),
                    percent("Score %", "score_percent", "its score", t -> t.score().score()),
                    percent(
                        "Score from",
                        "lower95_percent",
                        "lower end of its 95 % interval",
                        t -> low(t.score().interval95())),
                    percent(
                        "Score to",
                        "upper95_percent",
                        "upper end of its 95 % interval",
                        t -> high(t.score().interval95()))),
                shown(
                    "Held to %",
                    TargetTable::heldTo,
                    FigureColumn.of(
                        "Held to %",
                        Column.text(
                            "held_to",
                            "the value asked for, or the others' score, in percent; after ± the"
                                + " tolerance in points",
                            TargetWords::heldTo))),
                VerdictColumns.difference(
                    t ->
                        ComparisonCells.difference(
                            t.difference(), t.difference95(), Availability.NOT_AVAILABLE),
                    "score less target",
                    TargetComparison::difference,
                    TargetComparison::difference95),
                VerdictColumns.verdict(
                    t -> Cell.verdict(t.verdict95(), t.verdict998()),
                    ", beyond the tolerance",
                    TargetComparison::verdict95,
                    TargetComparison::verdict998),
                text("Flag", "flag", "what else to know", TargetWords::flag)),
            one -> Availability.NOT_AVAILABLE)
        .in(terms);
  }
}
