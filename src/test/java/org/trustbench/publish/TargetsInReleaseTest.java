package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
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
import org.trustbench.feed.Feed;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.publish.report.MethodPage;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.summary.FindingTexts;
import org.trustbench.support.Judged;
import org.trustbench.support.OdsDocument;
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
                codebook.framework(), new AnalysisRules(AnalysisRules.POOLED, 10), inspections),
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
  void the_report_the_workbook_and_a_summary_show_them() throws IOException {
    assertThat(ReportPage.of(content, "A", "programme"))
        .contains("Beside targets")
        .contains("School A beside “Standard”: of 1 measure, 0 higher, 0 similar, 1 lower")
        .contains("Standard: a score of 80 %; a difference of 2 points or less does not matter.");
    assertThat(sheets(release)).contains("Targets");
    assertThat(Files.readString(release.verified("summary/beside_targets.csv")).lines())
        .contains(
            "A,School A,standard,Standard,question-plan,Lesson planned,60,46,72,80 ±"
                + " 2,-20,-34,-8,lower,similar,");
  }

  @Test
  void a_funnel_is_drawn_around_the_band() throws IOException {
    Map<String, String> files = new HashMap<>();
    ReportPage.all(content, "A", "programme", files::put);
    JsonNode option =
        new JsonMapper().readTree(files.get("charts/target-funnel-question-plan.json"));
    assertThat(option.at("/series/8/markLine/data/0/name").asText()).isEqualTo("Target: 80 %");
    assertThat(option.at("/series/8/markArea/data/0").toString())
        .isEqualTo("[{\"yAxis\":78.0},{\"yAxis\":82.0}]");
    JsonNode first = option.at("/dataset/6/source/0");
    double n = first.get(0).asDouble();
    assertThat(n).isEqualTo(3.5);
    // .78 less, and .82 plus, 1.96 sqrt(p (1 - p) / (4 / 1.15)), held within 0 to 100.
    assertThat(first.get(1).asDouble()).isCloseTo(34.47, within(.01));
    assertThat(first.get(2).asDouble()).isEqualTo(100);
    assertThat(option.at("/title/text").asText())
        .isEqualTo(
            "Lesson planned beside “Standard”: 0 of 4 trusts outside the 99.8\u00a0% limits, 2"
                + " more outside those of 95\u00a0%");
    assertThat(files).containsKey("charts/target-funnel-theme-B.json");
  }

  @Test
  void findings_have_a_sentence_for_each_target() {
    assertThat(FindingTexts.of(content).of("A").orElseThrow().besides())
        .containsExactly(
            "Held to “Standard”: lower in “Lesson planned” (60 %, held to 80 ± 2). At 95 %, with"
                + " allowance for how many measures there are.",
            "Held to “Band”: higher in “Safety” (97 %, held to 68 ± 10). At 95 %, with allowance"
                + " for how many measures there are.");
    assertThat(FindingTexts.of(content).of("B").orElseThrow().besides())
        .contains(
            "Held to “Standard”: no clear difference beyond the tolerance in the one measure that"
                + " can be compared.");
    assertThat(FindingTexts.of(content).of("D").orElseThrow().besides())
        .contains(
            "Held to “Standard”: nothing can be compared, since too small a base, too few others,"
                + " or a score without an interval.");
  }

  @Test
  void the_method_page_says_how_limits_are_drawn_around_a_band() {
    assertThat(MethodPage.of(content)).contains("A score is tested against the nearer end");
  }

  @Test
  void a_feed_has_a_view_of_them() throws SQLException {
    Feed.to("duckdb:" + folder.resolve("fed.duckdb"), release, 1);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      execute(
          connection, "attach '%s' as held (read_only)".formatted(folder.resolve("fed.duckdb")));
      execute(connection, "use held");
      assertThat(
              rows(
                  connection,
                  "select trust_id, target_label, score_percent, target_percent, tolerance_points,"
                      + " verdict95, limit_score_lower95_percent from schools.targets where"
                      + " target_id = 'standard' and trust_id < 'C' order by 1"))
          .containsExactly(
              "A|Standard|60.0|80.0|2.0|lower|66.5179", "B|Standard|78.0|80.0|2.0|similar|66.5179");
    }
  }

  private static List<String> sheets(ReleaseFolder of) throws IOException {
    return OdsDocument.of(Files.readAllBytes(of.verified("league-tables.ods"))).sheets().stream()
        .map(OdsDocument.Sheet::name)
        .toList();
  }

  @Test
  void groups_of_institutions_are_held_to_no_target_and_the_page_says_so() {
    Codebook codebook =
        TinyFramework.codebook(
            json ->
                json.replace(
                    "\"layouts\":",
                    TARGETS
                        + "\"levels\": [{ \"by\": \"county\", \"one\": \"county\", \"many\":"
                        + " \"counties\" }], \"layouts\":"),
            List.of("A,School A,,,Kent"));
    ReleaseContent leveled =
        ReleaseContent.internal(
            true,
            Benchmark.of(
                codebook.framework(),
                new AnalysisRules(AnalysisRules.POOLED, 10),
                List.of(
                    Judged.inspection(codebook, "A", "plan 0/0 30/50\nsafe 0/0 58/60"),
                    Judged.inspection(codebook, "HILL", "plan 0/0 30/50\nsafe 0/0 58/60"))),
            List.of(),
            List.of(),
            List.of());

    assertThat(ReportPage.of(leveled, "A", "programme"))
        .contains("Targets are for trusts: groups of them have none.");
    assertThat(leveled.atLevel(leveled.levels().get(0)).targets()).isEmpty();
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
    assertThat(ReportPage.of(shown, "A", "programme")).doesNotContain("Beside targets");
    assertThat(MethodPage.of(shown)).doesNotContain("nearer end");
    assertThat(FindingTexts.of(shown).of("A").orElseThrow().besides()).isEmpty();
    assertThat(sheets(forPublic)).doesNotContain("Targets");
  }
}
