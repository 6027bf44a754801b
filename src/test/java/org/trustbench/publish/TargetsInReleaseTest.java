package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/** A release of schools that are held to a standard, and may differ a little from the average. */
class TargetsInReleaseTest {
  private static final String TARGETS =
      """
      "targets": [
        { "id": "standard", "label": "Standard", "target": 80, "tolerance": 2,
          "measures": ["question-plan"] },
        { "id": "band", "label": "Band", "average_of": "programme", "tolerance": 10,
          "measures": ["theme-B"] }],
      """;

  @TempDir static Path folder;

  private static ReleaseContent content;
  private static ReleaseFolder release;

  @BeforeAll
  static void publish() throws IOException {
    Path framework = Files.createDirectory(folder.resolve("framework"));
    TinyFramework.write(framework, json -> json.replace("\"layouts\":", TARGETS + "\"layouts\":"));
    Files.writeString(
        framework.resolve("trusts.csv"),
        "code,name,aliases,tranche,county\nA,School A,,,\nB,School B,,,\nC,School C,,,\nD,School"
            + " D,,,\n");
    Codebook codebook = new Codebook(FrameworkReader.read(framework.toString()));
    List<InspectionTallies> inspections =
        List.of(
            Judged.inspection(codebook, "A", "plan 0/0 30/50\nsafe 0/0 58/60"),
            Judged.inspection(codebook, "B", "plan 0/0 39/50\nsafe 0/0 42/60"),
            Judged.inspection(codebook, "C", "plan 0/0 48/50\nsafe 0/0 40/60"),
            Judged.inspection(codebook, "D", "plan 0/0 3/4\nsafe 0/0 41/60"));
    content =
        ReleaseContent.internal(
            true,
            Benchmark.of(
                codebook.framework(),
                new AnalysisRules(AnalysisRules.POOLED, 10, null),
                inspections),
            List.of(),
            List.of(),
            List.of());
    release =
        SmallReleases.publish(
            folder.resolve("internal"), content, Map.of("A-2014", "%064x".formatted(1)));
  }

  private static String cells(String start, String... names) throws IOException {
    List<String> lines = Files.readString(release.verified("tables/targets.csv")).lines().toList();
    List<String> head = List.of(lines.get(0).split(",", -1));
    String[] row =
        lines.stream()
            .filter(line -> line.startsWith(start))
            .findFirst()
            .orElseThrow()
            .split(",", -1);
    return String.join(" ", Arrays.stream(names).map(name -> row[head.indexOf(name)]).toList());
  }

  /**
   * R: midp(30, 50, .78) as in ToleranceTest; r <- qbinom(q, 50, p); (r - (pbinom(r,50,p) - q) /
   * dbinom(r,50,p))/50 at p = .78, q = pnorm(-1.96) and at p = .82, q = pnorm(1.96).
   */
  @Test
  void a_standard_has_verdict_and_limits_of_the_exact_binomial_around_its_band()
      throws IOException {
    String a = "standard,Standard,A-2014,A,question-plan,";
    assertThat(cells(a, "target_percent", "tolerance_points", "difference_points", "verdict95"))
        .isEqualTo("80.0000 2.0000 -20.0000 lower");
    assertThat(cells(a, "verdict998", "verdict_rule", "place", "p_value"))
        .isEqualTo("similar mid-p below 95 % 0.00434048");
    assertThat(cells(a, "limit_exact_lower95_percent", "limit_exact_upper95_percent"))
        .isEqualTo("64.9134 91.1349");
    assertThat(cells("standard,Standard,B-2014", "verdict95", "p_value", "place"))
        .isEqualTo("similar 1 inside");
    assertThat(cells("standard,Standard,C-2014", "verdict95", "adjusted_p_value"))
        .isEqualTo("higher 0.00651072");
    assertThat(cells("standard,Standard,D-2014", "verdict95")).isEqualTo("not compared");
  }

  @Test
  void an_average_has_the_verdict_of_the_difference_beyond_its_tolerance() throws IOException {
    assertThat(cells("band,Band,A-2014", "comparator_key", "target_percent", "verdict95"))
        .isEqualTo("programme 68.3333 higher");
    assertThat(cells("band,Band,B-2014", "verdict95", "is_within_tolerance"))
        .isEqualTo("similar false");
    assertThat(release.verified("parquet/fact_target/fact_target.parquet")).exists();
  }

  @Test
  void the_public_is_told_that_they_are_withheld_and_gets_none() throws IOException {
    ReleaseContent shown = Disclosure.forPublic(content, new DisclosureRules(10, 5));
    ReleaseFolder forPublic =
        SmallReleases.publish(
            folder.resolve("public"), shown, Map.of("A-2014", "%064x".formatted(1)));

    assertThat(ReportPage.of(shown, "A", "programme")).contains("Verdicts on targets are withheld");
    assertThat(shown.targets()).isEmpty();
    try (var files = Files.walk(forPublic.verified("index.html").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("target"));
    }
  }
}
