package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Fifteen cases of three strata. By R's survey 4: h, N, y, n as below; w = N/m; svyratio(~y, ~n,
 * svydesign(ids = ~1, strata = ~h, weights = ~w)), and the same with fpc = ~N.
 */
class StratifiedRatioTest {
  private static final List<StratifiedRatio.Stratum> STRATA =
      List.of(
          stratum(12, 6, "3/4 4/4 1/4 0/3 2/2 0/0"),
          stratum(50, 5, "4/5 4/4 3/4 5/5 0/0"),
          stratum(9, 4, "1/3 2/2 0/2 2/4"));

  private static StratifiedRatio.Stratum stratum(long population, long sampled, String cases) {
    return new StratifiedRatio.Stratum(population, sampled, Cases.of(cases));
  }

  @Test
  void ratio_and_linearised_variance_are_those_of_the_survey_package() {
    StratifiedRatio ratio = StratifiedRatio.of(STRATA);
    assertThat(ratio.ratio().orElseThrow()).isCloseTo(.8010471204188482, within(1e-14));
    assertThat(ratio.variance().orElseThrow()).isCloseTo(.003633219551830, within(1e-15));
  }

  @Test
  void a_finite_population_lessens_the_variance_of_each_stratum_as_there() {
    StratifiedRatio ratio = StratifiedRatio.ofFinitePopulation(STRATA);
    assertThat(ratio.ratio().orElseThrow()).isCloseTo(.8010471204188482, within(1e-14));
    assertThat(ratio.variance().orElseThrow()).isCloseTo(.00285467276606467, within(1e-15));
  }

  @Test
  void one_stratum_of_assessed_cases_is_the_clustered_variance() {
    Sums sums = Cases.of("3/4 4/4 1/4 2/3 5/5 0/2 4/4 3/4 2/4 4/4");
    StratifiedRatio ratio =
        StratifiedRatio.of(List.of(new StratifiedRatio.Stratum(1000, 10, sums)));
    assertThat(ratio.ratio().orElseThrow()).isCloseTo(28.0 / 38, within(1e-14));
    assertThat(ratio.variance().orElseThrow())
        .isCloseTo(DesignEffect.variance(sums).orElseThrow(), within(1e-15));
  }

  /**
   * 12 degrees of freedom; by R: .801047 * .198953 / .00363322 / (qt(.975, 12) / qnorm(.975))^2.
   */
  @Test
  void what_it_is_worth_allows_for_few_cases_and_is_no_more_than_the_judgements() {
    Proportion worth = StratifiedRatio.of(STRATA).proportion(1).orElseThrow();
    assertThat(worth.n()).isCloseTo(35.495474, within(1e-6));
    assertThat(StratifiedRatio.of(STRATA).proportion(2).orElseThrow().n()).isEqualTo(23);
  }

  @Test
  void where_all_is_sufficient_each_case_counts_once_less_for_unequal_weights() {
    StratifiedRatio ratio =
        StratifiedRatio.of(List.of(stratum(100, 2, "4/4 4/4"), stratum(20, 20, twenty("4/4"))));
    double t = 2.0859634472658644 / Normal.Z95;
    assertThat(ratio.assessed()).isEqualTo(100 * 4 + 20 * 4);
    // Weights 50 and 1: (2·50 + 20)²/(2·50² + 20) cases.
    assertThat(ratio.proportion(1).orElseThrow().n())
        .isCloseTo(120.0 * 120 / 5020 / (t * t), within(1e-9));
    StratifiedRatio none =
        StratifiedRatio.of(List.of(stratum(100, 2, "0/4 0/4"), stratum(20, 20, twenty("0/4"))));
    assertThat(none.proportion(1).orElseThrow().n())
        .isEqualTo(ratio.proportion(1).orElseThrow().n());
  }

  @Test
  void one_case_of_a_stratum_tells_no_error_unless_it_is_all_there_is() {
    List<StratifiedRatio.Stratum> strata = List.of(stratum(1, 1, "2/4"), STRATA.get(0));
    assertThat(StratifiedRatio.of(strata).ratio()).isPresent();
    assertThat(StratifiedRatio.of(strata).variance()).isEmpty();
    assertThat(StratifiedRatio.ofFinitePopulation(strata).variance()).isPresent();
    StratifiedRatio whole = StratifiedRatio.ofFinitePopulation(List.of(stratum(1, 1, "2/4")));
    assertThat(whole.proportion(1)).contains(new Proportion(.5, 4));
  }

  @Test
  void nothing_assessed_has_no_ratio() {
    StratifiedRatio ratio = StratifiedRatio.of(List.of(stratum(10, 3, "0/0 0/0 0/0")));
    assertThat(ratio.ratio()).isEmpty();
    assertThat(ratio.proportion(1)).isEmpty();
  }

  @Test
  void a_stratum_of_fewer_cases_than_were_sampled_is_refused() {
    assertThatThrownBy(() -> stratum(2, 3, "1/1 1/1 0/1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no sample of a stratum: 3 of 2, 3 assessed");
  }

  private static String twenty(String one) {
    return String.join(" ", java.util.Collections.nCopies(20, one));
  }
}
