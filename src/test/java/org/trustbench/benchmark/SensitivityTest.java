package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.benchmark.SchoolProgramme.comparison;
import static org.trustbench.benchmark.SchoolProgramme.line;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/** What HILL's verdicts would be under other lawful rules. */
class SensitivityTest {
  private final Results standard = SchoolProgramme.standard();

  private static Sensitivity.OfOthers others(Sensitivity one) {
    return (Sensitivity.OfOthers) one.benchmarkChoice();
  }

  private static boolean isOf(BenchmarkRule rule, Sensitivity one) {
    return one.benchmarkChoice() instanceof Sensitivity.OfOthers others && others.rule() == rule;
  }

  private static <T> T assessed(Sensitivity one, Function<Sensitivity.Assessed, T> value) {
    return one instanceof Sensitivity.Assessed assessed ? value.apply(assessed) : null;
  }

  /** By other code but for case mix, of which {@link org.trustbench.stats.CaseMixTest} has more. */
  @Test
  void every_verdict_rule_is_tried_on_every_benchmark_with_and_without_case_mix() {
    assertThat(
            Sensitivity.of(standard, comparison(standard, "programme", "section-A2", "HILL"))
                .stream()
                .map(
                    one ->
                        line(
                            Arrays.asList(
                                others(one).rule(),
                                others(one).isCaseMixAdjusted(),
                                one.rule(),
                                assessed(one, Sensitivity.Assessed::benchmark),
                                assessed(one, a -> a.verdict().difference()),
                                assessed(one, a -> a.verdict().pValue()),
                                assessed(one, a -> a.verdict().at95()),
                                one.isChanged(),
                                one.isPublished())))
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(
            """
            POOLED_OTHERS false DIFFERENCE 0.703593 -0.300084 0.001209 lower false true
            POOLED_OTHERS false MID_P 0.703593 -0.300084 0.001513 lower false false
            POOLED_OTHERS false INTERVAL_EXCLUDES_BENCHMARK 0.703593 -0.300084 0.000677 lower false false
            POOLED_OTHERS false SCORE_TEST 0.703593 -0.300084 0.000677 lower false false
            POOLED_OTHERS false EXACT_TAIL 0.703593 -0.300084 0.002409 lower false false
            POOLED_ALL false DIFFERENCE 0.680000 -0.276491 0.001209 lower false false
            POOLED_ALL false MID_P 0.680000 -0.276491 0.003775 lower false false
            POOLED_ALL false INTERVAL_EXCLUDES_BENCHMARK 0.680000 -0.276491 0.002172 lower false false
            POOLED_ALL false SCORE_TEST 0.680000 -0.276491 0.002172 lower false false
            POOLED_ALL false EXACT_TAIL 0.680000 -0.276491 0.005880 lower false false
            MEAN_OF_OTHERS false DIFFERENCE 0.706759 -0.303250 0.002721 lower false false
            MEAN_OF_OTHERS false MID_P 0.706759 -0.303250 0.001327 lower false false
            MEAN_OF_OTHERS false INTERVAL_EXCLUDES_BENCHMARK 0.706759 -0.303250 0.000570 lower false false
            MEAN_OF_OTHERS false SCORE_TEST 0.706759 -0.303250 0.000570 lower false false
            MEAN_OF_OTHERS false EXACT_TAIL 0.706759 -0.303250 0.002120 lower false false
            POOLED_OTHERS true DIFFERENCE 0.704076 -0.426896 0.001372 lower false false
            POOLED_OTHERS true MID_P 0.704076 -0.300567 0.001483 lower false false
            POOLED_OTHERS true INTERVAL_EXCLUDES_BENCHMARK 0.704076 -0.300567 0.000660 lower false false
            POOLED_OTHERS true SCORE_TEST 0.704076 -0.300567 0.000660 lower false false
            POOLED_OTHERS true EXACT_TAIL 0.704076 -0.300567 0.002363 lower false false
            POOLED_ALL true DIFFERENCE 0.680448 -0.406995 0.001364 lower false false
            POOLED_ALL true MID_P 0.680448 -0.276939 0.003714 lower false false
            POOLED_ALL true INTERVAL_EXCLUDES_BENCHMARK 0.680448 -0.276939 0.002128 lower false false
            POOLED_ALL true SCORE_TEST 0.680448 -0.276939 0.002128 lower false false
            POOLED_ALL true EXACT_TAIL 0.680448 -0.276939 0.005787 lower false false
            MEAN_OF_OTHERS true DIFFERENCE - - - - false false
            MEAN_OF_OTHERS true MID_P - - - - false false
            MEAN_OF_OTHERS true INTERVAL_EXCLUDES_BENCHMARK - - - - false false
            MEAN_OF_OTHERS true SCORE_TEST - - - - false false
            MEAN_OF_OTHERS true EXACT_TAIL - - - - false false
            """);
  }

  @Test
  void against_a_fixed_value_the_rules_for_known_benchmarks_are_tried() {
    assertThat(Sensitivity.of(standard, comparison(standard, "target", "section-A2", "HILL")))
        .hasSize(4)
        .allMatch(
            one ->
                one.benchmarkChoice() instanceof Sensitivity.FixedValue
                    && assessed(one, Sensitivity.Assessed::benchmark) == .7)
        .filteredOn(Sensitivity::isPublished)
        .extracting(Sensitivity::rule)
        .containsExactly(VerdictRule.MID_P);
  }

  @Test
  void what_was_not_compared_has_no_other_verdict_either() {
    assertThat(Sensitivity.of(standard, comparison(standard, "programme", "section-A2", "S09")))
        .isEmpty();
  }

  @Test
  void only_verdicts_of_the_school_in_focus_are_tried_and_each_is_published_once() {
    List<Sensitivity> all = Sensitivity.of(standard);
    assertThat(all)
        .extracting(one -> SchoolProgramme.school(one.comparison().score()))
        .containsOnly("HILL");
    assertThat(all.stream().filter(Sensitivity::isPublished))
        .noneMatch(Sensitivity::isChanged)
        .hasSize(
            (int)
                standard.comparisons().stream()
                    .filter(c -> c.isCompared() && SchoolProgramme.school(c.score()).equals("HILL"))
                    .count());
    assertThat(all).anyMatch(Sensitivity::isChanged);
  }

  @ParameterizedTest
  @EnumSource(
      value = BenchmarkRule.class,
      names = {"MEAN_OF_OTHERS", "POOLED_ALL"})
  void a_verdict_by_another_rule_is_the_one_that_is_published_under_that_rule(BenchmarkRule rule) {
    Results exact = SchoolProgramme.results(AnalysisRules.POOLED, rule, VerdictRule.EXACT_TAIL);
    List<Sensitivity> rows =
        Sensitivity.of(standard).stream()
            .filter(row -> row.rule() == VerdictRule.EXACT_TAIL && isOf(rule, row))
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    for (Sensitivity row : rows) {
      Comparison published =
          comparison(
              exact,
              row.comparison().comparatorGroup().comparatorId(),
              row.comparison().score().measure().id(),
              "HILL");
      if (others(row).isCaseMixAdjusted() && rule == BenchmarkRule.MEAN_OF_OTHERS) {
        assertThat((Object) published.caseMix(mix -> mix)).isNull();
        assertThat(row).isInstanceOf(Sensitivity.NotAssessed.class);
        continue;
      }
      Verdict verdict =
          others(row).isCaseMixAdjusted()
              ? published.caseMix(ComparisonOutcome.CaseMixOutcome::verdict95)
              : published.verdict95();
      Verdict other = assessed(row, a -> a.verdict().at95());
      assertThat(other).isEqualTo(verdict);
    }
  }
}
