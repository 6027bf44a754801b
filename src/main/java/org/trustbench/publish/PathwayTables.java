package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Pathways as published: what is left of the cases after each step. */
final class PathwayTables {
  private PathwayTables() {}

  private static final ComparatorColumns<PathwayStep> COMPARATOR =
      new ComparatorColumns<>(PathwayStep::comparatorGroup);

  private static final List<Column<PathwayStep>> COLUMNS =
      List.of(
          text("inspection_id", "the inspection", s -> s.inspection().inspectionId()),
          text("trust_id", "code of the {institution}", s -> s.inspection().trust().code()),
          text("pathway_id", "the pathway", s -> s.pathway().id()),
          COMPARATOR.id("whom it is compared with"),
          COMPARATOR.key("comparator and group"),
          COMPARATOR.group("the group within it"),
          integer("step", "", "counted from 1; 0 for the {cases} that start", PathwayStep::step),
          text(
              "measure_id",
              "the measure tallied; empty at step 0",
              s -> s.step() == 0 ? null : s.pathway().measureId(s.step())),
          text("step_label", "the step in words", PathwayStep::label),
          integer("started", "{cases}", "{cases} the pathway is about", PathwayStep::started),
          integer(
              "entered", "{cases}", "{cases} that passed every earlier step", PathwayStep::entered),
          integer(
              "remaining", "{cases}", "{cases} that passed this step too", PathwayStep::remaining),
          percent("remaining_percent", "remaining of those that started", PathwayStep::share),
          text(
              "remaining_status",
              "shown, or why it is not, as in scores",
              s -> s.availability().label()),
          percent("lower95_percent", "lower end of its 95 % interval", s -> low(s.interval95())),
          percent("upper95_percent", "upper end of its 95 % interval", s -> high(s.interval95())),
          text(
              "interval_rule",
              "how the intervals are worked out; empty at step 0, which has none",
              s -> s.step() == 0 ? null : "wilson"),
          integer(
              "others_started",
              "{cases}",
              "the same of the comparator's other {institutions} together",
              PathwayStep::othersStarted),
          integer(
              "others_remaining", "{cases}", "theirs that are left", PathwayStep::othersRemaining),
          percent("others_percent", "theirs that are left, of theirs", PathwayStep::othersShare),
          percent(
              "others_lower95_percent",
              "lower end of its 95 % interval",
              s -> low(s.othersInterval95())),
          percent(
              "others_upper95_percent",
              "upper end of its 95 % interval",
              s -> high(s.othersInterval95())),
          percent(
              "difference_lower95_points",
              "lower end of the 95 % interval of the difference",
              s -> low(s.difference95())),
          percent(
              "difference_upper95_points",
              "upper end of the 95 % interval of the difference",
              s -> high(s.difference95())),
          text("verdict95", "verdict at 95 %, by the difference", s -> s.verdict95().label()));

  static final Table<PathwayStep> PATHWAY =
      new Table<>(
          "pathway",
          "One row per inspection, pathway, comparator and step.",
          List.of("inspection_id", "pathway_id", "comparator_id", "step"),
          COLUMNS);

  static final Table<PathwayStep> FACT_PATHWAY = PATHWAY.named("fact_pathway");
}
