package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenjaminiHochberg;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Verdict;

/**
 * Allows for how many comparisons there are, by Benjamini and Hochberg within families.
 *
 * <p>The family of a p-value: all pairs of trust and measure of one comparator and kind. A verdict
 * stands by another: the trust's own comparisons that are shown together.
 */
final class Multiplicity {
  private Multiplicity() {}

  /** What came of setting a score against a comparator. */
  record Test(InspectionScore score, String comparatorId, ComparisonOutcome outcome) {}

  /** Comparisons that multiplicity is allowed for together; of all inspections without an id. */
  private record Family(String inspectionId, String comparatorId, String kind) {}

  /** The outcomes with their adjusted p-values, in the same order. */
  static List<ComparisonOutcome> adjusted(List<Test> tests) {
    ToDoubleFunction<ComparisonOutcome.TestStatistics> pValue =
        ComparisonOutcome.TestStatistics::pValue;
    double[] pValues = adjusted(tests, Multiplicity::family, pValue);
    double[] midPs = adjusted(tests, Multiplicity::family, ComparisonOutcome.TestStatistics::midP);
    double[] own = adjusted(tests, Multiplicity::ownFamily, pValue);
    List<ComparisonOutcome> adjusted = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      ComparisonOutcome outcome = tests.get(i).outcome();
      if (outcome instanceof ComparisonOutcome.Tested tested) {
        boolean isApart = tested.verdict95() != Verdict.SIMILAR;
        adjusted.add(
            tested.adjustedForMultiplicity(
                pValues[i], midPs[i], isApart && own[i] <= Normal.ALPHA95));
      } else {
        adjusted.add(outcome);
      }
    }
    return adjusted;
  }

  private static Family family(Test test) {
    return new Family("", test.comparatorId(), test.score().measure().kind());
  }

  private static Family ownFamily(Test test) {
    String kind = test.score().measure().kind();
    return new Family(
        test.score().inspection().inspectionId(),
        test.comparatorId(),
        kind.equals(Measure.THEME) ? Measure.OVERALL : kind);
  }

  /** The adjusted p-value of every comparison that has one; 0 for the others. */
  private static double[] adjusted(
      List<Test> tests,
      Function<Test, Family> family,
      ToDoubleFunction<ComparisonOutcome.TestStatistics> pValue) {
    Map<Family, List<Integer>> families = new HashMap<>();
    for (int i = 0; i < tests.size(); i++) {
      if (tests.get(i).outcome() instanceof ComparisonOutcome.Tested) {
        families.computeIfAbsent(family.apply(tests.get(i)), key -> new ArrayList<>()).add(i);
      }
    }
    double[] adjusted = new double[tests.size()];
    for (List<Integer> places : families.values()) {
      double[] values =
          BenjaminiHochberg.adjusted(
              places.stream()
                  .map(
                      place -> ((ComparisonOutcome.Tested) tests.get(place).outcome()).statistics())
                  .mapToDouble(pValue)
                  .toArray());
      for (int i = 0; i < values.length; i++) {
        adjusted[places.get(i)] = values[i];
      }
    }
    return adjusted;
  }
}
