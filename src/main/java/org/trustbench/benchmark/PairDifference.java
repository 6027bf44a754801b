package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;

/**
 * One measure of one trust less the same of another, by {@link org.trustbench.stats.Difference} on
 * the design effects of verdicts.
 */
public record PairDifference(
    Measure measure, InspectionScore first, InspectionScore second, Outcome outcome) {

  /** How the first trust stands to the second: tested, described, or neither. */
  public sealed interface Outcome {
    /** One of the two has no score. */
    record Missing() implements Outcome {}

    /** Both have a score, on too few cases or without an interval. */
    record Untested(double difference) implements Outcome {}

    /**
     * The difference was tested against chance.
     *
     * @param verdict95 of the first trust against the second
     * @param adjustedPValue Benjamini-Hochberg over all measures of the two; of a family of one it
     *     is the p-value itself
     */
    record Tested(
        double difference,
        Intervals intervals,
        Verdict verdict95,
        Verdict verdict998,
        double pValue,
        double adjustedPValue)
        implements Outcome {}
  }

  private static final Outcome MISSING = new Outcome.Missing();

  /** First less second; null where one has no score. */
  public Double difference() {
    if (outcome instanceof Outcome.Untested untested) {
      return untested.difference();
    }
    return tested(Outcome.Tested::difference);
  }

  /** A figure of the test; null where the two were not compared. */
  public <T> T tested(Function<Outcome.Tested, T> figure) {
    return outcome instanceof Outcome.Tested tested ? figure.apply(tested) : null;
  }

  /** The 95 % interval of the difference; null where the two were not compared. */
  public Interval difference95() {
    return tested(one -> one.intervals().at95());
  }

  /** The p-value adjusted for all measures; null where the two were not compared. */
  public Double adjustedPValue() {
    return tested(Outcome.Tested::adjustedPValue);
  }

  /** The verdict at 95 % of the first trust against the second. */
  public Verdict verdict95() {
    return outcome instanceof Outcome.Tested tested ? tested.verdict95() : Verdict.NOT_COMPARED;
  }

  /** The verdict at 99.8 %. */
  public Verdict verdict998() {
    return outcome instanceof Outcome.Tested tested ? tested.verdict998() : Verdict.NOT_COMPARED;
  }

  /** Every measure of two inspections that are compared, in the framework's order. */
  public static List<PairDifference> of(
      Results results, InspectionTallies first, InspectionTallies second) {
    Map<String, Map<String, InspectionScore>> scores = new HashMap<>();
    for (InspectionScore score : results.scores()) {
      scores
          .computeIfAbsent(score.measure().id(), id -> new HashMap<>())
          .put(score.inspection().inspectionId(), score);
    }
    List<PairDifference> pairs = new ArrayList<>();
    for (Measure measure : results.framework().measures()) {
      if (measure.isScored()) {
        Map<String, InspectionScore> byInspection = scores.get(measure.id());
        pairs.add(
            of(
                measure,
                byInspection.get(first.inspectionId()),
                byInspection.get(second.inspectionId()),
                pooled(
                    measure,
                    results.inspections().stream()
                        .map(one -> byInspection.get(one.inspectionId()))
                        .toList())));
      }
    }
    return adjusted(pairs);
  }

  /**
   * What each score is worth when it is set beside another.
   *
   * @param scores of one measure, one of each inspection that is compared; null for none
   * @return in the same order; null where a score is not tested against any
   */
  public static List<Proportion> worth(Measure measure, List<InspectionScore> scores) {
    OptionalDouble pooled = pooled(measure, scores.stream().filter(Objects::nonNull).toList());
    List<Proportion> worth = new ArrayList<>();
    for (InspectionScore score : scores) {
      boolean isTested = score != null && score.score() != null && isEnough(score);
      worth.add(isTested ? proportion(score, pooled) : null);
    }
    return worth;
  }

  private static OptionalDouble pooled(Measure measure, List<InspectionScore> scores) {
    return MeasureSums.isClustered(measure)
        ? DesignEffect.pooled(scores.stream().map(PairDifference::sums).toList())
        : OptionalDouble.empty();
  }

  /** Whether it is a discovery when the false discovery rate over all measures is controlled. */
  public boolean isFdrSignificant() {
    return outcome instanceof Outcome.Tested tested && tested.adjustedPValue() <= Findings.LEVEL;
  }

  private static PairDifference of(
      Measure measure, InspectionScore first, InspectionScore second, OptionalDouble pooled) {
    return new PairDifference(measure, first, second, outcome(first, second, pooled));
  }

  private static Outcome outcome(
      InspectionScore first, InspectionScore second, OptionalDouble pooled) {
    if (first.score() == null || second.score() == null) {
      return MISSING;
    }
    if (!isEnough(first) || !isEnough(second)) {
      return new Outcome.Untested(first.score() - second.score());
    }
    Proportion one = proportion(first, pooled);
    Proportion other = proportion(second, pooled);
    Difference.Tested tested = Difference.tested(one, other);
    RuleVerdict verdict = tested.verdict();
    return new Outcome.Tested(
        verdict.difference(),
        tested.intervals(),
        verdict.at95(),
        verdict.at998(),
        verdict.pValue(),
        verdict.pValue());
  }

  private static boolean isEnough(InspectionScore score) {
    return score.designEffect().isPresent()
        && score.counts().casesAssessed() >= DesignEffect.FEWEST_CASES;
  }

  private static Proportion proportion(InspectionScore score, OptionalDouble pooled) {
    double deff =
        MeasureSums.isClustered(score.measure())
            ? DesignEffect.chosen(sums(score), pooled)
            : DesignEffect.INDEPENDENT;
    return Proportion.of(sums(score), deff).orElseThrow();
  }

  private static Sums sums(InspectionScore score) {
    return InspectionTallies.sums(score.counts());
  }

  private static List<PairDifference> adjusted(List<PairDifference> pairs) {
    double[] adjusted =
        BenjaminiHochberg.adjusted(
            pairs.stream()
                .map(pair -> pair.tested(Outcome.Tested::pValue))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    List<PairDifference> all = new ArrayList<>();
    int next = 0;
    for (PairDifference pair : pairs) {
      all.add(
          pair.outcome instanceof Outcome.Tested tested
              ? pair.with(adjusted(tested, adjusted[next++]))
              : pair);
    }
    return all;
  }

  private PairDifference with(Outcome other) {
    return new PairDifference(measure, first, second, other);
  }

  private static Outcome adjusted(Outcome.Tested tested, double adjustedPValue) {
    return new Outcome.Tested(
        tested.difference(),
        tested.intervals(),
        tested.verdict95(),
        tested.verdict998(),
        tested.pValue(),
        adjustedPValue);
  }
}
