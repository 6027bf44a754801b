package org.trustbench.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.WeightingWords;
import org.trustbench.terms.Terms;

class WeightingTest {
  private static List<WeightedComparison> weighted(InspectionTallies first) {
    List<InspectionTallies> schools = new ArrayList<>(List.of(first));
    for (String code : List.of("B", "C", "D", "E")) {
      schools.add(
          WeightedSchools.school(
              code, null, Map.of("high=100", new int[] {25, 50}, "low=900", new int[] {25, 50})));
    }
    return WeightedSchools.weighted(WeightedSchools.STANDARD, WeightedSchools.PLAN, schools);
  }

  private static WeightedComparison first(Long caseload, Map<String, int[]> strata) {
    return weighted(WeightedSchools.school("A", caseload, strata)).get(0);
  }

  @Test
  void a_verdict_that_weighting_would_change_is_marked() {
    WeightedComparison one =
        first(null, Map.of("high=100", new int[] {5, 50}, "low=900", new int[] {45, 50}));
    assertThat(one.comparison().verdict95()).isEqualTo(Verdict.SIMILAR);
    assertThat(one.verdict95()).isEqualTo(Verdict.HIGHER);
    assertThat(one.isParted()).isTrue();
    assertThat(WeightingWords.sentences(List.of(one), Terms.STANDARD))
        .containsExactly(
            "Weighted by how cases were sampled, the verdict would be another in “Lesson planned”"
                + " (50 %, weighted 82 %: similar, weighted higher).");
    assertThat(one.score()).isCloseTo(.1 * .1 + .9 * .9, within(1e-12));
    assertThat(one.against().orElseThrow().benchmark()).isCloseTo(.5, within(1e-12));
  }

  @Test
  void equal_weights_change_neither_score_nor_verdict() {
    WeightedComparison one =
        first(null, Map.of("high=500", new int[] {10, 50}, "low=500", new int[] {15, 50}));
    assertThat(one.difference()).isCloseTo(0, within(1e-12));
    assertThat(one.comparison().verdict95()).isEqualTo(Verdict.LOWER);
    assertThat(one.isParted()).isFalse();
    assertThat(WeightingWords.sentences(List.of(one), Terms.STANDARD)).isEmpty();
  }

  @Test
  void what_a_weight_lacks_is_named() {
    int[] half = {25, 50};
    assertThat(first(null, Map.of("=100", half, "low=900", half)).reason())
        .isEqualTo("of 50 cases no stratum is recorded");
    assertThat(first(null, Map.of("high=?", half, "low=900", half)).reason())
        .isEqualTo(
            "of 50 cases in stratum high it is not recorded, as a whole number, how many there"
                + " are in it");
    assertThat(first(null, Map.of("high=100", half, "high=120", half, "low=9", half)).reason())
        .isEqualTo("stratum high is said to have 100 cases, and 120");
    assertThat(first(null, Map.of("high=40", half, "low=900", half)).reason())
        .isEqualTo("50 cases were sampled of stratum high, which is said to have 40");
    assertThat(first(null, Map.of("low=900", half)).reason())
        .isEqualTo(
            "no case of stratum high was sampled, and no caseload tells whether there is any");
    assertThat(first(1_000L, Map.of("low=900", half)).reason())
        .isEqualTo("its strata have 900 cases together, the caseload has 1000");
    assertThat(first(900L, Map.of("low=900", half)).reason()).isEmpty();
  }

  @Test
  void one_school_without_a_weighted_score_leaves_the_others_untested() {
    List<WeightedComparison> all =
        weighted(
            WeightedSchools.school(
                "A", null, Map.of("high=?", new int[] {25, 50}, "low=900", new int[] {9, 50})));
    assertThat(all.get(1).score()).isNotNull();
    assertThat(all.get(1).verdict95()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(all.get(1).isParted()).isFalse();
  }
}
