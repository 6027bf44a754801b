package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.IntegerSystem.Sum;
import org.trustbench.framework.Framework;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/**
 * What a reader knows of visits to a school, written as sums: cases {@code C}, sufficient {@code
 * S}, insufficient {@code I} and not recorded {@code N} of the pieces 0 and 1 (plan, in early and
 * in late lessons), 2 and 3 (pace), 4 and 5 (marked), 6 and 7 (safe) and 8 (talk); {@code L0} to
 * {@code L3} the late lessons left of the pathway.
 */
class IntruderKnowledgeTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final DisjointCells CELLS = DisjointCells.of(FRAMEWORK);
  private static final int PATHWAY = 4 * CELLS.size();

  private static InspectionSuppression shown(String table) {
    return new InspectionSuppression(
        FRAMEWORK, DisclosureRules.STANDARD, Judged.inspection("HILL", table));
  }

  private static String text(IntegerSystem system) {
    return system.sums().stream()
        .map(IntruderKnowledgeTest::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Sum sum) {
    StringBuilder text = new StringBuilder();
    text.append(sum.least() == -IntegerSystem.ANY ? "" : sum.least() + " <= ");
    for (int i = 0; i < sum.variables().length; i++) {
      text.append(sum.signs()[i] < 0 ? " - " : i == 0 ? "" : " + ");
      text.append(name(sum.variables()[i]));
    }
    return text.append(sum.most() == IntegerSystem.ANY ? "" : " <= " + sum.most()).toString();
  }

  private static String name(int variable) {
    return variable < PATHWAY
        ? "CSIN".charAt(variable % 4) + "" + variable / 4
        : "L" + (variable - PATHWAY);
  }

  @Test
  void whatever_is_shown_a_case_has_one_judgement_and_is_left_unless_it_failed() {
    InspectionSuppression nothing = shown("plan 12/20 20/30");
    nothing.withholdAll();
    assertThat(text(nothing.known(CELLS)))
        .contains(
            """
            I1 + N1 + L1 - L0 <= 0
            L0 - I1 - N1 - L1 <= 0
            L0 - I1 - N1 - L1 <= 0
            L1 - L0 <= 0
            I1 + N1 + L2 - L0 <= 0
            I3 + N3 + L2 - L0 <= 0
            I5 + N5 + L2 - L0 <= 0
            L1 - I3 - N3 - I5 - N5 - L2 <= 0
            L0 - I1 - N1 - I3 - N3 - I5 - N5 - L2 <= 0
            L2 - L1 <= 0
            I1 + N1 + L3 - L0 <= 0
            I3 + N3 + L3 - L0 <= 0
            I5 + N5 + L3 - L0 <= 0
            I7 + N7 + L3 - L0 <= 0
            L2 - I7 - N7 - L3 <= 0
            L0 - I1 - N1 - I3 - N3 - I5 - N5 - I7 - N7 - L3 <= 0
            L3 - L2 <= 0
            S0 + I0 + N0 - C0 <= 0
            S1 + I1 + N1 - C1 <= 0
            """);
  }

  /** 50 lessons, of which 20 are late and start; of pace 47 are judged. */
  @Test
  void of_what_is_shown_the_cases_of_each_question_and_each_outcome_are_known() {
    String known = text(shown("plan 12/20 20/30\npace 11/19 21/28").known(CELLS));
    assertThat(known)
        .startsWith(
            """
            50 <= C0 + C1 <= 50
            20 <= C1 <= 20
            50 <= C2 + C3 <= 50
            20 <= C3 <= 20
            50 <= C4 + C5 <= 50
            20 <= C5 <= 20
            50 <= C6 + C7 <= 50
            20 <= C7 <= 20
            0 <= C8 <= 0
            20 <= L0 <= 20
            """)
        // Section A1: of each question no more than have one of both judged.
        .contains(
            """
            0 <= S0 + I0 + S1 + I1 <= 50
            0 <= S2 + I2 + S3 + I3 <= 50
            64 <= S0 + S1 + S2 + S3 <= 64
            33 <= I0 + I1 + I2 + I3 <= 33
            0 <= N0 + N1 + N2 + N3 <= 0
            0 <= S2 + I2 + S3 + I3 <= 47
            0 <= S4 + I4 + S5 + I5 <= 47
            """)
        // A question says how many have it by its outcomes.
        .contains(
            """
            32 <= S0 + S1 <= 32
            18 <= I0 + I1 <= 18
            0 <= N0 + N1 <= 0
            32 <= S2 + S3 <= 32
            """)
        // Of the pathway what starts and what each step leaves.
        .endsWith(
            """
            20 <= L0 <= 20
            12 <= L1 <= 12
            0 <= L2 <= 0
            0 <= L3 <= 0""");
  }

  @Test
  void of_what_is_withheld_it_is_known_that_something_was_judged_and_not_of_how_many_cases() {
    InspectionSuppression few = shown("plan 12/20 20/30\ntalk 3/5 0/0");
    few.withholdPlain();
    assertThat(few.withheld())
        .extracting(one -> one.id())
        .containsExactly("section-A4", "question-talk");
    assertThat(text(few.known(CELLS)))
        .startsWith("50 <= C0 + C1 <= 50\n")
        .contains("\n0 <= C8\n", "\n1 <= S8 + I8\n")
        .doesNotContain("= S8 <=", "L1 <= 1");
    assertThat(text(few.everything(CELLS)))
        .contains("\n5 <= C8 <= 5\n", "\n3 <= S8 <= 3\n2 <= I8 <= 2\n", "\n12 <= L1 <= 12\n");
  }

  @Test
  void of_a_measure_of_some_cases_alone_how_many_they_are_is_not_told_by_their_number() {
    // Nine late lessons, in which safety was judged and which the pathway starts with.
    InspectionSuppression late = shown("plan 6/9 20/30\nsafe 6/9 20/30");
    late.withholdPlain();
    assertThat(late.withheld()).extracting(one -> one.id()).containsExactly("safe-late");
    assertThat(text(late.known(CELLS)))
        .startsWith("39 <= C0 + C1 <= 39\n0 <= C1 <= 39\n")
        .contains("\n0 <= L0 <= 39\n");
  }
}
