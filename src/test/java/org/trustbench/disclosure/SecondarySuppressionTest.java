package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** What is withheld beside figures on few cases, or all alike: measures, then pathways. */
class SecondarySuppressionTest {
  private static final Codebook ONE_PATHWAY = TinyFramework.codebook();

  /** The pathway way goes through all lessons' questions, the pathway again through safe alone. */
  private static final Codebook TWO_PATHWAYS =
      withPathway("{ \"attribute\": \"stage\", \"in\": [\"late\"] }", "\"safe\"");

  private static final Codebook ONE_OF_EARLY_LESSONS =
      withPathway("{ \"attribute\": \"stage\", \"in\": [\"early\"] }", "\"safe\", \"pace\"");

  private static Codebook withPathway(String when, String questions) {
    String again =
        """
        "pathways": [{ "id": "again", "label": "Again", "when": %s, "steps": [
          { "label": "Safe", "questions": [%s] }] },"""
            .formatted(when, questions);
    return new Codebook(TinyFramework.read(json -> json.replace("\"pathways\": [", again)));
  }

  private static String withheld(Codebook form, String table, boolean isSecondary) {
    InspectionTallies one = Judged.inspection(form, "HILL", table);
    SuppressionPattern pattern =
        Suppression.of(form.framework(), List.of(one), DisclosureRules.STANDARD, isSecondary);
    return new TreeSet<>(pattern.measures().get("HILL-2014"))
        + " "
        + new TreeSet<>(pattern.pathways().get("HILL-2014"));
  }

  private static void assertWithheld(Codebook form, String table, String first, String then) {
    assertThat(withheld(form, table, false)).isEqualTo(first);
    assertThat(withheld(form, table, true)).isEqualTo(then);
  }

  @Test
  void a_pathway_that_tells_of_a_figure_is_withheld_and_no_measure_where_that_hides_it() {
    assertWithheld(
        ONE_PATHWAY,
        """
        plan   14/20  20/30
        pace   14/20  20/30
        marked 14/20  20/30
        safe   20/20  20/30
        """,
        "[safe-late] []",
        "[safe-late] [way]");
  }

  @Test
  void a_pathway_that_is_not_what_tells_of_a_figure_is_shown_again() {
    // A section less a question is the pace, with or without the pathway.
    assertWithheld(
        ONE_PATHWAY,
        """
        plan   18/20  27/30
        pace    8/8    0/0
        marked 10/20  27/30
        safe   14/20  21/30
        """,
        "[question-pace] []",
        "[question-marked, question-pace, question-plan, section-A1, section-A2] []");
  }

  @Test
  void of_two_pathways_the_one_that_tells_is_withheld() {
    assertWithheld(
        TWO_PATHWAYS,
        """
        plan   14/20  6/12
        pace   18/20 10/12
        marked 10/20  8/12
        safe   16/18  0/4
        """,
        "[] []",
        "[safe-late] [again]");
    assertWithheld(
        ONE_OF_EARLY_LESSONS,
        """
        plan   14/20 10/12
        pace   10/20  6/12
        marked 10/20 10/12
        safe    4/8   4/4
        """,
        "[safe-late] []",
        "[safe-late] [way]");
  }

  @Test
  void every_pathway_that_tells_of_a_figure_is_withheld_one_after_another() {
    assertWithheld(
        ONE_OF_EARLY_LESSONS,
        """
        plan   18/20  8/12
        pace   18/20 10/12
        marked 10/20  6/12
        safe   20/20  8/12
        """,
        "[safe-late] []",
        "[safe-late] [again, way]");
  }

  @Test
  void where_no_measure_is_left_that_tells_of_a_figure_a_pathway_is_withheld() {
    assertWithheld(
        TWO_PATHWAYS,
        """
        plan   18/20 21/30
        pace   18/20 21/30
        marked 10/20 15/30
        safe    0/0   2/4
        """,
        "[question-safe, section-B1, theme-B] [again]",
        "[overall, question-safe, section-B1, theme-B] [again, way]");
  }

  @Test
  void what_nothing_left_would_hide_takes_nothing_with_it() {
    // No plan is recorded, which is said of a question that nothing was assessed of: so no late
    // lesson is left after the first step.
    assertWithheld(
        ONE_OF_EARLY_LESSONS,
        """
        plan    0/0   0/0
        pace   14/20 27/30
        marked 10/20 15/30
        safe   14/20 15/30
        """,
        "[] [way]",
        "[] [way]");
  }

  @Test
  void of_a_question_in_two_sections_both_lose_what_gives_it_back() {
    assertWithheld(
        TWO_PATHWAYS,
        """
        plan    4/5  12/12
        pace   10/20  6/12
        marked 18/20  6/12
        safe   14/20  6/12
        """,
        "[] [way]",
        "[question-marked, question-pace, question-plan, section-A1, section-A2] [way]");
  }
}
