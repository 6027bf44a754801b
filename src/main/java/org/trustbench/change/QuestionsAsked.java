package org.trustbench.change;

import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.FormComparison;
import org.trustbench.tally.Counts;

/**
 * Whether two inspections asked the same: where forms changed, a measure's scores are of different
 * things, and no difference of them is a change in an institution's work.
 */
final class QuestionsAsked {
  private QuestionsAsked() {}

  /**
   * Whether every question of a measure, or one that it is the same as, was answered at both
   * inspections, or at neither.
   */
  static boolean areAlike(FormComparison forms, InspectionScore earlier, InspectionScore later) {
    return asked(forms, earlier).equals(asked(forms, later));
  }

  private static Set<String> asked(FormComparison forms, InspectionScore score) {
    return forms.asked(score.measure(), score.inspection().formVersion()).questions().stream()
        .filter(question -> isAsked(question, score.inspection()))
        .map(forms::first)
        .collect(Collectors.toSet());
  }

  /** A question without a single answer, not even that it did not apply, was not asked. */
  private static boolean isAsked(String question, InspectionTallies inspection) {
    Counts counts = inspection.total("question-" + question);
    return counts.assessed() + counts.notApplicable() > 0;
  }
}
