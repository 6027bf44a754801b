package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.benchmark.GradeShare;
import org.trustbench.benchmark.MeanGrade;
import org.trustbench.table.Table;

/** Distributions over grades, as published. */
final class GradeTables {
  private GradeTables() {}

  static final Table<GradeShare> FACT_GRADE =
      new Table<>(
          "fact_grade",
          "One row per inspection, measure, scale and grade: how what was graded is spread.",
          List.of("inspection_id", "measure_id", "scale", "grade"),
          List.of(
              text("inspection_id", "the inspection", g -> g.inspection().inspectionId()),
              text("trust_id", "code of the {institution}", g -> g.inspection().trust().code()),
              text("measure_id", "the measure", g -> g.distribution().measureId()),
              text(
                  "scale",
                  "the scale; the measure's own id where {cases} are classed",
                  g -> g.distribution().scale()),
              text("grade", "code of the grade, or class of {cases}", g -> g.grade().code()),
              text("grade_label", "the grade in words", g -> g.grade().label()),
              integer("grade_place", "", "1 for the best grade", g -> (long) g.place()),
              bool(
                  "is_sufficient",
                  "whether the measure's own cut counts the grade as sufficient; empty where what"
                      + " is sufficient is no one cut of the scale",
                  GradeShare::isSufficient),
              integer(
                  "assessed",
                  "judgements",
                  "the base: judgements that were graded, or {cases} where those are classed",
                  GradeShare::assessed),
              integer("graded", "judgements", "those of this grade", GradeShare::count),
              percent(
                  "share_percent", "those of this grade as a share of the base", GradeShare::share),
              percent(
                  "share_lower95_percent",
                  "lower end of its 95 % interval, simultaneous over the grades (Goodman)",
                  g -> low(g.interval95())),
              percent(
                  "share_upper95_percent",
                  "upper end of its 95 % interval, simultaneous over the grades (Goodman)",
                  g -> high(g.interval95())),
              percent(
                  "at_least_percent", "those of this grade or a better one", GradeShare::atLeast),
              percent(
                  "at_least_lower95_percent",
                  "lower end of its 95 % interval, simultaneous over the cuts (Šidák)",
                  g -> low(g.atLeast95())),
              percent(
                  "at_least_upper95_percent",
                  "upper end of its 95 % interval, simultaneous over the cuts (Šidák)",
                  g -> high(g.atLeast95())),
              text(
                  "cut_measure_id",
                  "the measure of that share, whose verdicts and ranks stand with those of others",
                  GradeShare::cutMeasureId)));

  static final Table<GradeShare> GRADES = FACT_GRADE.named("grades");

  static final Table<MeanGrade> FACT_MEAN_GRADE =
      new Table<>(
          "fact_mean_grade",
          "One row per inspection, measure and scale that is declared to be one of alike steps.",
          List.of("inspection_id", "measure_id", "scale"),
          List.of(
              text("inspection_id", "the inspection", m -> m.inspection().inspectionId()),
              text("trust_id", "code of the {institution}", m -> m.inspection().trust().code()),
              text("measure_id", "the measure", m -> m.distribution().measureId()),
              text("scale", "the scale", m -> m.distribution().scale()),
              integer(
                  "cases_assessed", "{cases}", "{cases} with a grade", MeanGrade::casesAssessed),
              integer("assessed", "judgements", "judgements that were graded", MeanGrade::assessed),
              decimal("mean_grade", "points", "the mean of their grades", MeanGrade::mean),
              decimal(
                  "mean_lower95",
                  "points",
                  "lower end of its 95 % interval over {cases}; empty of fewer than two, or where"
                      + " all grades are alike",
                  m -> low(m.interval95())),
              decimal(
                  "mean_upper95",
                  "points",
                  "upper end of its 95 % interval over {cases}",
                  m -> high(m.interval95()))));

  static final Table<MeanGrade> MEAN_GRADES = FACT_MEAN_GRADE.named("mean_grades");
}
