package org.trustbench.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.framework.Measure;

class RatingDecisionTest {
  private final RatingDecision decision = new RatingDecision(RatedSchools.read());

  private String rated(double teaching, double safety) {
    return Arrays.stream(decision.places(new double[] {teaching, safety}))
        .mapToObj(
            place ->
                place == RatingDecision.NONE ? "none" : decision.rules().scale().get(place).id())
        .collect(Collectors.joining(" "));
  }

  @Test
  void the_rules_ask_for_each_measure_once() {
    assertThat(decision.measures()).extracting(Measure::id).containsExactly("theme-A", "theme-B");
  }

  @ParameterizedTest
  @CsvSource({
    // teaching, safety: the bands' ends belong to the better rating
    "58,   75,  good good good good good",
    "57.9, 75,  fair good fair good good",
    "40,   74,  fair poor poor fair poor",
    "39.9, 0,   poor poor poor poor poor",
    // two points are good, but safety is poor
    "90,   10,  good poor poor fair fair",
    // whatever rests on a score that there is none of has no rating
    "NaN,  90,  none good none none none",
    "90,   NaN, good none none none none",
  })
  void rules_follow_one_another(double teaching, double safety, String ratings) {
    assertThat(rated(teaching, safety)).isEqualTo(ratings);
  }

  @Test
  void a_score_of_whole_numbers_meets_its_band() {
    // 29 of 50 is 58 %, though 100 · (29/50) is less in floating point.
    assertThat(100 * (29 / 50.0)).isLessThan(58);
    assertThat(rated(CaseResampling.percent(29, 50), 80)).startsWith("good");
  }

  @Test
  void reasons_name_scores_parts_and_limits() {
    assertThat(decision.reasons(new double[] {57.996, 10}))
        .containsExactly(
            "Teaching scored 57.99 %, Fair from 40 %",
            "Safety scored 10 %, Poor from 0 %",
            "the worst of Teaching Fair, Safety Poor",
            "points of Teaching Fair, Safety Poor: 1, Fair from 1",
            "points of Teaching Fair, Safety Poor: 1, Poor from 0; Safety is Poor, so at most"
                + " Fair");
  }

  @Test
  void reasons_name_what_is_lacking() {
    assertThat(decision.reasons(new double[] {Double.NaN, 80}))
        .contains("Teaching has no score", "no rating of Teaching");
    assertThat(decision.reasons(new double[] {80, Double.NaN}).get(4))
        .isEqualTo("no rating of Safety; Safety has no rating to limit it by");
  }
}
