package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.change.ScoreChange;
import org.trustbench.change.ScoreChange.Reason;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.ChangeShrinkage.Posterior;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.terms.Terms;

/** One row per measure of an institution inspected again: its latest score beside that before. */
public final class HistoryTable {
  private HistoryTable() {}

  /** The rows of each institution that was inspected again, by its code. */
  public static Map<String, List<ScoreChange>> byTrust(ReleaseContent content) {
    return rows(content).stream()
        .collect(Collectors.groupingBy(change -> change.inspection().trust().code()));
  }

  /**
   * The latest changes of every institution, by its name: overall, by theme and in the framework's
   * own kinds.
   */
  public static List<ScoreChange> rows(ReleaseContent content) {
    Set<String> kinds = kinds(content.results().framework());
    return content.changes().stream()
        .filter(change -> change.isLatest() && kinds.contains(change.measure().kind()))
        .sorted(Comparator.comparing(change -> change.inspection().trust().name()))
        .toList();
  }

  /** Changes of one institution, those since one earlier inspection together. */
  public static List<List<ScoreChange>> byEarlier(List<ScoreChange> changes) {
    return List.copyOf(
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> change.earlier().inspection().inspectionId(),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  /** The measures that are shown, in their order. */
  public static List<Measure> measures(Framework framework) {
    Set<String> kinds = kinds(framework);
    return framework.measures().stream().filter(one -> kinds.contains(one.kind())).toList();
  }

  private static Set<String> kinds(Framework framework) {
    Set<String> kinds = new HashSet<>(Set.of(Measure.OVERALL, Measure.THEME));
    framework.measureKinds().forEach(kind -> kinds.add(kind.id()));
    return kinds;
  }

  /** The table of some changes of one institution. */
  public static Grid of(String title, List<ScoreChange> changes, Terms terms) {
    return definition(terms).grid(title, changes);
  }

  /** The same of changes since several inspections, the first column saying which. */
  public static Grid ofSeveral(String title, List<ScoreChange> changes, Terms terms) {
    SummaryTable<ScoreChange> one = definition(terms);
    List<SummaryColumn<ScoreChange>> columns = new ArrayList<>();
    columns.add(shown("Since", change -> Cell.text(ChangeWords.earlier(change))));
    columns.addAll(one.columns());
    return new SummaryTable<>(one.name(), one.grain(), one.key(), columns, one.missing())
        .grid(title, changes);
  }

  /** What it shows and keeps. */
  public static SummaryTable<ScoreChange> definition(Terms terms) {
    return new SummaryTable<>(
            "history",
            "One row per {institution} inspected again, earlier inspection and measure: its latest"
                + " inspection beside the one before it, and beside its first.",
            List.of("inspection_id", "earlier_inspection_id", "measure_id"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    c -> c.inspection().trust().code()),
                kept(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    c -> c.inspection().trust().name()),
                kept(
                    "Compared with",
                    "compared_with",
                    "previous: the inspection before; first: its first, where others lie between;"
                        + " predecessor: the last of one whose work it took over",
                    c -> c.comparedWith().label()),
                kept(
                    "Earlier inspection",
                    "earlier_inspection_id",
                    "the earlier inspection",
                    c -> c.earlier().inspection().inspectionId()),
                kept(
                    "Latest inspection",
                    "inspection_id",
                    "the latest inspection",
                    c -> c.inspection().inspectionId()),
                kept("Measure id", "measure_id", "the measure", c -> c.measure().id()),
                text("Measure", "measure", "the measure in words", c -> c.measure().label()),
                shown(
                    "Before % (95 %)",
                    c -> ComparisonCells.score(c.earlier()),
                    percent(
                        "Before %",
                        "earlier_score_percent", "the earlier score", c -> c.earlier().score()),
                    percent(
                        "Before from",
                        "earlier_lower95_percent",
                        "lower end of its 95 % interval",
                        c -> low(c.earlier().interval95())),
                    percent(
                        "Before to",
                        "earlier_upper95_percent",
                        "upper end of its 95 % interval",
                        c -> high(c.earlier().interval95()))),
                shown(
                    "Latest % (95 %)",
                    c -> ComparisonCells.score(c.later()),
                    percent(
                        "Latest %", "score_percent", "the latest score", c -> c.later().score()),
                    percent(
                        "Latest from",
                        "lower95_percent",
                        "lower end of its 95 % interval",
                        c -> low(c.later().interval95())),
                    percent(
                        "Latest to",
                        "upper95_percent",
                        "upper end of its 95 % interval",
                        c -> high(c.later().interval95()))),
                shown(
                    "Change (95 %)",
                    HistoryTable::change,
                    percent(
                        "Change",
                        "change_points",
                        "latest score less the earlier one",
                        ScoreChange::difference),
                    percent(
                        "Change from",
                        "change_lower95_points",
                        "lower end of its 95 % interval",
                        c -> low(c.difference95())),
                    percent(
                        "Change to",
                        "change_upper95_points",
                        "upper end of its 95 % interval",
                        c -> high(c.difference95()))),
                text(
                    "Verdict", "change_verdict", "the verdict on the change", ChangeWords::verdict),
                shown(
                    "Regression allowed for",
                    c ->
                        Cell.text(
                            c.shrunken(Posterior::change) == null
                                ? "none"
                                : Formatting.points(c.shrunken(Posterior::change))),
                    percent(
                        "Regression allowed for",
                        "shrunken_change_points",
                        "the change with regression to the mean allowed for",
                        c -> c.shrunken(Posterior::change))),
                text("Flag", "flag", "what else to know", ChangeWords::flag)),
            HistoryTable::missing)
        .in(terms);
  }

  private static Cell change(ScoreChange change) {
    return ComparisonCells.difference(change.difference(), change.difference95(), missing(change));
  }

  private static Availability missing(ScoreChange change) {
    return change.reason().filter(why -> why == Reason.SUPPRESSED).isPresent()
        ? Availability.SUPPRESSED
        : Availability.NOT_AVAILABLE;
  }
}
