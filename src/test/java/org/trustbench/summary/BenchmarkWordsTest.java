package org.trustbench.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;
import org.trustbench.terms.Terms;

/** A comparator called "All schools" is not "the other schools of All schools". */
class BenchmarkWordsTest {
  private static final List<String> REGISTER =
      List.of("S1,School 1,,,", "S2,School 2,,,", "S3,School 3,,,", "S4,School 4,,,");

  private static Results results(String... schools) {
    Codebook codebook = TinyFramework.codebook(json -> json, REGISTER);
    return Benchmark.of(
        codebook.framework(),
        new AnalysisRules(AnalysisRules.POOLED, 10),
        List.of(schools).stream()
            .map(code -> Judged.inspection(codebook, code, "plan 0/0 20/40\npace 0/0 30/40"))
            .toList());
  }

  private static Comparison overall(Results results) {
    return results.comparisons().stream()
        .filter(c -> c.score().measure().kind().equals(Measure.OVERALL))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_others_of_all_are_the_others() {
    Comparison c = overall(results("S1", "S2", "S3", "S4"));

    assertThat(c.comparatorGroup().label()).isEqualTo("All schools");
    assertThat(BenchmarkWords.scored(c, Terms.STANDARD))
        .isEqualTo("The 3 other trusts together scored");
    assertThat(BenchmarkWords.note(BenchmarkRule.POOLED_OTHERS, "All schools", Terms.STANDARD))
        .isEqualTo("Others: the trusts except this one, pooled.");
    assertThat(BenchmarkWords.note(BenchmarkRule.POOLED_OTHERS, "Tranche 2", Terms.STANDARD))
        .isEqualTo("Others: the trusts of Tranche 2 except this one, pooled.");
    assertThat(ComparatorGroup.whose("Allerdale")).isEqualTo(" of Allerdale");
  }

  @Test
  void a_rank_of_one_alone_is_no_rank() {
    Results results = results("S1");
    ReportFocus focus = ReportFocus.of(Comparisons.of(results), "S1", "programme");

    assertThat(overall(results).ranked()).isNotNull();
    assertThat(SummarySentences.of(focus).stream().map(Paragraph::text))
        .contains("No other trust of the group has a rank, so its own says nothing.")
        .noneMatch(text -> text.startsWith("Rank "));
    assertThat(KeyFigures.of(focus)).noneMatch(figure -> figure.label().equals("Rank"));
  }
}
