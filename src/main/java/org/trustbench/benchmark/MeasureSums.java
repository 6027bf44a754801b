package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trustbench.framework.Condition;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.PooledDesignEffect;
import org.trustbench.stats.Score;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;

/** One measure's sums for every inspection compared, with the design effects chosen for them. */
public final class MeasureSums {
  private final Measure measure;
  private final AnalysisRules rules;
  private final List<InspectionTallies> inspections;
  private final List<Sums> sums = new ArrayList<>();
  private final List<OptionalDouble> scores = new ArrayList<>();
  private final boolean isClustered;
  private final PooledDesignEffect pooled;
  private final double[] designEffects;
  private final CaseMixStrata strata;

  /**
   * Gathers the sums.
   *
   * @param totals the measure's counts by inspection
   * @param strata null when the framework has no case mix
   * @param clusters what the sums are over
   * @param caseSize judgements of an average case, where clusters are made of cases
   */
  MeasureSums(
      Measure measure,
      AnalysisRules rules,
      List<InspectionTallies> inspections,
      Map<String, Counts> totals,
      Strata strata,
      Clusters clusters,
      OptionalDouble caseSize) {
    this.measure = measure;
    this.rules = rules;
    this.inspections = inspections;
    for (InspectionTallies inspection : inspections) {
      Sums total = InspectionTallies.sums(totals.get(inspection.inspectionId()));
      sums.add(total);
      scores.add(
          rules.isPooled() ? Score.pooled(total) : meanOfQuestions(inspection, measure, total));
    }
    this.isClustered = clusters.isClustered(measure);
    pooled = pooled(isClustered, sums, caseSize);
    designEffects = designEffects();
    this.strata =
        measure.isStratified() && strata != null
            ? new CaseMixStrata(strata, inspections, measure.id())
            : null;
  }

  /** Those of the inspections that some results compare, without strata of case mix. */
  static MeasureSums of(Results results, Measure measure) {
    return of(results, measure, null);
  }

  /** How many inspections there are. */
  int inspections() {
    return sums.size();
  }

  /**
   * The sums that results of inspections rest on.
   *
   * @param strata null when the framework has no case mix
   */
  static MeasureSums of(Results results, Measure measure, Strata strata) {
    Map<String, Counts> totals = new HashMap<>();
    results.inspections().forEach(one -> totals.put(one.inspectionId(), one.total(measure.id())));
    return new MeasureSums(
        measure,
        results.rules(),
        results.inspections(),
        totals,
        strata,
        Clusters.CASES,
        OptionalDouble.empty());
  }

  /** A measure of one question has one judgement a case, and one by case has one outcome. */
  public static boolean isClustered(Measure measure) {
    return measure.questionsAtOnce() > 1 && !measure.isByCase();
  }

  /**
   * The mean of the questions' own scores; empty for a measure of several questions whose scope is
   * narrower than theirs, whose tallies do not tell them apart.
   */
  static OptionalDouble meanOfQuestions(InspectionTallies inspection, Measure measure, Sums total) {
    if (measure.questionsAtOnce() == 1 || measure.isByCase()) {
      return Score.pooled(total);
    }
    return isToldApart(measure)
        ? Score.meanOfQuestions(questions(measure, inspection))
        : OptionalDouble.empty();
  }

  private static boolean isToldApart(Measure measure) {
    return measure.when() instanceof Condition.Always
        && measure.counting() instanceof CountingRule.Judgements;
  }

  private static List<Sums> questions(Measure measure, InspectionTallies inspection) {
    return measure.questions().stream()
        .map(question -> InspectionTallies.sums(inspection.total("question-" + question)))
        .toList();
  }

  Measure measure() {
    return measure;
  }

  Sums of(int inspection) {
    return sums.get(inspection);
  }

  /** An inspection's score by the score rule chosen. */
  OptionalDouble score(int inspection) {
    return scores.get(inspection);
  }

  /**
   * The sums behind the scores of some inspections, apart for whatever weighs the same: all
   * judgements together, or by {@code mean-of-questions} every question's.
   */
  List<List<Sums>> parts(List<Integer> members) {
    if (rules.isPooled() || measure.questionsAtOnce() == 1 || measure.isByCase()) {
      return List.of(members.stream().map(sums::get).toList());
    }
    if (!isToldApart(measure)) {
      return List.of();
    }
    List<List<Sums>> byInspection =
        members.stream().map(member -> questions(measure, inspections.get(member))).toList();
    List<List<Sums>> parts = new ArrayList<>();
    for (int q = 0; q < measure.questions().size(); q++) {
      int question = q;
      parts.add(byInspection.stream().map(one -> one.get(question)).toList());
    }
    return parts;
  }

  /** Of all together; empty where judgements are independent, and where nothing can be pooled. */
  OptionalDouble pooledDesignEffect() {
    return pooled.value();
  }

  /** The design effect of some sums, inspected and compared or not. */
  double designEffect(Sums own) {
    return isClustered ? DesignEffect.chosen(own, pooled.of(own)) : DesignEffect.INDEPENDENT;
  }

  private static PooledDesignEffect pooled(
      boolean isClustered, List<Sums> sums, OptionalDouble caseSize) {
    if (!isClustered) {
      return PooledDesignEffect.NONE;
    }
    return caseSize.isPresent()
        ? PooledDesignEffect.ofGroups(sums, caseSize.getAsDouble())
        : PooledDesignEffect.ofCases(sums);
  }

  /** The design effect behind an inspection's interval, verdicts, rank and shrinkage. */
  double designEffect(int inspection) {
    return designEffects[inspection];
  }

  /** Whether an inspection has cases enough to be compared, ranked and put in a tier. */
  boolean isEnough(int inspection) {
    return sums.get(inspection).k() >= DesignEffect.FEWEST_CASES;
  }

  /** Null for a measure without strata. */
  CaseMixStrata strata() {
    return strata;
  }

  private double[] designEffects() {
    return sums.stream().mapToDouble(this::designEffect).toArray();
  }
}
