package org.trustbench.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.matrix.SubmissionDifferences.OfAttribute;

/**
 * Two matrices of three questions: a case is its id and an answer each, a dot where there is none.
 */
class SubmissionDifferencesTest {
  private static JudgementMatrix matrix(String text) {
    JudgementMatrix matrix = new JudgementMatrix(3);
    for (String one : text == null ? new String[0] : text.split(" ", -1)) {
      int number = matrix.addCase(new CaseRow(one.substring(0, 1), "lesson", List.of(), 0, 1));
      for (int q = 0; q < 3; q++) {
        if (one.charAt(1 + q) != '.') {
          matrix.place(number, q, one.charAt(1 + q) - '0', 0, 1);
        }
      }
    }
    return matrix;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A01. B1.. | A01. B1.. | 3 | 2 | 2 | 0
          A01. B1.. | B1.. A01. | 3 | 2 | 2 | 0
          A01. B1.. | A11. B1.. | 3 | 2 | 2 | 1
          A01. B1.. | A0.1 B1.. | 3 | 2 | 2 | 2
          A01. B1.. | A01.      | 3 | 2 | 1 | 1
          A01.      | A01. B111 | 2 | 1 | 2 | 3
          A01.      | B01.      | 2 | 1 | 1 | 4
          A01.      |           | 2 | 1 | 0 | 2
          """)
  void judgements_that_differ_are_counted_by_case_and_question(
      String before, String after, long judgements, long cases, long casesAfter, long differing) {
    assertThat(SubmissionDifferences.between(matrix(before), matrix(after)))
        .isEqualTo(
            new SubmissionDifferences(judgements, cases, casesAfter, differing, 0, List.of()));
  }

  private static JudgementMatrix cases(CaseRow... rows) {
    JudgementMatrix matrix = new JudgementMatrix(1);
    List.of(rows).forEach(matrix::addCase);
    return matrix;
  }

  private static CaseRow row(String id, String evidence, String... attributes) {
    return new CaseRow(id, evidence, Arrays.asList(attributes), 0, 1);
  }

  @Test
  void attributes_and_evidence_are_compared_in_the_cases_of_both() {
    SubmissionDifferences differences =
        SubmissionDifferences.between(
            cases(
                row("A", "lesson", "early", null),
                row("B", "interview", "late", "low"),
                row("C", "lesson", "late", "low")),
            cases(
                row("D", "lesson", "late", "high"),
                row("B", "lesson", null, "high"),
                row("A", "lesson", "early", "low")));

    assertThat(differences.evidenceDiffering()).isEqualTo(1);
    assertThat(differences.attributes())
        .containsExactly(new OfAttribute(2, 1, 1), new OfAttribute(1, 0, 2));
  }
}
