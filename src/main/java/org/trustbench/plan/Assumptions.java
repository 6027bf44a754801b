package org.trustbench.plan;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Assumptions about the cases to come, given by the user in place of figures from a lake. A figure
 * is that of one measure, or of all that have none of their own.
 *
 * @param scores p by measure
 * @param correlations of two judgements of a case, by measure
 * @param applicable the share of a measure's questions that is assessed in a case where any is
 * @param calledFor the share of sampled cases in which anything is assessed, by measure
 */
public record Assumptions(
    Map<String, Double> scores,
    Map<String, Double> correlations,
    Map<String, Double> applicable,
    Map<String, Double> calledFor) {
  /** Stands for every measure that is not named. */
  public static final String EVERY_MEASURE = "";

  /** Nothing is assumed. */
  public static final Assumptions NONE = new Assumptions(Map.of(), Map.of(), Map.of(), Map.of());

  static OptionalDouble of(Map<String, Double> figures, String measureId) {
    Double figure = figures.getOrDefault(measureId, figures.get(EVERY_MEASURE));
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
