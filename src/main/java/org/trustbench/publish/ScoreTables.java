package org.trustbench.publish;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.stats.Interval;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Scores as published: one row per inspection and measure. */
final class ScoreTables {
  private ScoreTables() {}

  private static final List<Column<InspectionScore>> COUNTS =
      List.of(
          integer(
              "cases_in_scope",
              "{cases}",
              "{cases} the measure is about",
              orEmpty(s -> s.base().casesInScope())),
          integer(
              "cases_assessed",
              "{cases}",
              "{cases} with at least one assessed judgement",
              orEmpty(s -> s.base().casesAssessed())),
          integer(
              "assessed",
              "judgements",
              "judgements sufficient or insufficient: the base of the score",
              orEmpty(s -> s.base().assessed())),
          integer(
              "sufficient",
              "judgements",
              "sufficient judgements",
              orEmpty(s -> s.base().sufficient())),
          integer(
              "not_applicable",
              "judgements",
              "judgements that the work was not called for",
              orEmpty(s -> s.base().notApplicable())),
          integer(
              "not_recorded",
              "judgements",
              "questions without a recorded judgement in {a case} in scope",
              orEmpty(s -> s.base().notRecorded())));

  /** A score with its interval, and how it was worked out. */
  static final List<Column<InspectionScore>> ESTIMATE =
      List.of(
          percent("score_percent", "sufficient as a share of assessed", InspectionScore::score),
          text(
              "score_status",
              "shown; low reliability, shown on a base too small to be read alone; suppressed to"
                  + " protect {cases}; not applicable, no {case} called for the work; or not"
                  + " available",
              s -> s.availability().label()),
          percent("lower95_percent", "lower end of the 95 % interval", s -> low(s.interval95())),
          percent("upper95_percent", "upper end of the 95 % interval", s -> high(s.interval95())),
          percent(
              "lower998_percent", "lower end of the 99.8 % interval", s -> low(s.interval998())),
          percent(
              "upper998_percent", "upper end of the 99.8 % interval", s -> high(s.interval998())),
          text("interval_rule", "how the intervals are worked out", InspectionScore::intervalRule),
          decimal(
              "design_effect",
              "ratio",
              "variance of the score over that of independent judgements",
              orEmpty(InspectionScore::designEffect)),
          text("score_rule", "how the score is worked out", InspectionScore::scoreRule),
          bool(
              "is_reliable",
              "whether the base is large enough for the score to be read alone",
              InspectionScore::isReliable));

  private static final List<Column<InspectionScore>> FIGURES = joined(COUNTS, ESTIMATE);

  static final Table<InspectionScore> SCORES =
      new Table<>(
          "scores",
          "One row per inspection and measure.",
          List.of("inspection_id", "measure_id"),
          joined(
              List.of(
                  text("inspection_id", "the inspection", s -> s.inspection().inspectionId()),
                  text("trust_id", "code of the {institution}", s -> s.inspection().trust().code()),
                  text(
                      "trust_name",
                      "legal name of the {institution}",
                      s -> s.inspection().trust().name()),
                  text(
                      "tranche",
                      "the group of inspections it belongs to",
                      s -> s.inspection().tranche()),
                  text("measure_id", "the measure", s -> s.measure().id()),
                  text("measure_kind", "the kind of measure", s -> s.measure().kind()),
                  text("measure_label", "the measure in words", s -> s.measure().label())),
              FIGURES));

  static final Table<InspectionScore> FACT_SCORE =
      new Table<>(
          "fact_score",
          "One row per inspection and measure; steps of pathways are in fact_pathway.",
          List.of("inspection_id", "measure_id"),
          joined(
              List.of(
                  text("inspection_id", "the inspection", s -> s.inspection().inspectionId()),
                  text("trust_id", "code of the {institution}", s -> s.inspection().trust().code()),
                  text("measure_id", "the measure", s -> s.measure().id())),
              FIGURES));

  static Double low(Interval interval) {
    return interval == null ? null : interval.low();
  }

  static Double high(Interval interval) {
    return interval == null ? null : interval.high();
  }

  static <R> List<Column<R>> joined(List<Column<R>> first, List<Column<R>> second) {
    List<Column<R>> columns = new ArrayList<>(first);
    columns.addAll(second);
    return List.copyOf(columns);
  }
}
