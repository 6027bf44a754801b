package org.trustbench.summary;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.trustbench.benchmark.Availability;
import org.trustbench.plan.MeasurePlan;
import org.trustbench.plan.SampleNeeded;
import org.trustbench.plan.SampleTarget;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.terms.Terms;

/** One row per measure: what its cases are like, and how many a sample needs. */
public final class PlanGrid {
  private PlanGrid() {}

  /** The plans of some measures, for one target. */
  public static Grid of(String title, List<MeasurePlan> plans, SampleTarget target, Terms terms) {
    return Grid.of(
        title,
        List.of(
            "Measure",
            "Score %",
            terms.text("Judgements/{case}"),
            "Called for %",
            "Design effect",
            "Between, points",
            "Sampled so far",
            "For ±%s points".formatted(points(target.halfWidth())),
            "For %s points apart".formatted(points(target.difference())),
            "Remark"),
        plans.stream().map(plan -> row(plan, terms)).toList());
  }

  private static List<Cell> row(MeasurePlan plan, Terms terms) {
    return List.of(
        Cell.text(plan.measure().label()),
        percent(plan.basis().score()),
        digits(plan.basis().judgements(), 1),
        percent(plan.basis().calledFor()),
        digits(plan.basis().designEffect(), 1),
        points(plan.basis().betweenSd()),
        plan.basis().casesSampled().isPresent()
            ? new Cell.Count(plan.basis().casesSampled().getAsLong())
            : new Cell.Absent(Availability.NOT_AVAILABLE),
        needed(plan.forHalfWidth()),
        needed(plan.forDifference()),
        Cell.text(terms.text(plan.remark())));
  }

  private static Cell needed(SampleNeeded needed) {
    return needed instanceof SampleNeeded.Cases cases
        ? new Cell.Count(cases.sampled())
        : new Cell.Absent(Availability.NOT_AVAILABLE);
  }

  private static Cell percent(OptionalDouble proportion) {
    return Cell.percent(
        proportion.isPresent() ? proportion.getAsDouble() : null, Availability.NOT_AVAILABLE);
  }

  /** A spread that cannot be told from none is not 0. */
  private static Cell points(OptionalDouble spread) {
    return spread.isPresent()
        ? new Cell.Digits(points(spread.getAsDouble()))
        : new Cell.Absent(Availability.NOT_AVAILABLE);
  }

  private static Cell digits(OptionalDouble figure, int decimals) {
    return figure.isPresent()
        ? new Cell.Digits(String.format(Locale.ROOT, "%." + decimals + "f", figure.getAsDouble()))
        : new Cell.Absent(Availability.NOT_AVAILABLE);
  }

  private static String points(double proportion) {
    String digits = String.format(Locale.ROOT, "%.1f", 100 * proportion);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
