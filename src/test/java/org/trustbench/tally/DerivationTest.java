package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.TinyFramework;

/** Which cells of a matrix a measure was counted from. */
class DerivationTest {
  private final Codebook codebook = TinyFramework.codebook();
  private final JudgementMatrix matrix =
      new JudgementMatrix(codebook.framework().questions().size());

  private int lesson(String stage, String... answers) {
    int number =
        matrix.addCase(
            new CaseRow(
                "C" + matrix.cases().size(), "lesson", Arrays.asList(stage, "low", null), 0, 1));
    for (int i = 0; i < answers.length; i += 2) {
      matrix.place(number, codebook.question(answers[i]), codebook.answer(answers[i + 1]), 0, 1);
    }
    return number;
  }

  private Derivation derived(String measure) {
    Measure one = codebook.framework().measure(measure);
    return Derivation.of(codebook, one, matrix);
  }

  @Test
  void every_question_of_every_case_in_scope_is_a_cell_with_its_outcome() {
    lesson("late", "plan", "yes", "pace", "no");
    lesson("early", "plan", "na");
    assertThat(derived("section-A1").judged())
        .extracting(
            one ->
                one.caseNumber()
                    + " "
                    + codebook.framework().questions().get(one.question()).id()
                    + " "
                    + one.outcome())
        .containsExactly(
            "0 plan SUFFICIENT",
            "0 pace INSUFFICIENT",
            "1 plan NOT_APPLICABLE",
            "1 pace NOT_RECORDED");
  }

  @Test
  void cases_that_were_rejected_or_are_not_in_scope_have_no_cell() {
    lesson("early", "safe", "1");
    lesson("late", "safe", "4");
    matrix.reject(lesson("late", "safe", "1"));
    assertThat(derived("safe-late").judged())
        .extracting(Derivation.Judged::caseNumber)
        .containsExactly(1);
    assertThat(derived("question-talk").judged()).isEmpty();
  }

  @Test
  void each_question_has_its_counts_in_the_order_of_the_measure() {
    lesson("late", "plan", "yes", "pace", "no");
    lesson("late", "plan", "yes", "pace", "na");
    lesson("late", "plan", "no", "pace", "no");
    lesson("late", "pace", "yes");
    assertThat(derived("section-A1").byQuestion(codebook))
        .containsExactly(
            new Derivation.QuestionCounts("plan", 2, 3, 0, 1),
            new Derivation.QuestionCounts("pace", 1, 3, 1, 0));
  }
}
