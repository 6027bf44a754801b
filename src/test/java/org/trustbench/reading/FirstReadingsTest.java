package org.trustbench.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.reading.FirstReadings.CaseReading;
import org.trustbench.support.TinyFramework;

/** Who judged how many judgements of a case, and how many of them were sufficient. */
class FirstReadingsTest {
  private static final Codebook CODEBOOK = TinyFramework.codebook();

  private static void place(JudgementMatrix matrix, int number, String judgement) {
    String[] cells = judgement.split(" ", -1);
    int question = CODEBOOK.question(cells[0]);
    matrix.place(number, question, CODEBOOK.answer(cells[1]), 0, 1);
    if (!cells[2].equals("-")) {
      matrix.judgedBy(number, question, matrix.inspector(cells[2]));
    }
  }

  private static JudgementMatrix matrix(String... judgementsOfCases) {
    JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
    for (String judgements : judgementsOfCases) {
      String id = "L" + matrix.cases().size();
      int number = matrix.addCase(new CaseRow(id, "lesson", List.of("early", "low", ""), 0, 1));
      Arrays.stream(judgements.split(", ", -1)).forEach(one -> place(matrix, number, one));
    }
    return matrix;
  }

  @Test
  void a_case_has_a_row_for_each_inspector_of_what_was_assessed() {
    FirstReadings readings =
        FirstReadings.of(
            CODEBOOK,
            "overall",
            "HILL-2014",
            matrix(
                "plan yes ann, pace no ann, marked yes bob, safe 4 -",
                "plan na ann, pace nr bob, safe 2 bob"));

    assertThat(readings.cases())
        .containsExactly(
            new CaseReading("ann", 0, 1, 2),
            new CaseReading("bob", 0, 1, 1),
            new CaseReading("bob", 1, 1, 1));
    assertThat(readings.ofUnknown()).isEqualTo(1);
    assertThat(readings.ofKnown()).isEqualTo(4);
  }

  @Test
  void second_readings_cases_set_aside_and_other_evidence_are_no_part() {
    JudgementMatrix matrix = matrix("plan yes ann", "plan yes ann");
    int interview =
        matrix.addCase(new CaseRow("I1", "interview", List.of("early", "low", ""), 0, 1));
    place(matrix, interview, "talk yes ann");
    place(matrix.of(Reading.SECOND), 0, "plan no bob");
    matrix.reject(1);

    assertThat(FirstReadings.of(CODEBOOK, "overall", "HILL-2014", matrix).cases())
        .containsExactly(new CaseReading("ann", 0, 1, 1));
  }
}
