package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.stats.Interval;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Counts;

class GradeShareTest {
  private static final Framework FRAMEWORK =
      TinyFramework.read(
          json ->
              json.replace(
                  "\"measures\": [",
                  """
                  "scales": [{ "id": "s", "grades": ["1", "2", "3", "4"], "interval": true,
                    "questions": ["safe"] }],
                  "measures": [\
                  """));

  /** Of 20 pupils 4 are graded 1, 8 graded 2, 3 graded 3 and 5 graded 4. */
  private static Results results() {
    Map<String, Map<String, Counts>> counts = new TreeMap<>();
    counts.put("question-safe-at-least-1", ofSingle(4));
    counts.put("question-safe", ofSingle(12));
    counts.put("question-safe-at-least-3", ofSingle(15));
    counts.put(
        "question-safe-mean-grade", Map.of("all", new Counts(21, 20, 29, 20, 0, 1, 65, 29, 20)));
    InspectionTallies inspection =
        new InspectionTallies(
            "HILL-1",
            FRAMEWORK.trusts().get(0),
            "1",
            LocalDate.of(2014, 1, 1),
            LocalDate.of(2014, 1, 31),
            null,
            null,
            null,
            21L,
            true,
            counts);
    return Benchmark.of(FRAMEWORK, new AnalysisRules("pooled", 10), List.of(inspection));
  }

  private static Map<String, Counts> ofSingle(long y) {
    return Map.of("all", new Counts(21, 20, y, 20, 0, 1, y, y, 20));
  }

  @Test
  void grades_are_the_differences_of_the_cuts() {
    List<GradeShare> shares =
        GradeShare.of(results()).stream()
            .filter(one -> one.distribution().measureId().equals("question-safe"))
            .toList();
    assertThat(shares).extracting(GradeShare::count).containsExactly(4L, 8L, 3L, 5L);
    assertThat(shares).extracting(GradeShare::share).containsExactly(.2, .4, .15, .25);
    assertThat(shares).extracting(GradeShare::atLeast).containsExactly(.2, .6, .75, 1.0);
    assertThat(shares)
        .extracting(GradeShare::isSufficient)
        .containsExactly(true, true, false, false);
  }

  /**
   * In R, Wilson's interval of y of 20 at qnorm(1 - .05 / 8), and at qnorm((1 + .95^(1/3)) / 2).
   */
  @Test
  void intervals_hold_for_all_four_grades_and_for_all_three_cuts_at_once() {
    List<GradeShare> shares =
        GradeShare.of(results()).stream()
            .filter(one -> one.distribution().measureId().equals("question-safe"))
            .toList();
    assertInterval(shares.get(0).interval95(), .06365166588, .47900568596);
    assertInterval(shares.get(1).interval95(), .183717379134, .663835071479);
    assertInterval(shares.get(0).atLeast95(), .0667453709477, .466352035264);
    assertInterval(shares.get(1).atLeast95(), .346017522643, .809616675286);
    assertInterval(shares.get(2).atLeast95(), .483193637393, .905891857431);
    assertThat(shares.get(3).atLeast95()).isNull();
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void a_mean_grade_is_in_points_of_the_scale() {
    assertThat(MeanGrade.of(results()))
        .singleElement()
        .satisfies(
            mean -> {
              assertThat(mean.mean()).isEqualTo((4 + 2 * 8 + 3 * 3 + 4 * 5) / 20.0);
              assertThat(mean.interval95().low()).isLessThan(mean.mean());
            });
  }
}
