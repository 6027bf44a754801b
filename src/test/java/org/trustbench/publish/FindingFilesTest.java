package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;

class FindingFilesTest {
  private static final String SENTENCE =
      "are in findings.json and tables/findings.csv. How many have one on each measure:";

  @Test
  void of_few_trusts_each_has_its_paragraph() {
    String text = FindingFiles.text(content(4, null));
    assertThat(text).contains("\nTrust 0 (", "\nTrust 3 (").doesNotContain(SENTENCE);
  }

  @Test
  void of_very_many_the_text_counts_and_keeps_the_paragraph_of_the_trust_in_focus() {
    String text = FindingFiles.text(content(301, "T007"));
    assertThat(text)
        .contains("The findings of each of 301 inspections " + SENTENCE)
        .containsPattern("- .+: a strength of \\d+, a concern of \\d+")
        .contains("\nTrust 7 (")
        .doesNotContain("Trust 8 (");
    assertThat(text.length()).isLessThan(20_000);
  }

  private static ReleaseContent content(int trusts, String focus) {
    Framework few = Programmes.framework(Programmes.PROBATION);
    List<Trust> register = new ArrayList<>();
    for (int i = 0; i < trusts; i++) {
      register.add(
          new Trust(
              "T%03d".formatted(i),
              "Trust " + i,
              List.of(),
              few.trusts().get(i % few.trusts().size()).dimensions()));
    }
    Framework framework = Programmes.withTrusts(few, register);
    return Programmes.content(
        framework,
        new AnalysisRules(
            AnalysisRules.POOLED,
            BenchmarkRule.POOLED_OTHERS,
            VerdictRule.DIFFERENCE,
            10,
            null,
            focus,
            "programme",
            List.of(),
            false),
        Programmes.inspections(
            framework, IntStream.range(0, trusts).map(i -> 2 + i * 7 % 18).toArray()),
        List.of());
  }
}
