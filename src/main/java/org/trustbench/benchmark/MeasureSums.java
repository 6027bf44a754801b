package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Measure;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Score;
import org.trustbench.stats.Sums;

/** One measure's sums for every inspection compared, with the design effects chosen for them. */
final class MeasureSums {
  private final Measure measure;
  private final List<Sums> sums = new ArrayList<>();
  private final OptionalDouble pooledDesignEffect;
  private final double[] designEffects;
  private final double[] verdictDesignEffects;
  private final CaseMixStrata strata;

  MeasureSums(Measure measure, List<Inspected> inspections) {
    this.measure = measure;
    inspections.forEach(i -> sums.add(Inspected.sums(i.total(measure.id()))));
    pooledDesignEffect =
        isClustered(measure) ? DesignEffect.pooled(scored()) : OptionalDouble.empty();
    designEffects = designEffects(DesignEffect::chosen);
    verdictDesignEffects = designEffects(DesignEffect::forVerdict);
    strata = measure.isStratified() ? new CaseMixStrata(inspections, measure.id()) : null;
  }

  /** A measure of one question has one judgement a case, as has a step of a pathway. */
  static boolean isClustered(Measure measure) {
    return measure.questions().size() > 1 && !measure.isPathwayStep();
  }

  /**
   * The mean of the questions' own scores; empty for a measure whose scope is narrower than its
   * questions', whose tallies do not tell them apart.
   */
  static OptionalDouble meanOfQuestions(Inspected inspection, Measure measure) {
    if (!(measure.when() instanceof Condition.Always) || measure.isPathwayStep()) {
      return OptionalDouble.empty();
    }
    return Score.meanOfQuestions(
        measure.questions().stream()
            .map(question -> Inspected.sums(inspection.total("question-" + question)))
            .toList());
  }

  Measure measure() {
    return measure;
  }

  List<Sums> all() {
    return sums;
  }

  Sums of(int inspection) {
    return sums.get(inspection);
  }

  OptionalDouble pooledDesignEffect() {
    return pooledDesignEffect;
  }

  /** The design effect behind an inspection's interval, its rank and its shrinkage. */
  double designEffect(int inspection) {
    return designEffects[inspection];
  }

  /** The design effect behind an inspection's verdicts. */
  double verdictDesignEffect(int inspection) {
    return verdictDesignEffects[inspection];
  }

  /** Null for a measure without strata. */
  CaseMixStrata strata() {
    return strata;
  }

  private double[] designEffects(ToDoubleBiFunction<Sums, OptionalDouble> choice) {
    return sums.stream()
        .mapToDouble(
            one ->
                isClustered(measure) && one.n() > 0
                    ? choice.applyAsDouble(one, pooledDesignEffect)
                    : DesignEffect.INDEPENDENT)
        .toArray();
  }

  private List<Sums> scored() {
    return sums.stream().filter(one -> one.n() > 0).toList();
  }
}
