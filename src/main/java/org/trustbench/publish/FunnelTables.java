package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.ControlLimits;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Funnels as published: their limits, and the trusts on them. */
final class FunnelTables {
  private FunnelTables() {}

  private static final ComparatorColumns<FunnelLimits> COMPARATOR =
      new ComparatorColumns<>(FunnelLimits::comparatorGroup);

  private static final ComparatorColumns<FunnelPoint> POINT_COMPARATOR =
      new ComparatorColumns<>(point -> point.comparison().comparatorGroup());

  static final Table<FunnelLimits> FUNNEL =
      new Table<>(
          "funnel",
          "One row per comparator, group, measure and number of effective judgements.",
          List.of("comparator_key", "measure_id", "effective_judgements"),
          columns());

  static final Table<FunnelPoint> POINTS =
      new Table<>(
          "funnel_points",
          "One row per inspection, measure and comparator of a funnel.",
          List.of("inspection_id", "measure_id", "comparator_id"),
          List.of(
              text(
                  "inspection_id",
                  "the inspection",
                  p -> p.comparison().score().inspection().inspectionId()),
              text(
                  "trust_id",
                  "code of the {institution}",
                  p -> p.comparison().score().inspection().trust().code()),
              text("measure_id", "the measure", p -> p.comparison().score().measure().id()),
              POINT_COMPARATOR.id("the comparator"),
              POINT_COMPARATOR.key("comparator and group"),
              POINT_COMPARATOR.group("the group within it"),
              decimal(
                  "effective_judgements",
                  "judgements",
                  "independent judgements the score is worth",
                  FunnelPoint::effectiveJudgements),
              percent(
                  "score_percent",
                  "the {institution's} score",
                  p -> p.comparison().score().score()),
              percent(
                  "centre_percent",
                  "all the group's judgements together, or the fixed value",
                  p -> p.comparison().limits().centre()),
              text(
                  "place",
                  "inside the score limits, or beyond which: as the score's interval leaves the"
                      + " centre out",
                  p -> p.zone().label()),
              text(
                  "over_dispersed_place",
                  "the same by the limits widened by the variance between {institutions}",
                  p -> p.overDispersedZone() == null ? null : p.overDispersedZone().label())));

  static final Table<FunnelLimits> FACT_FUNNEL = FUNNEL.named("fact_funnel");

  static final Table<FunnelPoint> FACT_FUNNEL_POINT = POINTS.named("fact_funnel_point");

  private static List<Column<FunnelLimits>> columns() {
    List<Column<FunnelLimits>> columns =
        new ArrayList<>(
            List.of(
                COMPARATOR.key("comparator and group"),
                COMPARATOR.id("the comparator"),
                COMPARATOR.group("the group within it"),
                text("measure_id", "the measure", f -> f.measure().id()),
                integer(
                    "effective_judgements",
                    "judgements",
                    "independent judgements, along the x axis",
                    FunnelLimits::judgements),
                percent(
                    "centre_percent",
                    "all the group's judgements together, or the fixed value",
                    f -> f.limits().centre())));
    columns.addAll(limits("", FunnelLimits::limits));
    return List.copyOf(columns);
  }

  /**
   * The limits of each kind at both levels.
   *
   * @param prefix of the columns' names
   * @param at the limits of a row; null where there are none
   */
  static <R> List<Column<R>> limits(String prefix, Function<R, ControlLimits> at) {
    List<Column<R>> columns = new ArrayList<>();
    add(columns, prefix + "score", "score limit", at, ControlLimits::score);
    add(columns, prefix + "exact", "interpolated exact limit", at, ControlLimits::exact);
    String widened = "limit widened by the variance between {institutions}";
    add(columns, prefix + "over_dispersed", widened, at, ControlLimits::overDispersed);
    return columns;
  }

  private static <R> void add(
      List<Column<R>> columns,
      String rule,
      String words,
      Function<R, ControlLimits> at,
      Function<ControlLimits, Intervals> kind) {
    Function<R, Intervals> limits = at.andThen(found -> found == null ? null : kind.apply(found));
    add(columns, rule, "95", words, limits.andThen(of(Intervals::at95)));
    add(columns, rule, "998", words, limits.andThen(of(Intervals::at998)));
  }

  private static Function<Intervals, Interval> of(Function<Intervals, Interval> level) {
    return intervals -> intervals == null ? null : level.apply(intervals);
  }

  private static <R> void add(
      List<Column<R>> columns,
      String rule,
      String level,
      String words,
      Function<R, Interval> limits) {
    String percent = level.equals("95") ? "95 %" : "99.8 %";
    columns.add(
        percent(
            "%s_lower%s_percent".formatted(rule, level),
            "lower %s %s".formatted(percent, words),
            row -> low(limits.apply(row))));
    columns.add(
        percent(
            "%s_upper%s_percent".formatted(rule, level),
            "upper %s %s".formatted(percent, words),
            row -> high(limits.apply(row))));
  }
}
