package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** What is withheld of one inspection. */
class SuppressionTest {
  private static final Framework FRAMEWORK = TinyFramework.read();

  private static Set<String> withheld(String table, boolean isSecondary) {
    InspectionTallies inspection = Judged.inspection("HILL", table);
    return new TreeSet<>(
        Suppression.of(FRAMEWORK, List.of(inspection), DisclosureRules.STANDARD, isSecondary)
            .measures()
            .get("HILL-2014"));
  }

  private static boolean isWayWithheld(String table) {
    InspectionTallies inspection = Judged.inspection("HILL", table);
    return Suppression.of(FRAMEWORK, List.of(inspection), DisclosureRules.STANDARD, true)
        .isPathwayWithheld("HILL-2014", "way");
  }

  @Test
  void nothing_is_withheld_where_every_base_is_large() {
    assertThat(
            withheld(
                """
                plan   12/20  20/30
                pace   12/20  20/30
                marked 12/20  20/30
                safe   12/20  20/30
                talk    8/12   0/0
                """,
                true))
        .isEmpty();
  }

  @Test
  void a_base_of_nine_cases_is_withheld_and_one_of_ten_is_not() {
    String table =
        """
        plan   12/20  20/30
        pace   12/20  20/30
        marked 12/20  20/30
        safe   6/%s  20/30
        """;
    assertThat(withheld(table.formatted("9"), false)).containsExactly("safe-late");
    assertThat(withheld(table.formatted("10"), false)).isEmpty();
  }

  @Test
  void a_question_that_nobody_was_asked_is_not_withheld() {
    assertThat(
            withheld(
                """
                plan   12/20  20/30
                pace   12/20  20/30
                marked 12/20  20/30
                safe    0/0    0/0
                """,
                true))
        .isEmpty();
  }

  @Test
  void a_small_question_takes_others_of_its_section_with_it_until_nothing_gives_it_back() {
    String table =
        """
        plan    3/7    0/0
        pace   12/20  20/30
        marked 12/20  20/30
        safe   12/20  20/30
        """;
    assertThat(withheld(table, false)).containsExactly("question-plan");
    // Section A1 less pace is plan; A2 less marked is pace; of A1 alone neither is known.
    assertThat(withheld(table, true))
        .containsExactly("question-pace", "question-plan", "section-A2");
  }

  @Test
  void cases_between_two_measures_of_one_question_are_no_base_to_be_found_either() {
    // safe-late is on 20 cases and the question on 26: the six early ones would follow.
    String table =
        """
        plan   12/20  20/30
        pace   12/20  20/30
        marked 12/20  20/30
        safe   12/20   2/6
        """;
    assertThat(withheld(table, false)).isEmpty();
    // Section and theme hold this one question too, so the late ones alone are missed least.
    assertThat(withheld(table, true)).containsExactly("safe-late");
  }

  @Test
  void a_cell_whose_company_is_all_sufficient_is_not_taken_to_be_hidden() {
    Set<String> withheld =
        withheld(
            """
            plan    7/7    0/0
            pace   20/20  30/30
            marked 12/20  20/30
            safe   12/20  20/30
            """,
            true);
    // plan and pace together have no insufficient judgement, so their section would tell of both.
    assertThat(withheld).contains("question-plan", "section-A1");
  }

  @Test
  void a_pathway_is_withheld_with_few_cases_at_its_start_or_a_step_that_tells_of_a_small_base() {
    String table =
        """
        plan   %1$s  20/30
        pace   %1$s  20/30
        marked %1$s  20/30
        safe   %2$s  20/30
        """;
    assertThat(isWayWithheld(table.formatted("5/9", "5/9"))).isTrue();
    assertThat(isWayWithheld(table.formatted("14/20", "14/20"))).isFalse();
    // Of twenty cases that start five come to the second step.
    assertThat(isWayWithheld(table.formatted("5/20", "5/20"))).isTrue();
  }

  @Test
  void a_figure_whose_judgements_are_all_alike_is_withheld_and_not_to_be_had_by_subtraction() {
    String table =
        """
        plan   12/20  20/30
        pace   12/20  20/30
        marked 12/20  20/30
        safe   %s  15/30
        """;
    assertThat(withheld(table.formatted("0/20"), false)).containsExactly("safe-late");
    assertThat(withheld(table.formatted("20/20"), false)).containsExactly("safe-late");
    assertThat(withheld(table.formatted("19/20"), true)).isEmpty();
    // The early ones, of which there is no measure, are all sufficient.
    assertThat(withheld(table.formatted("12/20").replace("15/30", "30/30"), true))
        .contains("safe-late");
  }

  @Test
  void a_figure_of_one_case_is_shown_where_single_judgements_are_public() {
    InspectionTallies one = Judged.inspection("HILL", "plan 1/1 0/0");
    SuppressionPattern withheld =
        Suppression.of(FRAMEWORK, List.of(one), new DisclosureRules(1, 1), true);
    assertThat(withheld.measures().get("HILL-2014")).isEmpty();
    assertThat(withheld.pathways().get("HILL-2014")).isEmpty();
  }

  @Test
  void a_pathway_is_withheld_where_a_question_of_its_steps_is_shown_on_a_few_cases_more() {
    String table =
        """
        plan   12/20  %1$s
        pace   12/20  %1$s
        marked 12/20  %1$s
        safe   12/20  %1$s
        """;
    // The pathway is of the 20 late cases, the questions are of six more.
    assertThat(isWayWithheld(table.formatted("5/6"))).isTrue();
    assertThat(isWayWithheld(table.formatted("20/30"))).isFalse();
    assertThat(isWayWithheld(table.formatted("0/0"))).isFalse();
  }

  @Test
  void interviews_are_protected_as_cases_are() {
    assertThat(
            withheld(
                """
                plan   12/20  20/30
                pace   12/20  20/30
                marked 12/20  20/30
                safe   12/20  20/30
                talk    4/6    0/0
                """,
                true))
        .containsExactly("question-talk", "section-A4");
  }
}
