package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.league;
import static org.trustbench.benchmark.SchoolProgramme.table;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.BenchmarkRule;

/**
 * Every figure of thirteen schools' comparisons on a section of two questions. Expected values were
 * worked out from the same counts by other code (Python with SciPy 1.17) but for the rank sets,
 * which {@link org.trustbench.stats.RanksTest} has.
 */
class ComparisonFiguresTest {
  private final Results standard = SchoolProgramme.standard();
  private final List<Comparison> lessons = league(standard, "programme", "section-A2");

  @Test
  void scores_have_intervals_on_the_judgements_they_are_worth() {
    assertThat(
            table(
                lessons,
                c ->
                    Arrays.asList(
                        c.score().score(),
                        c.score().designEffect().orElse(null),
                        c.score().interval95(),
                        c.score().interval998(),
                        c.score().effectiveJudgements().orElse(null))))
        .isEqualTo(
            """
            DALE 0.741379 1.837667 0.568592 0.861785 0.466950 0.903671 31.561752
            FORD 0.733333 2.060888 0.552723 0.859546 0.448496 0.902907 29.113661
            HILL 0.403509 2.130684 0.241358 0.589891 0.175988 0.681796 26.751974
            S01 0.741379 1.837667 0.568592 0.861785 0.466950 0.903671 31.561752
            S02 0.783333 1.809977 0.617928 0.889892 0.515093 0.924840 33.149590
            S03 0.782051 1.809977 0.638621 0.879313 0.547758 0.914017 43.094467
            S04 0.586207 2.037736 0.405809 0.746103 0.316745 0.812355 28.462955
            S05 0.925000 1.809977 0.809149 0.972884 0.715224 0.983757 44.199453
            S06 0.583333 2.175654 0.400458 0.745832 0.310950 0.812849 27.577911
            S07 0.833333 1.809977 0.652048 0.930269 0.533989 0.956174 26.519672
            S08 0.440000 2.058368 0.309954 0.578839 0.248426 0.651287 48.582175
            S09 0.625000 5.155801 0.117789 0.954139 0.055760 0.979184 1.551650
            S10 - - - - -
            """);
  }

  @Test
  void benchmarks_are_of_the_others_of_all_and_the_mean_of_others() {
    assertThat(
            table(
                lessons,
                c ->
                    Arrays.asList(
                        c.otherTrusts(),
                        c.reference().byRule().get(BenchmarkRule.POOLED_OTHERS),
                        c.reference().byRule().get(BenchmarkRule.POOLED_ALL),
                        c.reference().byRule().get(BenchmarkRule.MEAN_OF_OTHERS))))
        .isEqualTo(
            """
            DALE 11 0.674663 0.680000 0.676044
            FORD 11 0.675188 0.680000 0.676775
            HILL 11 0.703593 0.680000 0.706759
            S01 11 0.674663 0.680000 0.676044
            S02 11 0.670677 0.680000 0.672230
            S03 11 0.667697 0.680000 0.672346
            S04 11 0.688156 0.680000 0.690150
            S05 11 0.649612 0.680000 0.659351
            S06 11 0.688722 0.680000 0.690411
            S07 11 0.669129 0.680000 0.667684
            S08 11 0.718400 0.680000 0.703442
            S09 11 0.680614 0.680000 0.686624
            S10 12 0.680000 0.680000 0.681488
            """);
  }

  @Test
  void differences_have_intervals_and_verdicts_where_there_are_cases_enough() {
    assertThat(
            table(
                lessons,
                c ->
                    Arrays.asList(
                        c.difference(),
                        c.difference95(),
                        c.tested(one -> one.intervals().at998()),
                        c.verdict95(),
                        c.verdict998())))
        .isEqualTo(
            """
            DALE 0.066717 -0.111921 0.196661 -0.216370 0.246828 similar similar
            FORD 0.058145 -0.128023 0.193414 -0.234974 0.244709 similar similar
            HILL -0.300084 -0.468140 -0.107538 -0.537368 -0.011189 lower lower
            S01 0.066717 -0.111921 0.196661 -0.216370 0.246828 similar similar
            S02 0.112657 -0.058944 0.230009 -0.164577 0.274499 similar similar
            S03 0.114354 -0.036412 0.223699 -0.130521 0.268569 similar similar
            S04 -0.101949 -0.287749 0.065065 -0.379867 0.137030 similar similar
            S05 0.275388 0.149973 0.345541 0.053021 0.376009 higher higher
            S06 -0.105388 -0.293562 0.064077 -0.386089 0.136705 similar similar
            S07 0.164205 -0.022693 0.272753 -0.143149 0.309728 similar similar
            S08 -0.278400 -0.415961 -0.130949 -0.481736 -0.052505 lower lower
            S09 -0.055614 - - not compared not compared
            S10 - - - not compared not compared
            """);
  }

  @Test
  void p_values_are_adjusted_over_the_schools_and_measures_of_one_kind() {
    assertThat(
            table(
                lessons,
                c ->
                    Arrays.asList(
                        c.statistic(ComparisonOutcome.TestStatistics::pValue),
                        c.statistic(ComparisonOutcome.TestStatistics::adjustedPValue),
                        c.statistic(ComparisonOutcome.TestStatistics::midP),
                        c.statistic(ComparisonOutcome.TestStatistics::adjustedMidP),
                        c.isFdrSignificant())))
        .isEqualTo(
            """
            DALE 0.440790 0.516789 0.437165 0.512538 false
            FORD 0.517485 0.567565 0.520009 0.570333 false
            HILL 0.001209 0.004976 0.001513 0.005738 true
            S01 0.440790 0.516789 0.437165 0.512538 false
            S02 0.183538 0.312014 0.167762 0.285196 false
            S03 0.129020 0.275549 0.108056 0.244926 false
            S04 0.259588 0.383739 0.252028 0.372563 false
            S05 0.000234 0.002235 0.000026 0.000408 true
            S06 0.250489 0.383739 0.244225 0.372563 false
            S07 0.080474 0.195436 0.067588 0.164143 false
            S08 0.000085 0.001446 0.000056 0.000408 true
            S09 - - - - false
            S10 - - - - false
            """);
  }

  @Test
  void z_is_over_both_errors_and_once_more_over_the_variance_between_schools() {
    assertThat(
            table(
                lessons,
                c ->
                    Arrays.asList(
                        c.statistic(ComparisonOutcome.TestStatistics::z),
                        c.statistic(ComparisonOutcome.TestStatistics::overDispersedZ),
                        c.shrunken() == null ? null : c.shrunken().score())))
        .isEqualTo(
            """
            DALE 0.817662 0.461314 0.727255
            FORD 0.680787 0.393062 0.720550
            HILL -3.069390 -1.854255 0.485903
            S01 0.817662 0.461314 0.727255
            S02 1.490784 0.804197 0.759279
            S03 1.692361 0.828246 0.762681
            S04 -1.069513 -0.650801 0.614169
            S05 5.847811 2.330294 0.877573
            S06 -1.088500 -0.666095 0.612755
            S07 2.152208 1.189487 0.790386
            S08 -3.701177 -1.781373 0.485469
            S09 - - 0.679020
            S10 - - -
            """);
  }

  @Test
  void schools_with_cases_enough_have_a_rank() {
    assertThat(
            table(
                lessons,
                c ->
                    c.ranked() == null
                        ? List.of("-")
                        : List.of(
                            c.ranked().rank(),
                            c.ranked().lower(),
                            c.ranked().upper(),
                            c.ranked().simultaneousLower(),
                            c.ranked().simultaneousUpper(),
                            c.ranked().tier())))
        .isEqualTo(
            """
            DALE 5 1 11 1 11 1
            FORD 7 1 11 1 11 1
            HILL 11 5 11 2 11 2
            S01 5 1 11 1 11 1
            S02 3 1 9 1 11 1
            S03 4 1 9 1 10 1
            S04 8 2 11 2 11 2
            S05 1 1 7 1 7 1
            S06 9 2 11 2 11 2
            S07 2 1 9 1 11 1
            S08 10 5 11 3 11 2
            S09 -
            S10 -
            """);
  }

  @Test
  void funnel_limits_lie_around_all_judgements_together() {
    assertThat(
            table(
                lessons.stream().filter(c -> c.limits() != null).toList(),
                c ->
                    Arrays.asList(
                        c.limits().centre(),
                        c.limits().score().at95(),
                        c.limits().exact().at95(),
                        c.limits().exact().at998(),
                        c.limits().overDispersed().at998())))
        .isEqualTo(
            """
            DALE 0.680000 0.517259 0.842741 0.498265 0.821445 0.396282 0.900021 0.243086 0.978456
            FORD 0.680000 0.510555 0.849445 0.487057 0.825705 0.382255 0.909044 0.237146 0.980429
            HILL 0.680000 0.503234 0.856766 0.480670 0.833095 0.371688 0.916596 0.230554 0.982528
            S01 0.680000 0.517259 0.842741 0.498265 0.821445 0.396282 0.900021 0.243086 0.978456
            S02 0.680000 0.521204 0.838796 0.499185 0.817601 0.400765 0.898261 0.246533 0.977277
            S03 0.680000 0.540727 0.819273 0.524113 0.804786 0.439751 0.874962 0.262970 0.971317
            S04 0.680000 0.508629 0.851371 0.481568 0.829242 0.373584 0.913736 0.235422 0.980987
            S05 0.680000 0.542479 0.817521 0.526681 0.803270 0.440771 0.872624 0.264388 0.970777
            S06 0.680000 0.505901 0.854099 0.481568 0.829242 0.373584 0.913736 0.232967 0.981771
            S07 0.680000 0.502461 0.857539 0.480670 0.833095 0.371688 0.916596 0.229852 0.982746
            S08 0.680000 0.548829 0.811171 0.535304 0.796183 0.454584 0.863510 0.269440 0.968823
            S09 0.680000 0.000000 1.000000 0.000000 0.972967 0.000000 0.998919 0.000000 1.000000
            """);
  }

  @Test
  void case_mix_sets_each_stage_against_the_same_stage_of_the_others() {
    assertThat(
            table(
                lessons,
                c ->
                    Arrays.asList(
                        c.<Double>caseMix(ComparisonOutcome.CaseMixOutcome::adjusted),
                        c.caseMix(ComparisonOutcome.CaseMixOutcome::verdict95),
                        c.caseMix(ComparisonOutcome.CaseMixOutcome::verdict998),
                        c.caseMixDetail(ComparisonOutcome.CaseMixDetail::pValue),
                        c.caseMixDetail(one -> one.mix().expected()))))
        .isEqualTo(
            """
            DALE 0.741066 similar similar 0.444345 39.146991
            FORD 0.732711 similar similar 0.522879 40.545701
            HILL 0.403232 lower lower 0.001372 40.132321
            S01 0.742511 similar similar 0.436228 39.070804
            S02 0.782878 similar similar 0.187620 40.264011
            S03 0.782086 similar similar 0.132053 52.078089
            S04 0.583671 similar similar 0.254449 40.086478
            S05 0.925532 higher higher 0.000290 51.939138
            S06 0.582958 similar similar 0.255667 41.349913
            S07 0.833831 similar similar 0.081750 32.098995
            S08 0.440284 lower lower 0.000159 71.793643
            S09 - - - - -
            S10 - - - - -
            """);
  }
}
