package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/** One row per step: how many of a trust's cases are left, beside those of the others. */
public final class PathwayTable {
  private PathwayTable() {}

  /** The steps of one trust set against one comparator. */
  public static List<PathwayStep> rows(
      List<PathwayStep> steps, String trustId, String comparatorId) {
    return steps.stream()
        .filter(
            step ->
                step.inspection().trust().code().equals(trustId)
                    && step.comparatorGroup().comparatorId().equals(comparatorId))
        .toList();
  }

  /** The table of some steps. */
  public static Grid of(String title, List<PathwayStep> steps, Terms terms) {
    return definition(terms).grid(title, steps);
  }

  /** What it shows and keeps. */
  public static SummaryTable<PathwayStep> definition(Terms terms) {
    return new SummaryTable<>(
            "pathway",
            "One row per {institution}, pathway and step: {cases} left, beside the other {institutions} of the group.",
            List.of("trust_id", "comparator_id", "pathway_id", "step"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    s -> s.inspection().trust().code()),
                kept(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    s -> s.inspection().trust().name()),
                kept(
                    "Comparator",
                    "comparator_id",
                    "whom it is compared with",
                    s -> s.comparatorGroup().comparatorId()),
                kept(
                    "Group",
                    "comparator_group",
                    "the group within the comparator, in words",
                    s -> s.comparatorGroup().label()),
                kept("Pathway", "pathway_id", "the pathway", s -> s.pathway().id()),
                kept(
                    FigureColumn.of(
                        "Step number",
                        Column.integer(
                            "step", "", "counted from 1; 0 for the start", PathwayStep::step))),
                text("Step", "step_label", "the step in words", PathwayStep::label),
                count(
                    "{Cases}", "started", "{cases}", "{cases} at the start", PathwayStep::started),
                left(),
                share(
                    "Left % (95 %)", "Left", "remaining", PathwayStep::share, s -> s.interval95()),
                share(
                    "Others % (95 %)",
                    "Others", "others", PathwayStep::othersShare, s -> s.othersInterval95()),
                difference()),
            s -> ComparisonCells.missing(s.availability()))
        .in(terms);
  }

  /** The number of cases left is withheld from the public where their share is shown. */
  private static SummaryColumn<PathwayStep> left() {
    Function<PathwayStep, Cell> shown =
        step ->
            Cell.count(
                step.remaining(),
                step.availability().isShown() ? Availability.SUPPRESSED : step.availability());
    return shown(
        "Left",
        shown,
        FigureColumn.of(
                "Left",
                Column.integer("remaining", "{cases}", "{cases} left", PathwayStep::remaining))
            .orElse(shown));
  }

  private static SummaryColumn<PathwayStep> share(
      String heading,
      String what,
      String name,
      Function<PathwayStep, Double> share,
      Function<PathwayStep, Interval> interval) {
    return shown(
        heading,
        step -> ComparisonCells.share(step, share.apply(step), interval.apply(step)),
        percent(what + " %", name + "_percent", "left, of those that started", share),
        percent(
            what + " from %",
            name + "_lower95_percent",
            "lower end of its 95 % interval",
            step -> low(interval.apply(step))),
        percent(
            what + " to %",
            name + "_upper95_percent",
            "upper end of its 95 % interval",
            step -> high(interval.apply(step))));
  }

  private static SummaryColumn<PathwayStep> difference() {
    return shown(
        "Verdict",
        step -> new Cell.Judged(step.verdict95(), false),
        percent(
            "Difference from (points)",
            "difference_lower95_points",
            "lower end of the 95 % interval of the difference",
            step -> low(step.difference95())),
        percent(
            "Difference to (points)",
            "difference_upper95_points",
            "upper end of the 95 % interval of the difference",
            step -> high(step.difference95())),
        FigureColumn.of(
            "Verdict (95 %)",
            Column.text("verdict95", "at 95 %", step -> step.verdict95().label())));
  }
}
