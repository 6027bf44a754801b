package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Difference;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;

/**
 * One measure of one trust less the same of another, by {@link org.trustbench.stats.Difference} on
 * the design effects of verdicts.
 *
 * @param difference95 null when either has no score with an interval, or too few cases
 * @param verdict95 of the first trust against the second
 * @param pValue null likewise
 * @param adjustedPValue Benjamini-Hochberg over all measures of the two
 */
public record PairDifference(
    Measure measure,
    InspectionScore first,
    InspectionScore second,
    Double difference,
    Interval difference95,
    Interval difference998,
    Verdict verdict95,
    Verdict verdict998,
    Double pValue,
    Double adjustedPValue) {

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
      if (!measure.isPathwayStep()) {
        Map<String, InspectionScore> byInspection = scores.get(measure.id());
        OptionalDouble pooled =
            MeasureSums.isClustered(measure)
                ? DesignEffect.pooled(
                    results.inspections().stream()
                        .map(one -> sums(byInspection.get(one.inspectionId())))
                        .filter(sums -> sums.n() > 0)
                        .toList())
                : OptionalDouble.empty();
        pairs.add(
            of(
                measure,
                byInspection.get(first.inspectionId()),
                byInspection.get(second.inspectionId()),
                pooled));
      }
    }
    return adjusted(pairs);
  }

  /** Whether the difference stands when allowance is made for how many measures were compared. */
  public boolean isFdrSignificant() {
    return adjustedPValue != null && adjustedPValue <= Findings.LEVEL;
  }

  private static PairDifference of(
      Measure measure, InspectionScore first, InspectionScore second, OptionalDouble pooled) {
    if (!isEnough(first) || !isEnough(second)) {
      Double difference =
          first.score() == null || second.score() == null ? null : first.score() - second.score();
      return new PairDifference(
          measure,
          first,
          second,
          difference,
          null,
          null,
          Verdict.NOT_COMPARED,
          Verdict.NOT_COMPARED,
          null,
          null);
    }
    Proportion one = proportion(first, pooled);
    Proportion other = proportion(second, pooled);
    RuleVerdict verdict = Difference.verdict(one, other);
    return new PairDifference(
        measure,
        first,
        second,
        verdict.difference(),
        Difference.interval(one, other, Normal.Z95),
        Difference.interval(one, other, Normal.Z998),
        verdict.at95(),
        verdict.at998(),
        verdict.pValue(),
        null);
  }

  private static boolean isEnough(InspectionScore score) {
    return score.designEffect() != null
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
                .filter(pair -> pair.pValue() != null)
                .mapToDouble(PairDifference::pValue)
                .toArray());
    List<PairDifference> all = new ArrayList<>();
    int next = 0;
    for (PairDifference pair : pairs) {
      all.add(pair.pValue() == null ? pair : pair.withAdjustedPValue(adjusted[next++]));
    }
    return all;
  }

  private PairDifference withAdjustedPValue(double adjusted) {
    return new PairDifference(
        measure,
        first,
        second,
        difference,
        difference95,
        difference998,
        verdict95,
        verdict998,
        pValue,
        adjusted);
  }
}
