package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Limits of a framework's own for funnels: a standard that institutions are held to, and how far
 * from it, or from the average, a difference does not matter.
 *
 * @param id unique among targets
 * @param label what tables call it
 * @param tolerance half the width of the band in which a difference does not matter, a proportion;
 *     0 for none
 * @param measures ids of the measures it is for; empty for all that no other target names
 */
public record Target(
    String id, String label, Around around, double tolerance, List<String> measures)
    implements Serializable {

  /** What institutions are held to. */
  public sealed interface Around extends Serializable {}

  /**
   * A standard given from outside.
   *
   * @param value a proportion
   */
  public record Value(double value) implements Around {}

  /** The others of a comparator's group. */
  public record AverageOf(String comparatorId) implements Around {}

  /** Whether it is for a measure, among all targets of its framework. */
  public boolean isFor(Measure measure, List<Target> all) {
    return measures.isEmpty()
        ? measure.isScored()
            && !measure.isCut()
            && all.stream().noneMatch(one -> one.measures().contains(measure.id()))
        : measures.contains(measure.id());
  }

  /** The same for other measures. */
  Target on(UnaryOperator<String> measureId) {
    return new Target(
        id, label, around, tolerance, measures.stream().map(measureId).distinct().toList());
  }

  public boolean hasTolerance() {
    return tolerance > 0;
  }
}
