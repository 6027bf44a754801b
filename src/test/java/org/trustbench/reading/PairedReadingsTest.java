package org.trustbench.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.stats.ReadingPairs;
import org.trustbench.support.TinyFramework;

/** What two readings of the same cases say, beside one another. */
class PairedReadingsTest {
  private static final Codebook CODEBOOK = TinyFramework.codebook();

  /** A line a question of a case: case, question, then answer and inspector of both readings. */
  private static JudgementMatrix matrix(String table) {
    JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
    for (String line : table.strip().lines().toList()) {
      String[] cells = line.strip().split(" +", -1);
      int number = matrix.caseNumber(cells[0]);
      if (number < 0) {
        List<String> attributes = List.of(cells[0].startsWith("L") ? "late" : "early", "low", "");
        number = matrix.addCase(new CaseRow(cells[0], "lesson", attributes, 0, 1));
      }
      place(matrix, number, CODEBOOK.question(cells[1]), cells[2], cells[3]);
      place(matrix.of(Reading.SECOND), number, CODEBOOK.question(cells[1]), cells[4], cells[5]);
    }
    return matrix;
  }

  private static void place(
      JudgementMatrix matrix, int number, int question, String answer, String inspector) {
    if (!answer.equals("-")) {
      matrix.place(number, question, CODEBOOK.answer(answer), 0, 1);
    }
    if (!inspector.equals("-")) {
      matrix.judgedBy(number, question, matrix.inspector(inspector));
    }
  }

  /** A line a measure: cases, counts of yes-yes, yes-no, no-yes and no-no, and inspectors. */
  private static String told(PairedReadings paired) {
    return paired.measures().stream()
        .map(
            one -> {
              ReadingPairs pairs = one.pairs();
              return "%s: %d cases, %d %d %d %d, %d inspectors"
                  .formatted(
                      one.measureId(),
                      pairs.cases(),
                      pairs.count(0, 0),
                      pairs.count(0, 1),
                      pairs.count(1, 0),
                      pairs.count(1, 1),
                      one.readers().size());
            })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void judgements_of_two_inspectors_count_in_every_measure_that_their_question_and_case_are_of() {
    PairedReadings paired =
        PairedReadings.of(
            CODEBOOK,
            matrix(
                """
                E1 plan yes ann no  bob
                E1 pace no  ann no  bob
                L2 safe 2   eve 4   ann
                L2 pace yes eve yes ann
                """));

    assertThat(told(paired))
        .isEqualTo(
            """
            overall: 2 cases, 1 2 0 1, 3 inspectors
            theme-A: 2 cases, 1 1 0 1, 3 inspectors
            theme-B: 1 cases, 0 1 0 0, 2 inspectors
            section-A1: 2 cases, 1 1 0 1, 3 inspectors
            section-A2: 2 cases, 1 0 0 1, 3 inspectors
            section-B1: 1 cases, 0 1 0 0, 2 inspectors
            safe-late: 1 cases, 0 1 0 0, 2 inspectors
            question-plan: 1 cases, 0 1 0 0, 2 inspectors
            question-pace: 2 cases, 1 0 0 1, 3 inspectors
            question-safe: 1 cases, 0 1 0 0, 2 inspectors""");
  }

  @Test
  void what_cannot_be_compared_is_counted_by_its_reason() {
    PairedReadings paired =
        PairedReadings.of(
            CODEBOOK,
            matrix(
                """
                E1 plan   yes ann yes bob
                E1 pace   yes ann na  bob
                E1 marked na  ann na  bob
                E1 safe   1   ann nr  bob
                E2 plan   yes ann yes ann
                E2 pace   yes -   yes bob
                E2 marked yes ann yes -
                E2 safe   -   -   1   bob
                E3 plan   yes ann -   -
                """));

    assertThat(paired.account()).isEqualTo(new SecondReadingCounts(1, 1, 1, 1, 1, 2, 1));
    assertThat(paired.account().sent()).isEqualTo(8);
    assertThat(paired.measures().get(0).pairs().judgements()).isEqualTo(1);
  }

  @Test
  void a_case_that_was_set_aside_is_none() {
    JudgementMatrix matrix = matrix("E1 plan yes ann no bob");
    matrix.reject(0);

    assertThat(PairedReadings.of(CODEBOOK, matrix).account()).isEqualTo(SecondReadingCounts.NONE);
  }

  @Test
  void readings_of_two_inspections_add_up_kind_by_kind() {
    SecondReadingCounts one = new SecondReadingCounts(1, 2, 3, 4, 5, 6, 7);
    SecondReadingCounts other = new SecondReadingCounts(10, 20, 30, 40, 50, 60, 70);
    assertThat(one.plus(other)).isEqualTo(new SecondReadingCounts(11, 22, 33, 44, 55, 66, 77));
    PairedReadings paired = PairedReadings.of(CODEBOOK, matrix("E1 plan yes ann no bob"));
    PairedReadings further = PairedReadings.of(CODEBOOK, matrix("E1 plan yes ann yes eve"));
    MeasurePairs both = paired.measures().get(0).plus(further.measures().get(0));
    assertThat(told(new PairedReadings(one, List.of(both))))
        .isEqualTo("overall: 2 cases, 1 1 0 0, 3 inspectors");
  }
}
