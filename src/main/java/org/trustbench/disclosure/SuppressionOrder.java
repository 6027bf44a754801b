package org.trustbench.disclosure;

import java.util.Collection;
import java.util.Comparator;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;

/**
 * Which of some measures is withheld first. Single questions are missed least, then the framework's
 * own measures, sections, themes and the whole; of one kind those that hide others well, and on the
 * fewest cases.
 */
final class SuppressionOrder {
  private final InspectionSuppression shown;

  SuppressionOrder(InspectionSuppression shown) {
    this.shown = shown;
  }

  Measure first(Collection<Measure> some) {
    return some.stream()
        .min(
            Comparator.<Measure>comparingInt(measure -> importance(measure.kind()))
                .thenComparing(measure -> !isMixed(shown.total(measure)))
                .thenComparing(measure -> shown.total(measure).casesAssessed())
                .thenComparing(Measure::id))
        .orElseThrow();
  }

  private static boolean isMixed(Counts counts) {
    long rarer = Math.min(counts.sufficient(), counts.assessed() - counts.sufficient());
    return rarer >= DisclosureRules.FEWEST_VALUES;
  }

  private static int importance(String kind) {
    return switch (kind) {
      case Measure.QUESTION -> 0;
      case Measure.SECTION -> 2;
      case Measure.THEME -> 3;
      case Measure.OVERALL -> 4;
      default -> 1;
    };
  }
}
