package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.stats.Normal.Z95;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionTest {
  @Test
  void nothing_assessed_is_no_proportion() {
    assertThat(Proportion.of(Sums.NONE, 1)).isEmpty();
    assertThatThrownBy(() -> new Proportion(Double.NaN, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Proportion(.5, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void its_standard_error_is_the_clustered_one() {
    Sums sums = Cases.of("3/4 4/4 1/4 2/3 5/5 0/2 4/4 3/4 2/4 4/4");
    double deff = DesignEffect.own(sums).orElseThrow();
    assertThat(Proportion.of(sums, deff).orElseThrow().standardError())
        .isCloseTo(Math.sqrt(DesignEffect.variance(sums).orElseThrow()), within(1e-15));
  }

  @Test
  void a_score_of_all_or_none_still_has_a_standard_error() {
    double shrunk = 12.0 / 14;
    double expected = Math.sqrt(shrunk * (1 - shrunk) / 14);
    assertThat(new Proportion(1, 10).standardError()).isCloseTo(expected, within(1e-15));
    assertThat(new Proportion(0, 10).standardError()).isCloseTo(expected, within(1e-15));
  }

  @Test
  void half_the_caseload_halves_the_variance() {
    Proportion score = new Proportion(.7, 60);
    assertThat(score.variance()).isCloseTo(.7 * .3 / 60, within(1e-15));
    assertThat(FinitePopulation.corrected(score, .5).variance())
        .isCloseTo(.7 * .3 / 120, within(1e-15));
  }

  @Test
  void the_whole_caseload_leaves_a_point() {
    Proportion score = new Proportion(.7, 60);
    assertThat(FinitePopulation.corrected(score, 1).interval(Z95)).isEqualTo(new Interval(.7, .7));
    assertThat(FinitePopulation.corrected(score, 1.2).interval(Z95))
        .isEqualTo(new Interval(.7, .7));
    assertThat(FinitePopulation.corrected(score, 1).standardError()).isEqualTo(0);
  }

  @Test
  void an_unknown_or_empty_share_of_the_caseload_corrects_nothing() {
    Proportion score = new Proportion(.7, 60);
    assertThat(FinitePopulation.corrected(score, 0)).isEqualTo(score);
    assertThat(FinitePopulation.corrected(score, Double.NaN)).isEqualTo(score);
  }

  @Test
  void the_mean_of_questions_weighs_every_question_alike_and_passes_over_the_empty() {
    assertThat(Score.meanOfQuestions(List.of(Cases.single(1, 2), Cases.single(9, 9), Sums.NONE)))
        .hasValue(.75);
    assertThat(Score.meanOfQuestions(List.of(Sums.NONE))).isEmpty();
    assertThat(Score.pooled(Sums.NONE)).isEmpty();
  }
}
