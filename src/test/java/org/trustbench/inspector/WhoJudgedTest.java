package org.trustbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.inspector.InspectorSpread.NotTold;
import org.trustbench.reading.MeasurePairs;
import org.trustbench.reading.PairedReadings;
import org.trustbench.reading.SecondReadingCounts;
import org.trustbench.stats.ReadingPairs;
import org.trustbench.support.TinyFramework;

/** How far readings agree over a programme, and when that is not told. */
class WhoJudgedTest {
  private static final Framework FRAMEWORK = TinyFramework.read();

  /** Cases of four judgements, three of them alike, by some inspectors. */
  private static PairedReadings inspection(String measure, int cases, String... inspectors) {
    ReadingPairs pairs = ReadingPairs.none(2);
    for (int c = 0; c < cases; c++) {
      pairs = pairs.plusCase(new long[][] {{2, 1}, {0, 1}});
    }
    return new PairedReadings(
        new SecondReadingCounts(4L * cases, 0, 0, 0, 0, 0, 0),
        List.of(new MeasurePairs(measure, pairs, new TreeSet<>(List.of(inspectors)))));
  }

  @Test
  void inspections_add_up_and_an_inspector_of_several_is_one() {
    WhoJudged judged =
        WhoJudged.ofPairs(
            FRAMEWORK,
            List.of(
                inspection("overall", 2, "a", "b", "c"), inspection("overall", 3, "c", "d", "e")));

    MeasureAgreement overall = judged.overall().orElseThrow();
    assertThat(overall.inspectors()).isEqualTo(5);
    assertThat(overall.cases()).isEqualTo(5);
    assertThat(overall.judgements()).isEqualTo(20);
    assertThat(overall.agreement().orElseThrow().judgements()).isEqualTo(20);
    assertThat(overall.agreement().orElseThrow().percent().value()).isEqualTo(.75);
    assertThat(judged.secondReadings().compared()).isEqualTo(20);
  }

  @Test
  void of_fewer_than_five_cases_or_five_inspectors_nothing_is_told() {
    List<Boolean> withheld = new ArrayList<>();
    for (PairedReadings paired :
        List.of(
            inspection("overall", 5, "a", "b", "c", "d", "e"),
            inspection("overall", 4, "a", "b", "c", "d", "e"),
            inspection("overall", 5, "a", "b", "c", "d"))) {
      MeasureAgreement overall =
          WhoJudged.ofPairs(FRAMEWORK, List.of(paired)).overall().orElseThrow();
      withheld.add(overall.isWithheld());
      assertThat(overall.count(0, 0) == null).isEqualTo(overall.isWithheld());
    }
    assertThat(withheld).containsExactly(false, true, true);
  }

  @Test
  void measures_come_in_the_order_of_the_framework() {
    assertThat(
            WhoJudged.ofPairs(
                    FRAMEWORK,
                    List.of(
                        inspection("theme-B", 1, "a"),
                        inspection("overall", 1, "a"),
                        inspection("theme-A", 1, "a")))
                .agreements())
        .extracting(one -> one.measure().id())
        .containsExactly("overall", "theme-A", "theme-B");
  }

  @Test
  void where_no_reading_is_known_there_is_nothing_to_tell() {
    assertThat(WhoJudged.ofPairs(FRAMEWORK, List.of()).isEmpty()).isTrue();
    assertThat(WhoJudged.NOT_KNOWN.isEmpty()).isTrue();
  }

  @Test
  void what_was_compared_of_a_theme_alone_is_not_of_all_work() {
    WhoJudged judged = WhoJudged.ofPairs(FRAMEWORK, List.of(inspection("theme-A", 5, "a", "b")));
    assertThat(judged.overall()).isEmpty();
    assertThat(judged.isEmpty()).isFalse();
  }

  @Test
  void of_too_many_cases_it_is_told_that_there_is_no_spread() {
    WhoJudged judged =
        WhoJudged.NOT_KNOWN.with(InspectorSpread.ofTooMany(JudgedSchools.OVERALL, 3, 20_001));
    assertThat(judged.spread().orElseThrow().finding()).isEqualTo(NotTold.TOO_MANY_CASES);
    assertThat(judged.spread().orElseThrow().cases()).isEqualTo(20_001);
    assertThat(judged.verdicts()).isEmpty();
    assertThat(judged.isEmpty()).isFalse();
  }
}
