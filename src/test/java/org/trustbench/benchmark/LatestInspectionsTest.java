package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;
import org.trustbench.framework.Trust;
import org.trustbench.terms.Terms;

class LatestInspectionsTest {

  @ParameterizedTest
  @CsvSource({
    // published, ended and begun of A-2; the same of A-10; which is the latest
    "2014-03-04, , , 2014-03-05, , , A-10",
    "2014-03-05, , , 2014-03-04, , , A-2",
    "2014-03-04, 2014-02-07, , 2014-03-04, 2014-02-06, , A-2",
    "2014-03-04, 2014-02-06, , , 2014-02-07, , A-10",
    ", 2014-02-07, , , 2014-02-06, , A-2",
    ", , 2014-02-03, , 2014-02-07, 2014-02-04, A-10",
  })
  void the_latest_is_told_by_dates_that_both_have(
      LocalDate published,
      LocalDate ended,
      LocalDate begun,
      LocalDate otherPublished,
      LocalDate otherEnded,
      LocalDate otherBegun,
      String latest) {
    InspectionTallies one = inspected("A-2", "A", begun, ended, published);
    InspectionTallies other = inspected("A-10", "A", otherBegun, otherEnded, otherPublished);
    assertThat(LatestInspections.of(List.of(one, other), Terms.STANDARD))
        .extracting(InspectionTallies::inspectionId)
        .containsExactly(latest);
    assertThat(LatestInspections.of(List.of(other, one), Terms.STANDARD))
        .extracting(InspectionTallies::inspectionId)
        .containsExactly(latest);
  }

  @ParameterizedTest
  @CsvSource({
    ", , , , , ",
    "2014-03-04, , , , , ",
    "2014-03-04, , , , 2016-02-07, ",
    "2014-03-04, , , 2014-03-04, , ",
    "2014-03-04, 2014-02-07, , 2014-03-04, 2014-02-07, ",
  })
  void an_id_is_no_date_and_of_dates_that_do_not_tell_nothing_is_made(
      LocalDate published,
      LocalDate ended,
      LocalDate begun,
      LocalDate otherPublished,
      LocalDate otherEnded,
      LocalDate otherBegun) {
    List<InspectionTallies> both =
        List.of(
            inspected("GCIT-2024", "GCIT", begun, ended, published),
            inspected("GCIT-Z2023", "GCIT", otherBegun, otherEnded, otherPublished));
    assertThatThrownBy(() -> LatestInspections.of(both, Terms.STANDARD))
        .isInstanceOf(PipelineException.class)
        .hasMessageContainingAll("GCIT (GCIT-2024", "GCIT-Z2023", "published_date", "--as-at");
  }

  @Test
  void of_three_inspections_one_must_be_later_than_both_others() {
    InspectionTallies old = inspected("A-1", "A", null, null, LocalDate.of(2012, 1, 1));
    InspectionTallies older = inspected("A-0", "A", null, null, LocalDate.of(2012, 1, 1));
    InspectionTallies recent = inspected("A-2", "A", null, null, LocalDate.of(2014, 1, 1));
    InspectionTallies undated = inspected("A-3", "A", null, null, null);
    assertThat(LatestInspections.of(List.of(old, older, recent), Terms.STANDARD))
        .containsExactly(recent);
    assertThatThrownBy(() -> LatestInspections.of(List.of(old, recent, undated), Terms.STANDARD))
        .hasMessageContaining("A-3 undated");
  }

  @Test
  void trusts_of_one_inspection_need_no_date() {
    InspectionTallies one = inspected("B-1", "B", null, null, null);
    InspectionTallies other = inspected("A-1", "A", null, null, null);
    assertThat(LatestInspections.of(List.of(one, other), Terms.STANDARD))
        .containsExactly(other, one);
  }

  private static InspectionTallies inspected(
      String id, String trust, LocalDate begun, LocalDate ended, LocalDate published) {
    return new InspectionTallies(
        id,
        new Trust(trust, trust, List.of(), Map.of()),
        null,
        begun,
        ended,
        published,
        null,
        null,
        null,
        true,
        Map.of());
  }
}
