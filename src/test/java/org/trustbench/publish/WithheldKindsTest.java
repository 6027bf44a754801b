package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.publish.report.MethodPage;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.support.Judged;
import org.trustbench.support.Launched;
import org.trustbench.support.TinyFramework;

/** A public release of a framework with everything that the public is never shown. */
class WithheldKindsTest {
  private static final Framework FRAMEWORK =
      TinyFramework.read(
          json ->
              json.replace(
                      "\"measures\": [",
                      """
                      "measures": [
                        { "id": "met", "kind": "safety", "label": "Planned and safe",
                          "rule": { "all": ["plan", "safe"] } },
                      """)
                  .replace(
                      "\"measure_kinds\"",
                      """
                      "scales": [{ "id": "s", "grades": ["1", "2", "3", "4"], "questions": ["safe"] }],
                      "sample_design": { "strata": "risk", "population": "town" },
                      "peers": [{ "id": "near", "label": "Near", "nearest": 3,
                        "categories": ["county"] }],
                      "targets": [{ "id": "t", "label": "Target", "target": 80 }],
                      "ratings": { "whose": "Invented.",
                        "scale": [{ "id": "good", "label": "Good" }, { "id": "poor", "label": "Poor" }],
                        "rules": [{ "id": "r", "label": "R", "score_of": "theme-A", "bands": [
                          { "rating": "good", "at_least": 70 }, { "rating": "poor", "at_least": 0 }] }] },
                      "measure_kinds\"\
                      """));
  private static final ReleaseContent SHOWN = shown();

  private static ReleaseContent shown() {
    Codebook codebook = new Codebook(FRAMEWORK);
    return Disclosure.forPublic(
        ReleaseContent.internal(
            true,
            Benchmark.of(
                FRAMEWORK,
                new AnalysisRules(AnalysisRules.POOLED, 10),
                List.of(
                    Judged.inspection(codebook, "HILL", "plan 0/0 30/50\nsafe 0/0 40/60"),
                    Judged.inspection(codebook, "DALE", "plan 0/0 35/50\nsafe 0/0 45/60"))),
            List.of(),
            List.of(),
            List.of()),
        new DisclosureRules(10, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          over the grades of a scale | the spread over grades
          outcomes of a whole case | outcomes of whole cases
          Ratings by rule are left out | ratings by rule
          Scores weighted by how cases were sampled are withheld | weighted scores
          with peers of their own are withheld | comparisons with peers of one's own
          Verdicts on targets are withheld | verdicts on targets
          adjusted for case mix | nothing adjusted for case mix
          """)
  void page_method_page_and_readme_say_so(String onPage, String inReadme) throws IOException {
    assertThat(ReportPage.of(SHOWN, "HILL", "programme")).contains(onPage);
    assertThat(MethodPage.of(SHOWN)).contains(onPage);
    assertThat(Files.readString(Launched.root().resolve("README.md")).replaceAll("\\s+", " "))
        .contains(inReadme);
  }

  @Test
  void none_of_it_is_in_the_content() {
    assertThat(SHOWN.isGraded()).isFalse();
    assertThat(SHOWN.ratings()).isEmpty();
    assertThat(SHOWN.weighted()).isEmpty();
    assertThat(SHOWN.peers().isEmpty()).isTrue();
    assertThat(SHOWN.targets()).isEmpty();
    assertThat(SHOWN.results().framework().measures())
        .noneMatch(measure -> measure.isComposite() || measure.isCut());
  }
}
