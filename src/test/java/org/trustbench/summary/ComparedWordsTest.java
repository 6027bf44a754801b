package org.trustbench.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.FindingSentence;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Rounding;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.publish.Programmes;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.summary.grid.CellText;
import org.trustbench.summary.grid.Grid;

/** What is said of a score and of what it is set against holds for the figures beside it. */
class ComparedWordsTest {
  private static final Framework FRAMEWORK = Programmes.framework("iaow-2013");
  private static final UserComparator FIXED =
      new UserComparator.FixedValue("level", "Substantial conformity: 90 %", .9);

  @Test
  void a_fixed_value_is_called_so_and_nobody_is_the_others() {
    Results results = results("level", 5, 17, 12, 18, 10);
    String code = results.inspections().get(0).trust().code();
    ReportFocus reportFocus = ReportFocus.of(results, code, "level");
    String text =
        Stream.concat(
                SummarySentences.of(reportFocus).stream(),
                CertaintySentences.of(reportFocus).stream())
            .map(paragraph -> paragraph.text() + String.join(" ", paragraph.items()))
            .collect(Collectors.joining("\n"));

    assertThat(text)
        .contains("The fixed value it is set against (Substantial conformity: 90 %) is 90\u00a0%.")
        .contains("lower than the fixed value")
        .doesNotContain("90 % is 90")
        .doesNotContain("the others");
    Measure overall = results.framework().measures().get(0);
    assertThat(LeagueTable.of(results, reportFocus.groups().get(0), overall).headings())
        .contains("Against the value")
        .doesNotContain("Against the others");
  }

  @ParameterizedTest
  @CsvSource({
    "pooled-others, the others",
    "pooled-all, all trusts together",
    "mean-of-others, the mean of the others",
  })
  void higher_and_lower_name_what_the_rule_compares_with(String rule, String words) {
    Results results = results(BenchmarkRule.of(rule).orElseThrow(), "programme", 5, 17, 12, 18, 10);
    String code = results.inspections().get(0).trust().code();
    String text =
        SummarySentences.of(ReportFocus.of(results, code, "programme")).stream()
            .map(Paragraph::text)
            .collect(Collectors.joining("\n"));

    assertThat(text).contains(" lower than " + words);
  }

  @Test
  void a_difference_that_is_one_off_the_figures_beside_it_says_why() {
    Results results = results("programme", 18, 15, 16, 17, 18);
    int apart = 0;
    for (Comparison c : results.comparisons()) {
      if (c.isCompared() && c.comparatorGroup().comparatorId().equals("programme")) {
        long printed =
            Long.parseLong(Formatting.percent(c.score().score()))
                - Long.parseLong(Formatting.percent(c.benchmark()));
        boolean isApart =
            !Formatting.points(c.difference()).equals(Formatting.points(printed / 100.0));
        assertThat(Rounding.isApart(c)).isEqualTo(isApart);
        assertThat(FindingSentence.of(FRAMEWORK, c.score(), c).contains(Rounding.BESIDE))
            .isEqualTo(isApart);
        apart += isApart ? 1 : 0;
      }
    }
    assertThat(apart).isPositive();
    for (var inspection : results.inspections()) {
      ReportFocus reportFocus = ReportFocus.of(results, inspection.trust().code(), "programme");
      Comparison overall = reportFocus.rows(java.util.Set.of(Measure.OVERALL)).get(0);
      assertThat(SummarySentences.of(reportFocus).get(0).text().contains(Rounding.BESIDE))
          .isEqualTo(Rounding.isApart(overall));
      assertThat(KeyFigures.of(reportFocus).get(2).note().contains(Rounding.BESIDE))
          .isEqualTo(Rounding.isApart(overall));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, <0.001", "0.0009999, <0.001", "0.001, 0.001", "0.119, 0.119", "1, 1.000"})
  void no_p_value_is_printed_as_0(double p, String text) {
    assertThat(CellText.joined(PairTable.adjusted(p))).isEqualTo(text);
  }

  @Test
  void a_verdict_of_two_trusts_that_does_not_stand_among_all_measures_is_flagged() {
    Results results = results("programme", 5, 12, 15, 17, 19, 14);
    List<PairDifference> pairs =
        PairDifference.of(results, results.inspections().get(1), results.inspections().get(4));
    Grid table = PairTable.of("Two", pairs);
    for (int i = 0; i < pairs.size(); i++) {
      PairDifference pair = pairs.get(i);
      boolean isChance =
          Formatting.isApart(pair.verdict95())
              && (pair.adjustedPValue() == null || pair.adjustedPValue() > .05);
      assertThat(text(table, "Flag", i)).isEqualTo(isChance ? "may be chance" : "");
    }
    PairDifference lower = pairs.get(0);
    PairDifference doubtful =
        new PairDifference(
            lower.measure(),
            lower.first(),
            lower.second(),
            new PairDifference.Outcome.Tested(
                -.07,
                lower.tested(PairDifference.Outcome.Tested::intervals),
                Verdict.LOWER,
                Verdict.SIMILAR,
                .04,
                .119));
    Grid one = PairTable.of("Two", List.of(doubtful));
    assertThat(text(one, "Flag", 0)).isEqualTo("may be chance");
    assertThat(text(one, "Adjusted p", 0)).isEqualTo("0.119");
  }

  private static String text(Grid table, String heading, int row) {
    return CellText.joined(table.cells(table.column(heading)).get(row));
  }

  private static Results results(String comparator, int... sufficient) {
    return results(BenchmarkRule.POOLED_OTHERS, comparator, sufficient);
  }

  private static Results results(BenchmarkRule rule, String comparator, int... sufficient) {
    AnalysisRules rules =
        new AnalysisRules(
            AnalysisRules.POOLED,
            rule,
            VerdictRule.DIFFERENCE,
            10,
            Optional.empty(),
            Optional.empty(),
            Optional.of(comparator),
            List.of(FIXED),
            false);
    return Benchmark.of(FRAMEWORK, rules, Programmes.inspections(FRAMEWORK, sufficient));
  }
}
