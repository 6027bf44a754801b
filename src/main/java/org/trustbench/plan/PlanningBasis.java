package org.trustbench.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.MeasureSums;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.ExpectedCases;

/**
 * The figures about a measure's cases that a sample size is worked out from. A figure is empty
 * where neither the lake nor the user gives it.
 *
 * @param score of all institutions together
 * @param judgements assessed judgements of a case that has any, on average
 * @param calledFor the share of sampled cases in which anything is assessed
 * @param designEffect of samples of such cases
 * @param correlation of two judgements of a case; empty where a case has one
 * @param betweenSd the standard deviation of institutions' true scores; empty where scores differ
 *     no more than by chance
 * @param casesSampled the median of what institutions have sampled so far
 * @param isAssumed whether any of it is what somebody said
 */
public record PlanningBasis(
    OptionalDouble score,
    OptionalDouble judgements,
    OptionalDouble calledFor,
    OptionalDouble designEffect,
    OptionalDouble correlation,
    OptionalDouble betweenSd,
    OptionalLong casesSampled,
    boolean isAssumed) {

  /**
   * What there is.
   *
   * @param inspections those compared; none where there is no lake
   */
  static PlanningBasis of(
      Framework framework,
      Measure measure,
      List<InspectionTallies> inspections,
      Assumptions assumptions) {
    SampledCases sampled = SampledCases.of(framework, measure, inspections);
    String id = measure.id();
    OptionalDouble score = Assumptions.of(assumptions.scores(), id);
    OptionalDouble calledFor = Assumptions.of(assumptions.calledFor(), id);
    boolean isClustered = MeasureSums.isClustered(measure);
    OptionalDouble applicable =
        isClustered ? Assumptions.of(assumptions.applicable(), id) : OptionalDouble.empty();
    OptionalDouble correlation =
        isClustered ? Assumptions.of(assumptions.correlations(), id) : OptionalDouble.empty();
    OptionalDouble assumed =
        applicable.isPresent()
            ? OptionalDouble.of(Math.max(1, applicable.getAsDouble() * measure.questions().size()))
            : applicable;
    OptionalDouble alike = either(correlation, sampled.correlation());
    OptionalDouble size = either(assumed, sampled.size());
    return new PlanningBasis(
        either(score, sampled.score()),
        isClustered ? either(assumed, sampled.judgements()) : OptionalDouble.of(1),
        either(calledFor, sampled.calledFor()),
        isClustered ? designEffect(size, alike) : OptionalDouble.of(DesignEffect.INDEPENDENT),
        alike,
        sampled.betweenSd(),
        sampled.cases(),
        score.isPresent()
            || calledFor.isPresent()
            || applicable.isPresent()
            || correlation.isPresent());
  }

  /** Judgements in cases of which none has two do not hang together. */
  private static OptionalDouble designEffect(OptionalDouble size, OptionalDouble correlation) {
    if (size.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (size.getAsDouble() <= 1) {
      return OptionalDouble.of(DesignEffect.INDEPENDENT);
    }
    return correlation.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            ExpectedCases.designEffect(size.getAsDouble(), correlation.getAsDouble()));
  }

  private static OptionalDouble either(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() ? first : second;
  }
}
