package org.trustbench.jobs.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;
import org.trustbench.lake.table.SuppressedTable.Row;

/** Which public releases may follow which. */
class EarlierReleasesTest {
  private static final Row FIRST = row("counts", "measures", 10, "first", "plan pace");

  private static Row row(
      String counts, String measures, int below, String release, String withheld) {
    return new Row("HILL-2014", counts, measures, below, release, withheld.replace(' ', '\n'));
  }

  @Test
  void the_first_release_of_an_inspection_is_remembered_and_the_same_again_adds_nothing() {
    assertThat(EarlierReleases.with(List.of(), List.of(FIRST))).containsExactly(FIRST);
    Row again = row("counts", "measures", 10, "second", "pace plan");
    assertThat(EarlierReleases.with(List.of(FIRST), List.of(again))).containsExactly(FIRST);
  }

  @Test
  void whatever_withholds_more_may_follow() {
    Row stricter = row("counts", "measures", 20, "second", "plan pace safe");
    assertThat(EarlierReleases.with(List.of(FIRST), List.of(stricter))).containsExactly(FIRST);
  }

  @Test
  void an_inspection_sent_again_is_judged_by_itself_under_the_same_rules() {
    Row changed = row("others", "measures", 10, "second", "safe");
    assertThat(EarlierReleases.with(List.of(FIRST), List.of(changed)))
        .containsExactly(FIRST, changed);
    // What was withheld of the first counts is withheld again when they come back.
    assertThatThrownBy(
            () ->
                EarlierReleases.with(
                    List.of(FIRST, changed), List.of(row("counts", "measures", 10, "third", ""))))
        .isInstanceOf(PipelineException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "counts | measures |  5 | plan      | publish with 10",
        "counts | measures | 20 | plan safe | publish with 10",
        "counts | measures | 10 | plan      | publish with that version",
        "counts | other    | 10 | plan pace | publish with that framework",
        "others | measures |  5 | plan      | publish with 10",
        "others | other    | 10 | plan pace | publish with that framework",
      })
  void what_could_be_subtracted_from_an_earlier_release_is_refused(
      String counts, String measures, int below, String withheld, String advice) {
    Row second = row(counts, measures, below, "second", withheld);
    assertThatThrownBy(() -> EarlierReleases.with(List.of(FIRST), List.of(second)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("release first")
        .hasMessageContaining("HILL-2014")
        .hasMessageContaining(advice);
  }
}
