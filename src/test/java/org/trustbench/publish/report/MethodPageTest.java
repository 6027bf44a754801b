package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.Programmes;
import org.trustbench.synth.SyntheticParameters;
import org.trustbench.table.Decimals;

class MethodPageTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");

  @Test
  void every_rule_is_named_and_the_example_is_the_release_s_own() {
    SyntheticParameters parameters = SyntheticParameters.read(FRAMEWORK, null);
    ReleaseContent content = content(Programmes.inspected(FRAMEWORK, parameters, 5));
    String page = MethodPage.of(content);
    for (VerdictRule rule : VerdictRule.values()) {
      assertThat(page).contains("<th scope=\"row\">" + rule.label() + "</th>");
    }
    for (BenchmarkRule rule : BenchmarkRule.values()) {
      assertThat(page).contains("<th scope=\"row\">" + rule.label() + "</th>");
    }
    Comparison example =
        content.results().comparisons().stream()
            .filter(Comparison::isCompared)
            .findFirst()
            .orElseThrow();
    assertThat(page)
        .contains(example.score().inspection().trust().name())
        .contains("<td>" + Decimals.text(example.score().score() * 100, 2) + " %</td>")
        .contains(Decimals.text(example.caseMixDetail(detail -> detail.mix().ratio()), 3))
        .contains("invented judgements")
        .doesNotContain("NaN")
        .doesNotContain("<script");
  }

  @Test
  void a_release_that_compares_nothing_has_rules_and_no_example() {
    String page = MethodPage.of(content(List.of()));
    assertThat(page).contains("difference").doesNotContain("Example:");
  }

  private static ReleaseContent content(List<InspectionTallies> inspections) {
    return ReleaseContent.internal(
        true,
        Benchmark.of(FRAMEWORK, new AnalysisRules(AnalysisRules.POOLED, 10), inspections),
        List.of(),
        List.of(),
        List.of());
  }
}
