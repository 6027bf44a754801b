package org.trustbench.change;

import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;

/**
 * Whether two inspections asked the same: where forms changed, a measure's scores are of different
 * things, and no difference of them is a change in an institution's work.
 */
final class QuestionsAsked {
  private QuestionsAsked() {}

  /** Whether every question of a measure was answered at both inspections, or at neither. */
  static boolean areAlike(Measure measure, InspectionTallies earlier, InspectionTallies later) {
    return measure.questions().stream()
        .allMatch(question -> isAsked(question, earlier) == isAsked(question, later));
  }

  /** A question without a single answer, not even that it did not apply, was not asked. */
  private static boolean isAsked(String question, InspectionTallies inspection) {
    Counts counts = inspection.total("question-" + question);
    return counts.assessed() + counts.notApplicable() > 0;
  }
}
