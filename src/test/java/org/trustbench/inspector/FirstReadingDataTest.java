package org.trustbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustbench.inspector.InspectorSpread.NotTold;
import org.trustbench.inspector.InspectorSpread.Told;
import org.trustbench.reading.FirstReadings;
import org.trustbench.reading.FirstReadings.CaseReading;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Severity;

/** What the model of severity is fitted to, and how much of it there must be. */
class FirstReadingDataTest {
  private static final JudgedSchools SCHOOLS =
      JudgedSchools.of(5, .6, 12, BenchmarkRule.POOLED_OTHERS, JudgedSchools.IN_TURN);

  /** Lessons of four judgements; every other one is shared by two inspectors, two each. */
  private static List<FirstReadings> shared() {
    List<FirstReadings> all = new ArrayList<>();
    for (FirstReadings one : SCHOOLS.readings()) {
      List<CaseReading> rows = new ArrayList<>();
      for (CaseReading row : one.cases()) {
        int first = Math.min(2, row.sufficient());
        rows.add(new CaseReading(row.inspector(), row.caseNumber(), first, 2));
        if (row.caseNumber() % 3 > 0) {
          int by = (Integer.parseInt(row.inspector().replaceAll("\\D", "")) + 1) % 8;
          rows.add(
              new CaseReading("inspector " + by, row.caseNumber(), row.sufficient() - first, 2));
        }
      }
      all.add(new FirstReadings(one.inspectionId(), 0, rows));
    }
    return all;
  }

  /** The same with rows in the opposite order, cases numbered backwards and others' pseudonyms. */
  private static List<FirstReadings> turned(List<FirstReadings> readings) {
    return readings.stream()
        .map(
            one ->
                new FirstReadings(
                    one.inspectionId(),
                    0,
                    IntStream.range(0, one.cases().size())
                        .mapToObj(i -> one.cases().get(one.cases().size() - 1 - i))
                        .map(
                            row ->
                                new CaseReading(
                                    row.inspector().replace('1', 'z').replace('4', 'a'),
                                    100 - row.caseNumber(),
                                    row.sufficient(),
                                    row.assessed()))
                        .toList()))
        .toList();
  }

  private static double deviance(List<FirstReadings> readings) {
    return Severity.of(FirstReadingData.of(readings).data()).orElseThrow().deviance();
  }

  @Test
  void a_case_of_two_inspectors_is_the_same_case_in_whatever_order_its_rows_come() {
    assertThat(deviance(turned(shared()))).isEqualTo(deviance(shared()));
  }

  /**
   * Who judged all lessons of a programme in turn, one inspection and institution after another.
   */
  private static List<FirstReadings> inTurn(int inspectors, int lessonsOfEach) {
    List<FirstReadings> all = new ArrayList<>();
    for (String school : List.of("A", "B", "C")) {
      all.add(
          new FirstReadings(
              school,
              0,
              IntStream.range(0, lessonsOfEach)
                  .mapToObj(c -> new CaseReading("i" + c % inspectors, c, c * 7 % 5 > 1 ? 2 : 1, 3))
                  .toList()));
    }
    return all;
  }

  private static InspectorSpread.Finding finding(List<FirstReadings> readings) {
    return InspectorSpread.of(JudgedSchools.OVERALL, readings, FirstReadingData.of(readings).data())
        .finding();
  }

  @Test
  void five_inspectors_of_schools_joined_by_them_are_enough() {
    assertThat(finding(inTurn(5, 20))).isInstanceOf(Told.class);
    assertThat(finding(inTurn(4, 20))).isEqualTo(NotTold.FEW_INSPECTORS);
  }

  @Test
  void of_more_than_20_000_cases_no_model_is_fitted() {
    assertThat(finding(inTurn(5, 6_667))).isEqualTo(NotTold.TOO_MANY_CASES);
  }
}
