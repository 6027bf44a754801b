package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** Which measure less which others tells of few cases, or of cases all alike. */
class NestedDifferencesTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final DisjointCells CELLS = DisjointCells.of(FRAMEWORK);

  private static String telling(String table) {
    InspectionSuppression shown =
        new InspectionSuppression(
            FRAMEWORK, DisclosureRules.STANDARD, Judged.inspection("HILL", table));
    shown.withholdPlain();
    List<List<Measure>> telling =
        new NestedDifferences(DisclosureRules.STANDARD, CELLS, shown)
            .telling(CELLS.assessed(IntegerBounds.of(shown.known(CELLS)).orElseThrow()));
    return telling.stream()
        .map(some -> some.stream().map(Measure::id).collect(Collectors.joining(" less ")))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void nothing_is_told_where_all_differences_are_on_many_cases_of_both_outcomes() {
    assertThat(
            telling(
                """
                plan   12/20 20/30
                pace   12/20 20/30
                marked 12/20 20/30
                safe   12/20 20/30
                """))
        .isEmpty();
  }

  /** By each alone, by all of a kind, and by all: the more often, the sooner it is withheld. */
  @Test
  void a_measure_less_one_within_it_tells_of_few_cases_or_of_cases_all_alike() {
    for (String early : List.of("2/6", "0/20", "20/20")) {
      assertThat(
              telling(
                  """
                  plan   12/20 20/30
                  pace   12/20 20/30
                  marked 12/20 20/30
                  safe   12/20 %s
                  """
                      .formatted(early)))
          .isEqualTo(
              """
              question-safe less safe-late
              question-safe less safe-late
              section-B1 less safe-late
              section-B1 less safe-late
              theme-B less safe-late
              theme-B less safe-late""");
    }
  }

  /** Sections A1 and A2 have the pace in common, so that only one of them is taken from a theme. */
  @Test
  void of_measures_that_have_something_in_common_one_is_subtracted_the_largest_first() {
    assertThat(
            telling(
                """
                plan   12/20 20/30
                pace   12/20 20/30
                marked  3/7   0/0
                safe   12/20 20/30
                """))
        .isEqualTo(
            """
            overall less section-A1 less section-B1
            overall less question-pace less question-plan less question-safe
            theme-A less section-A1
            theme-A less section-A1
            theme-A less question-pace less question-plan
            theme-A less section-A1
            section-A2 less question-pace
            section-A2 less question-pace
            section-A2 less question-pace""");
  }
}
