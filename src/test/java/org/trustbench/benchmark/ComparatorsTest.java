package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.comparison;
import static org.trustbench.benchmark.SchoolProgramme.league;
import static org.trustbench.benchmark.SchoolProgramme.line;
import static org.trustbench.benchmark.SchoolProgramme.table;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;

/** Groups of trusts, and what a trust is compared with in each; checked as the figures are. */
class ComparatorsTest {
  private final Results standard = SchoolProgramme.standard();

  @Test
  void every_group_has_the_figures_of_its_schools_together() {
    assertThat(
            standard.comparators().stream()
                .filter(one -> one.measure().id().equals("section-A2"))
                .map(ComparatorsTest::text)
                .toList())
        .containsExactly(
            "programme | All schools | 381 in scope 725 assessed SHOWN |"
                + " 0.680000 0.681488 12 0.403509 0.737356 0.925000 | ranked 11 of 13",
            "county:Essex | County Essex | 140 in scope 276 assessed SHOWN |"
                + " 0.782609 0.769148 4 0.586207 0.782692 0.925000 | ranked 4 of 4",
            "county:Kent | County Kent | 90 in scope 173 assessed SHOWN |"
                + " 0.630058 0.628756 3 0.403509 0.741379 0.741379 | ranked 3 of 3",
            "near | Near | 120 in scope 233 assessed SHOWN |"
                + " 0.656652 0.654900 4 0.403509 0.737356 0.741379 | ranked 4 of 13",
            "target | Target | 0 in scope 0 assessed NOT_APPLICABLE | - | ranked 0 of 13");
  }

  private static String text(ComparatorScore score) {
    GroupFigures figures = score.figures();
    return "%s | %s | %d in scope %d assessed %s | %s | ranked %d of %d"
        .formatted(
            score.comparatorGroup().key(),
            score.comparatorGroup().label(),
            score.base().exact().casesInScope(),
            score.base().exact().assessed(),
            score.availability(),
            figures == null
                ? "-"
                : line(
                    List.of(
                        figures.pooled(),
                        figures.meanOfTrusts(),
                        figures.spread().trusts(),
                        figures.spread().lowest(),
                        figures.spread().median(),
                        figures.spread().highest())),
            score.rankedTrusts(),
            score.comparatorGroup().compared().size());
  }

  @Test
  void the_variance_between_schools_is_estimated_from_ten_on() {
    ComparatorScore all = standard.comparators().get(4);
    assertThat(all.measure().id()).isEqualTo("section-A2");
    assertThat(
            line(
                List.of(
                    all.overDispersion().phiRaw(),
                    all.overDispersion().phiWinsorised(),
                    all.overDispersion().tauSquaredRaw(),
                    all.overDispersion().tauSquaredWinsorised())))
        .isEqualTo("4.163485 2.450614 0.028910 0.013659");
    assertThat(standard.comparators())
        .filteredOn(one -> !one.comparatorGroup().key().equals("programme"))
        .allMatch(one -> one.overDispersion() == null);
  }

  @Test
  void a_school_is_compared_with_its_own_county_alone() {
    assertThat(
            table(
                league(standard, "county", "section-A2"),
                c ->
                    Arrays.asList(
                        c.comparatorGroup().key(),
                        c.otherTrusts(),
                        c.benchmark(),
                        c.difference(),
                        c.difference95(),
                        c.verdict95(),
                        c.statistic(ComparisonOutcome.TestStatistics::pValue),
                        c.ranked().rank())))
        .isEqualTo(
            """
            S02 county:Essex 3 0.782407 0.000926 -0.176069 0.133955 similar 0.990821 2
            S03 county:Essex 3 0.782828 -0.000777 -0.158314 0.127212 similar 0.991568 3
            S04 county:Essex 3 0.834862 -0.248655 -0.437239 -0.072057 lower 0.003279 4
            S05 county:Essex 3 0.724490 0.200510 0.062215 0.303321 higher 0.007317 1
            DALE county:Kent 2 0.573913 0.167466 - not compared - 1
            HILL county:Kent 2 0.741379 -0.337871 - not compared - 3
            S01 county:Kent 2 0.573913 0.167466 - not compared - 1
            """);
  }

  @Test
  void every_school_is_compared_with_a_group_of_ones_own_and_its_schools_alone_are_ranked() {
    assertThat(
            table(
                league(standard, "near", "section-A2"),
                c ->
                    Arrays.asList(
                        c.otherTrusts(),
                        c.benchmark(),
                        c.difference(),
                        c.difference95(),
                        c.verdict95(),
                        c.statistic(ComparisonOutcome.TestStatistics::pValue),
                        c.ranked() == null ? null : c.ranked().rank())))
        .isEqualTo(
            """
            DALE 3 0.628571 0.112808 -0.081835 0.268958 similar 0.247387 1
            FORD 3 0.630058 0.103276 -0.097794 0.263091 similar 0.303834 3
            HILL 3 0.738636 -0.335128 -0.515476 -0.124509 lower 0.001140 4
            S01 3 0.628571 0.112808 -0.081835 0.268958 similar 0.247387 1
            S02 4 0.656652 0.126681 -0.055400 0.263066 similar 0.163233 -
            S03 4 0.656652 0.125399 -0.036979 0.254651 similar 0.124798 -
            S04 4 0.656652 -0.070445 -0.266246 0.110698 similar 0.476644 -
            S05 4 0.656652 0.268348 0.129726 0.366016 higher 0.000644 -
            S06 4 0.656652 -0.073319 -0.271404 0.110126 similar 0.464697 -
            S07 4 0.656652 0.176681 -0.019938 0.305688 similar 0.075133 -
            S08 4 0.656652 -0.216652 -0.367339 -0.053795 lower 0.008341 -
            S09 4 0.656652 -0.031652 - not compared - -
            S10 4 0.656652 - - not compared - -
            """);
    assertThat(league(standard, "near", "section-A2"))
        .filteredOn(c -> c.isCompared())
        .allSatisfy(c -> assertThat(c.shrunken().score()).isBetween(.48, .85));
  }

  @Test
  void a_fixed_value_is_compared_with_by_mid_p_whatever_others_there_are() {
    List<Comparison> target = league(standard, "target", "section-A2");
    assertThat(
            table(
                target,
                c ->
                    Arrays.asList(
                        c.otherTrusts(),
                        c.benchmark(),
                        c.difference(),
                        c.difference95(),
                        c.verdict95(),
                        c.statistic(ComparisonOutcome.TestStatistics::pValue),
                        c.statistic(ComparisonOutcome.TestStatistics::z))))
        .isEqualTo(
            """
            DALE 0 0.700000 0.041379 -0.131408 0.161785 similar 0.632639 0.530899
            FORD 0 0.700000 0.033333 -0.147277 0.159546 similar 0.717734 0.406717
            HILL 0 0.700000 -0.296491 -0.458642 -0.110109 lower 0.001750 -3.125800
            S01 0 0.700000 0.041379 -0.131408 0.161785 similar 0.632639 0.530899
            S02 0 0.700000 0.083333 -0.082072 0.189892 similar 0.302515 1.164631
            S03 0 0.700000 0.082051 -0.061379 0.179313 similar 0.242433 1.304672
            S04 0 0.700000 -0.113793 -0.294191 0.046103 similar 0.198799 -1.232647
            S05 0 0.700000 0.225000 0.109149 0.272884 higher 0.000351 5.679230
            S06 0 0.700000 -0.116667 -0.299542 0.045832 similar 0.195192 -1.242724
            S07 0 0.700000 0.133333 -0.047952 0.230269 similar 0.131545 1.842422
            S08 0 0.700000 -0.260000 -0.390046 -0.121161 lower 0.000189 -3.650829
            S09 0 0.700000 -0.075000 - not compared - -
            S10 0 0.700000 - - not compared - -
            """);
    assertThat(target)
        .allSatisfy(
            c -> {
              assertThat(c.reference().rule()).isEqualTo("fixed");
              assertThat(c.reference().byRule()).isEmpty();
              assertThat(c.reference().availability()).isEqualTo(Availability.SHOWN);
              assertThat(c.verdictRule()).isEqualTo(VerdictRule.MID_P);
              assertThat(c.ranked()).isNull();
              assertThat(c.shrunken()).isNull();
              assertThat(c.spread()).isNull();
              assertThat(c.<Integer>statistic(one -> one.basis().verdicts().size())).isIn(null, 4);
              assertThat(c.<Boolean>tested(one -> one.caseMix() == null)).isIn(null, true);
            });
    Comparison hill = comparison(standard, "target", "section-A2", "HILL");
    assertThat(hill.limits().centre()).isEqualTo(.7);
    assertThat(hill.limits().overDispersed()).isNull();
    assertThat(hill.<Double>statistic(one -> one.basis().designEffect(hill.score())))
        .isEqualTo(hill.score().designEffect().orElseThrow());
    Results exact =
        SchoolProgramme.results(
            AnalysisRules.POOLED, BenchmarkRule.POOLED_OTHERS, VerdictRule.EXACT_TAIL);
    assertThat(comparison(exact, "target", "section-A2", "HILL").verdictRule())
        .isEqualTo(VerdictRule.EXACT_TAIL);
  }

  /** Each school's benchmark, and how its difference was tested. */
  private static String differences(Results results) {
    return table(
        league(results, "programme", "section-A2"),
        c ->
            Arrays.asList(
                c.reference().rule(),
                c.benchmark(),
                c.difference(),
                c.difference95(),
                c.verdict95(),
                c.statistic(ComparisonOutcome.TestStatistics::pValue),
                c.statistic(ComparisonOutcome.TestStatistics::z),
                c.caseMixDetail(ComparisonOutcome.CaseMixDetail::pValue)));
  }

  @Test
  void a_difference_from_all_is_the_difference_from_the_others_brought_nearer() {
    Results all =
        SchoolProgramme.results(
            AnalysisRules.POOLED, BenchmarkRule.POOLED_ALL, VerdictRule.DIFFERENCE);
    assertThat(differences(all))
        .contains(
            "HILL pooled-all 0.680000 -0.276491 -0.431335 -0.099084 lower 0.001209 -3.069390"
                + " 0.001364\n",
            "S05 pooled-all 0.680000 0.245000 0.133424 0.307413 higher 0.000234 5.847811"
                + " 0.000289\n",
            "S09 pooled-all 0.680000 -0.055000 - not compared - - -\n");
  }

  @Test
  void against_the_mean_of_others_every_school_weighs_the_same_and_case_mix_is_not_available() {
    Results mean =
        SchoolProgramme.results(
            AnalysisRules.POOLED, BenchmarkRule.MEAN_OF_OTHERS, VerdictRule.DIFFERENCE);
    assertThat(differences(mean))
        .contains(
            "HILL mean-of-others 0.706759 -0.303250 -0.481447 -0.097697 lower 0.002721 -2.929200"
                + " -\n",
            "S05 mean-of-others 0.659351 0.265649 0.126582 0.364392 higher 0.000731 4.588571 -\n");
  }

  @Test
  void by_mid_p_the_benchmark_is_taken_as_known() {
    Results known =
        SchoolProgramme.results(AnalysisRules.POOLED, BenchmarkRule.POOLED_ALL, VerdictRule.MID_P);
    Comparison hill = comparison(known, "programme", "section-A2", "HILL");
    // Wilson's interval less the benchmark, and mid-p of 10.79 in 26.75 effective judgements.
    assertThat(
            line(
                Arrays.asList(
                    hill.difference95(),
                    hill.statistic(ComparisonOutcome.TestStatistics::pValue),
                    hill.<Double>caseMix(ComparisonOutcome.CaseMixOutcome::adjusted),
                    hill.caseMixDetail(ComparisonOutcome.CaseMixDetail::pValue))))
        .isEqualTo("-0.438642 -0.090109 0.003775 0.403243 0.003714");
  }
}
