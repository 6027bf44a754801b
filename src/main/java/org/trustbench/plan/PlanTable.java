package org.trustbench.plan;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.trustbench.table.Table;
import org.trustbench.terms.Terms;

/** One row per measure that is compared: what its cases are like, and how many a sample needs. */
public final class PlanTable {
  private PlanTable() {}

  /** The table in the words of an inspectorate. */
  public static Table<MeasurePlan> in(Terms terms) {
    return new Table<MeasurePlan>(
            "plan",
            "One row per measure that is compared.",
            List.of("measure_id"),
            List.of(
                text("measure_id", "the measure", p -> p.measure().id()),
                text("measure_kind", "the kind of measure", p -> p.measure().kind()),
                text("measure_label", "the measure in words", p -> p.measure().label()),
                text("evidence", "the kind of {case} it is scored on", p -> p.measure().evidence()),
                percent(
                    "score_percent",
                    "the score of all {institutions} together, or as assumed",
                    p -> value(p.basis().score())),
                decimal(
                    "judgements_per_case",
                    "judgements",
                    "assessed judgements of {a case} that has any",
                    p -> value(p.basis().judgements())),
                percent(
                    "called_for_percent",
                    "the share of sampled {cases} in which anything is assessed",
                    p -> value(p.basis().calledFor())),
                decimal(
                    "intra_case_correlation",
                    "",
                    "how alike judgements of one {case} are; empty for one question",
                    p -> value(p.basis().correlation())),
                decimal(
                    "design_effect",
                    "",
                    "how many times larger the variance is for it",
                    p -> value(p.basis().designEffect())),
                percent(
                    "between_sd_points",
                    "standard deviation of the {institutions'} true scores; empty where they differ"
                        + " no more than by chance",
                    p -> value(p.basis().betweenSd())),
                integer(
                    "cases_sampled",
                    "{cases}",
                    "the median of what {institutions} have sampled so far",
                    p -> whole(p.basis().casesSampled())),
                bool(
                    "is_assumed",
                    "whether any of these figures is what somebody said",
                    p -> p.basis().isAssumed()),
                percent(
                    "half_width_points",
                    "half the width asked of the 95 % interval",
                    p -> p.target().halfWidth()),
                integer(
                    "assessed_for_half_width",
                    "{cases}",
                    "{cases} of {an institution} with anything assessed that it takes",
                    p -> assessed(p.forHalfWidth())),
                integer(
                    "cases_for_half_width",
                    "{cases}",
                    "{cases} to sample for as many to be expected",
                    p -> sampled(p.forHalfWidth())),
                percent(
                    "difference_points",
                    "the difference from the others to be found",
                    p -> p.target().difference()),
                percent("power_percent", "how often it is to be found", p -> p.target().power()),
                text(
                    "verdict_rule",
                    "the rule that finds it, at 95 %",
                    p -> p.target().rule().label()),
                integer(
                    "institutions",
                    "{institutions}",
                    "{institutions} compared, each with as many {cases}",
                    p -> p.target().institutions()),
                integer(
                    "assessed_for_difference",
                    "{cases}",
                    "{cases} of {an institution} with anything assessed that it takes",
                    p -> assessed(p.forDifference())),
                integer(
                    "cases_for_difference",
                    "{cases}",
                    "{cases} to sample for as many to be expected",
                    p -> sampled(p.forDifference())),
                integer(
                    "caseload",
                    "{cases}",
                    "{cases} that {an institution} has, as given; empty where not",
                    p -> whole(p.target().caseload())),
                bool(
                    "is_finite_population",
                    "whether the interval allows for the share of them that is sampled",
                    p -> p.target().isFinitePopulation()),
                text(
                    "remark",
                    "why a number is lacking, or cannot be had",
                    p -> terms.text(p.remark()))))
        .in(terms);
  }

  private static Double value(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  private static Long whole(OptionalLong figure) {
    return figure.isPresent() ? figure.getAsLong() : null;
  }

  private static Long assessed(SampleNeeded needed) {
    if (needed instanceof SampleNeeded.Assessed assessed) {
      return assessed.assessed();
    }
    return needed instanceof SampleNeeded.Cases cases ? cases.assessed() : null;
  }

  private static Long sampled(SampleNeeded needed) {
    return needed instanceof SampleNeeded.Cases cases ? cases.sampled() : null;
  }
}
