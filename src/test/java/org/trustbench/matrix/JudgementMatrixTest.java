package org.trustbench.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.matrix.JudgementMatrix.CONFLICT;
import static org.trustbench.matrix.JudgementMatrix.EMPTY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trustbench.matrix.JudgementMatrix.Placed;
import org.trustbench.matrix.JudgementMatrix.Repeat;

class JudgementMatrixTest {
  private static final int YES = 0;
  private static final int NO = 1;
  private final JudgementMatrix matrix = new JudgementMatrix(3);

  private int newCase(String id) {
    return matrix.addCase(new CaseRow(id, "case", List.of(), 0, 2));
  }

  @Test
  void a_cell_without_a_judgement_is_empty() {
    assertThat(matrix.answer(newCase("A"), 2)).isEqualTo(EMPTY);
  }

  @Test
  void a_judgement_stands_in_its_cell_with_its_file_and_line() {
    newCase("A");
    int b = newCase("B");

    assertThat(matrix.place(b, 1, NO, 5, 77)).isEqualTo(Placed.FIRST);

    assertThat(matrix.answer(b, 1)).isEqualTo((byte) NO);
    assertThat(matrix.file(b, 1)).isEqualTo(5);
    assertThat(matrix.line(b, 1)).isEqualTo(77);
    assertThat(matrix.answer(b, 0)).isEqualTo(EMPTY);
    assertThat(matrix.answer(matrix.caseNumber("A"), 1)).isEqualTo(EMPTY);
  }

  @Test
  void the_same_answer_again_is_a_repeat_and_the_first_line_stays() {
    int a = newCase("A");
    matrix.place(a, 0, YES, 1, 10);

    assertThat(matrix.place(a, 0, YES, 2, 20)).isEqualTo(Placed.REPEATED);

    assertThat(matrix.answer(a, 0)).isEqualTo((byte) YES);
    assertThat(matrix.line(a, 0)).isEqualTo(10);
    assertThat(matrix.repeats()).containsExactly(new Repeat(a, 0, 2, 20));
  }

  @Test
  void another_answer_makes_the_cell_a_conflict_and_it_stays_one() {
    int a = newCase("A");
    matrix.place(a, 0, YES, 0, 10);

    assertThat(matrix.place(a, 0, NO, 0, 20)).isEqualTo(Placed.CONFLICTING);
    assertThat(matrix.place(a, 0, YES, 0, 30)).isEqualTo(Placed.CONFLICTING);
    assertThat(matrix.place(a, 0, NO, 0, 40)).isEqualTo(Placed.CONFLICTING);

    assertThat(matrix.answer(a, 0)).isEqualTo(CONFLICT);
    assertThat(matrix.repeats()).hasSize(3);
  }

  @Test
  void what_a_cell_comes_to_does_not_depend_on_the_order_of_its_judgements() {
    List<int[]> given = new ArrayList<>();
    for (int[] judgement :
        new int[][] {{0, 0, YES}, {0, 0, YES}, {0, 1, YES}, {0, 1, NO}, {0, 1, YES}, {1, 2, NO}}) {
      given.add(judgement);
    }
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(given, new Random(seed));
      JudgementMatrix shuffled = new JudgementMatrix(3);
      shuffled.addCase(new CaseRow("A", "case", List.of(), 0, 1));
      shuffled.addCase(new CaseRow("B", "case", List.of(), 0, 2));
      given.forEach(one -> shuffled.place(one[0], one[1], one[2], 0, 9));

      assertThat(shuffled.answer(0, 0)).isEqualTo((byte) YES);
      assertThat(shuffled.answer(0, 1)).isEqualTo(CONFLICT);
      assertThat(shuffled.answer(0, 2)).isEqualTo(EMPTY);
      assertThat(shuffled.answer(1, 2)).isEqualTo((byte) NO);
      assertThat(shuffled.repeats()).hasSize(3);
    }
  }

  @Test
  void a_case_set_aside_keeps_its_judgements_to_account_for_them() {
    int a = newCase("A");
    matrix.place(a, 0, YES, 0, 1);
    matrix.reject(a);

    assertThat(matrix.isRejected(a)).isTrue();
    assertThat(matrix.isRejected(newCase("B"))).isFalse();
    assertThat(matrix.answer(a, 0)).isEqualTo((byte) YES);
  }

  @Test
  void thousands_of_cases_keep_their_judgements_as_the_matrix_grows() {
    for (int c = 0; c < 5_000; c++) {
      int number = newCase("C" + c);
      matrix.place(number, c % 3, c % 2, 100, c + 2);
    }
    for (int c = 0; c < 5_000; c++) {
      int number = matrix.caseNumber("C" + c);
      assertThat(matrix.answer(number, c % 3)).isEqualTo((byte) (c % 2));
      assertThat(matrix.answer(number, (c + 1) % 3)).isEqualTo(EMPTY);
      assertThat(matrix.line(number, c % 3)).isEqualTo(c + 2);
      assertThat(matrix.file(number, c % 3)).isEqualTo(100);
    }
  }

  @Test
  void a_case_id_is_one_however_it_is_spelt_and_an_unknown_one_has_no_number() {
    newCase("c1");

    assertThat(matrix.caseNumber("C1")).isZero();
    assertThat(matrix.caseNumber("c1")).isZero();
    assertThat(matrix.caseNumber("c2")).isEqualTo(-1);
  }

  @Test
  void a_judgement_is_by_whoever_is_said_to_have_made_it_in_any_order_of_rows() {
    int a = newCase("A");
    int one = matrix.inspector("Jo ");
    int other = matrix.inspector("Kim");
    matrix.place(a, 0, YES, 0, 2);
    matrix.place(a, 1, YES, 0, 3);
    matrix.judgedBy(a, 0, other);
    matrix.judgedBy(a, 1, one);
    matrix.judgedBy(a, 1, other);
    matrix.judgedBy(a, 1, one);

    assertThat(matrix.judgedBy(a, 0)).isEqualTo(other);
    assertThat(matrix.judgedBy(a, 1)).as("said of two").isEqualTo(JudgementMatrix.NOBODY);
    assertThat(matrix.judgedBy(a, 2)).isEqualTo(JudgementMatrix.NOBODY);
    assertThat(matrix.inspector("Jo")).isEqualTo(one);
  }
}
