package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.ComparisonOutcome.TestStatistics;
import org.trustbench.benchmark.ControlLimits;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.benchmark.TargetComparison.Place;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Institutions beside the targets of a framework's own, with their funnels, as published. */
final class TargetTables {
  private TargetTables() {}

  private static final List<Column<TargetComparison>> FIGURES =
      List.of(
          text("target_id", "the target", t -> t.target().id()),
          text("target_label", "the target in words", t -> t.target().label()),
          text("inspection_id", "the inspection", t -> t.score().inspection().inspectionId()),
          text("trust_id", "code of the {institution}", t -> t.score().inspection().trust().code()),
          text("measure_id", "the measure", t -> t.score().measure().id()),
          text(
              "comparator_key",
              "comparator and group whose average the target is; empty where it is a value",
              t -> t.group().map(ComparatorGroup::key).orElse(null)),
          percent("score_percent", "the {institution's} score", t -> t.score().score()),
          percent(
              "lower95_percent",
              "lower end of its 95 % interval",
              t -> low(t.score().interval95())),
          percent(
              "upper95_percent",
              "upper end of its 95 % interval",
              t -> high(t.score().interval95())),
          percent(
              "target_percent",
              "the value asked for, or the average, the {institution} left out as it is elsewhere",
              TargetComparison::benchmark),
          percent(
              "tolerance_points",
              "a difference of no more does not matter; 0 where any does",
              t -> t.target().tolerance()),
          percent("difference_points", "score less target", TargetComparison::difference),
          percent(
              "difference_lower95_points",
              "lower end of the 95 % interval of the difference",
              t -> low(t.difference95())),
          percent(
              "difference_upper95_points",
              "upper end of the 95 % interval of the difference",
              t -> high(t.difference95())),
          percent(
              "difference_lower998_points",
              "lower end of the 99.8 % interval of the difference",
              t -> low(t.difference998())),
          percent(
              "difference_upper998_points",
              "upper end of the 99.8 % interval of the difference",
              t -> high(t.difference998())),
          text(
              "verdict95",
              "at 95 %: higher or lower by more than the tolerance and chance",
              t -> t.verdict95().label()),
          text("verdict998", "the same at 99.8 %", t -> t.verdict998().label()),
          bool(
              "is_within_tolerance",
              "whether the whole 95 % interval of the difference lies within the tolerance; empty"
                  + " without one",
              TargetComparison::isWithinTolerance),
          text("verdict_rule", "how the verdict is reached", TargetComparison::verdictRule),
          significant(
              "p_value",
              "",
              "two-sided, by the verdict rule, beyond the tolerance; 1 within it",
              t -> t.statistic(TestStatistics::pValue)),
          significant(
              "adjusted_p_value",
              "",
              "Benjamini-Hochberg over all {institutions} and measures of the target and kind",
              t -> t.statistic(TestStatistics::adjustedPValue)),
          bool(
              "is_discovery",
              "whether the verdict stands with allowance for the {institution's} own measures of"
                  + " the kind, overall and themes being one",
              TargetComparison::isFdrSignificant),
          integer(
              "rules",
              "rules",
              "lawful verdict rules tried",
              t -> t.tested(one -> one.robustness().rules())),
          integer(
              "rules_agreeing95",
              "rules",
              "of them that give the verdict at 95 %",
              t -> t.tested(one -> one.robustness().agreeing95())));

  private static final List<Column<TargetComparison>> FUNNEL =
      List.of(
          decimal(
              "effective_judgements",
              "judgements",
              "independent judgements the score is worth, along the x axis of a funnel",
              t -> t.place().map(Place::effectiveJudgements).orElse(null)),
          percent(
              "centre_percent",
              "the middle of the funnel: the value, or all the group's judgements together",
              t -> t.place().map(one -> one.limits().centre()).orElse(null)),
          text(
              "place",
              "inside the score limits around target and tolerance, or beyond which",
              t -> t.place().map(one -> one.zone().label()).orElse(null)),
          text(
              "over_dispersed_place",
              "the same by the limits widened by the variance between {institutions}; empty below"
                  + " ten of them",
              t -> t.place().map(Place::overDispersedZone).map(zone -> zone.label()).orElse(null)),
          text("reason", "why there is no verdict; empty where there is one", t -> t.reason()));

  private static final Function<TargetComparison, ControlLimits> LIMITS =
      t -> t.place().map(Place::limits).orElse(null);

  static final Table<TargetComparison> TARGETS =
      new Table<>(
          "targets",
          "One row per target, inspection and measure.",
          List.of("target_id", "inspection_id", "measure_id"),
          ScoreTables.joined(
              ScoreTables.joined(FIGURES, FunnelTables.limits("limit_", LIMITS)), FUNNEL));

  static final Table<TargetComparison> FACT_TARGET = TARGETS.named("fact_target");
}
