package org.trustbench.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.framework.Measure;

/**
 * How many judgements the measures of one inspection have in common. Of a measure in some cases
 * only, the judgements count as spread over its questions as they are over all cases, and its cases
 * as lying within those of any other measure: what two measures share is never put too low.
 */
final class JudgementShares {
  private final Map<String, Long> ofQuestion = new HashMap<>();
  private final Map<String, InspectionScore> scores = new HashMap<>();

  JudgementShares(List<InspectionScore> ofInspection) {
    for (InspectionScore score : ofInspection) {
      scores.put(score.measure().id(), score);
      if (score.measure().kind().equals(Measure.QUESTION)) {
        ofQuestion.put(score.measure().questions().get(0), assessed(score));
      }
    }
  }

  /** The share of the smaller of two sets of measures that is in the other too, from 0 to 1. */
  double shared(Collection<String> measures, Collection<String> others) {
    Map<String, Double> ones = judgements(measures);
    Map<String, Double> twos = judgements(others);
    return part(common(ones, twos), Math.min(sum(ones), sum(twos)));
  }

  /** The share of some measures' judgements that is in others too, from 0 to 1. */
  double share(Collection<String> measures, Collection<String> others) {
    Map<String, Double> ones = judgements(measures);
    return part(common(ones, judgements(others)), sum(ones));
  }

  /** Whether measures are about a part of the questions of others. */
  boolean isWithin(Collection<String> measures, Collection<String> others) {
    Set<String> ones = judgements(measures).keySet();
    Set<String> twos = judgements(others).keySet();
    return ones.size() < twos.size() && twos.containsAll(ones);
  }

  private static double common(Map<String, Double> ones, Map<String, Double> twos) {
    return ones.entrySet().stream()
        .mapToDouble(one -> Math.min(one.getValue(), twos.getOrDefault(one.getKey(), 0.0)))
        .sum();
  }

  private static double part(double common, double whole) {
    return whole == 0 ? 0 : common / whole;
  }

  private static double sum(Map<String, Double> judgements) {
    return judgements.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Judgements by question; measures on one question overlap as far as they can. */
  private Map<String, Double> judgements(Collection<String> measures) {
    Map<String, Double> judgements = new HashMap<>();
    for (String id : measures) {
      InspectionScore score = scores.get(id);
      List<String> questions = score.measure().questions();
      double all = questions.stream().mapToLong(q -> ofQuestion.getOrDefault(q, 0L)).sum();
      double part = all == 0 ? 0 : assessed(score) / all;
      for (String question : questions) {
        judgements.merge(question, part * ofQuestion.getOrDefault(question, 0L), Math::max);
      }
    }
    return judgements;
  }

  private static long assessed(InspectionScore score) {
    return score.base().assessed().orElse(0L);
  }
}
