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
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.stats.Interval;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Funnels as published: their limits, and the trusts on them. */
final class FunnelTables {
  private FunnelTables() {}

  static final Table<FunnelLimits> FUNNEL =
      new Table<>(
          "funnel",
          "One row per comparator, group, measure and number of effective judgements.",
          List.of("comparator_id", "comparator_group", "measure_id", "effective_judgements"),
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
                  "code of the trust",
                  p -> p.comparison().score().inspection().trust().code()),
              text("measure_id", "the measure", p -> p.comparison().score().measure().id()),
              text(
                  "comparator_id",
                  "the comparator",
                  p -> p.comparison().yardstick().comparatorId()),
              text(
                  "comparator_group",
                  "the group within it",
                  p -> p.comparison().yardstick().group()),
              decimal(
                  "effective_judgements",
                  "judgements",
                  "independent judgements the score is worth",
                  FunnelPoint::judgements),
              percent("score_percent", "the trust's score", p -> p.comparison().score().score()),
              percent("centre_percent", "all the group's judgements together", FunnelPoint::centre),
              text(
                  "place",
                  "inside the score limits, or beyond which: as the score's interval leaves the"
                      + " centre out",
                  FunnelPoint::place),
              text(
                  "over_dispersed_place",
                  "the same by the limits widened by the variance between trusts",
                  FunnelPoint::overDispersedPlace)));

  private static List<Column<FunnelLimits>> columns() {
    List<Column<FunnelLimits>> columns =
        new ArrayList<>(
            List.of(
                text("comparator_id", "the comparator", f -> f.yardstick().comparatorId()),
                text("comparator_group", "the group within it", f -> f.yardstick().group()),
                text("measure_id", "the measure", f -> f.measure().id()),
                integer(
                    "effective_judgements",
                    "judgements",
                    "independent judgements, along the x axis",
                    FunnelLimits::judgements),
                percent(
                    "centre_percent",
                    "all the group's judgements together",
                    FunnelLimits::centre)));
    limits(columns, "score", "95", "score limit", FunnelLimits::score95);
    limits(columns, "score", "998", "score limit", FunnelLimits::score998);
    limits(columns, "exact", "95", "interpolated exact limit", FunnelLimits::exact95);
    limits(columns, "exact", "998", "interpolated exact limit", FunnelLimits::exact998);
    String widened = "limit widened by the variance between trusts";
    limits(columns, "over_dispersed", "95", widened, FunnelLimits::overDispersed95);
    limits(columns, "over_dispersed", "998", widened, FunnelLimits::overDispersed998);
    return List.copyOf(columns);
  }

  private static void limits(
      List<Column<FunnelLimits>> columns,
      String rule,
      String level,
      String words,
      Function<FunnelLimits, Interval> limits) {
    String percent = level.equals("95") ? "95 %" : "99.8 %";
    columns.add(
        percent(
            "%s_lower%s_percent".formatted(rule, level),
            "lower %s %s".formatted(percent, words),
            f -> low(limits.apply(f))));
    columns.add(
        percent(
            "%s_upper%s_percent".formatted(rule, level),
            "upper %s %s".formatted(percent, words),
            f -> high(limits.apply(f))));
  }
}
