package org.trustbench.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.FedFile;
import org.trustbench.support.MainRun;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/**
 * Six schools, each of whose high-risk lessons was ten times as likely to be seen as the others.
 */
class WeightedReleaseTest {
  private static final int HIGH = 30;
  private static final int LOW = 24;

  @TempDir static Path workspace;
  private static Path release;
  private static Path forPublic;

  /** Sufficient of high-risk and low-risk lessons, by school. */
  private static final int[][] PLANNED = new int[6][2];

  @BeforeAll
  static void publish() throws IOException {
    SchoolVisits schools = new SchoolVisits(workspace);
    TinyFramework.write(
        schools.framework(),
        json ->
            json.replace(
                    "{ \"id\": \"town\", \"label\": \"Town\" }",
                    "{ \"id\": \"town\", \"label\": \"Town\" }, { \"id\": \"lessons\", \"label\":"
                        + " \"Lessons\" }")
                .replace(
                    "\"case_mix\"",
                    "\"sample_design\": { \"strata\": \"risk\", \"population\": \"lessons\" },"
                        + " \"case_mix\""));
    StringBuilder register = new StringBuilder("code,name,aliases,tranche,county\n");
    Random random = new Random(23);
    for (int i = 0; i < 6; i++) {
      register.append("S%d,School %d,,,\n".formatted(i, i));
      StringBuilder cases = new StringBuilder("case_id,stage,risk,town,lessons\n");
      StringBuilder judged = new StringBuilder("case_id,plan,pace,safe\n");
      for (int c = 0; c < HIGH + LOW; c++) {
        boolean isHigh = c < HIGH;
        boolean isGood = random.nextInt(10) < (isHigh ? 3 : 8);
        PLANNED[i][isHigh ? 0 : 1] += isGood ? 1 : 0;
        // The last school does not say how many low-risk lessons it has.
        String size = isHigh ? "60" : i == 5 ? "" : "480";
        cases.append("C%d,late,%s,,%s\n".formatted(c, isHigh ? "high" : "low", size));
        judged.append("C%d,%s,yes,1\n".formatted(c, isGood ? "yes" : "no"));
      }
      schools
          .inbox()
          .send("S" + i, "S%d-1".formatted(i), "S" + i, cases.toString(), judged.toString());
      Path manifest = schools.inbox().path().resolve("S" + i).resolve("inspection.json");
      Files.writeString(
          manifest, Files.readString(manifest).replaceFirst("(\"caseload\": *)[0-9]+", "$1540"));
    }
    Files.writeString(schools.framework().resolve("trusts.csv"), register);
    MainRun run = schools.done("run");
    release = run.release();
    forPublic = schools.done("run", "--audience", "public").release();
  }

  private static Map<String, String> row(String school, String measure) {
    return PlainCsv.rows(release.resolve("tables/weighted_scores.csv")).stream()
        .filter(row -> row.get("inspection_id").equals(school + "-1"))
        .filter(row -> row.get("measure_id").equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_case_weighs_what_it_stands_for() {
    for (int i = 0; i < 5; i++) {
      double weighted = (60.0 / HIGH * PLANNED[i][0] + 480.0 / LOW * PLANNED[i][1]) / (60 + 480);
      double unweighted = (PLANNED[i][0] + PLANNED[i][1]) / (double) (HIGH + LOW);
      Map<String, String> row = row("S" + i, "question-plan");
      assertThat(row).as("S" + i).containsEntry("strata", "2");
      assertThat(number(row, "weighted_score_percent")).isCloseTo(100 * weighted, within(1e-4));
      assertThat(number(row, "score_percent")).isCloseTo(100 * unweighted, within(1e-4));
      assertThat(row).containsEntry("strata", "2").containsEntry("population", "540");
    }
  }

  @Test
  void verdicts_stay_those_of_unweighted_scores() {
    Map<String, String> row = row("S0", "question-plan");
    String verdict =
        PlainCsv.rows(release.resolve("tables/comparisons.csv")).stream()
            .filter(one -> one.get("inspection_id").equals("S0-1"))
            .filter(one -> one.get("measure_id").equals("question-plan"))
            .findFirst()
            .orElseThrow()
            .get("verdict95");
    assertThat(row).containsEntry("verdict95", verdict);
  }

  @Test
  void a_stratum_of_unknown_size_leaves_no_weighted_score_and_is_named() {
    assertThat(row("S5", "question-plan"))
        .containsEntry("weighted_score_percent", "")
        .containsEntry("weighted_verdict95", "not compared")
        .containsEntry(
            "reason",
            "of 24 cases in stratum low it is not recorded, as a whole number, how many there are"
                + " in it");
    assertThat(row("S0", "question-plan"))
        .containsEntry("reason", "weighted scores of others are lacking");
  }

  @Test
  void people_read_in_page_workbook_and_summary_which_scores_are_weighted() throws IOException {
    String page = Files.readString(release.resolve("index.html"));
    assertThat(page)
        .contains("<h2 id=\"weighted\">Weighted scores</h2>")
        .contains("Weighted: every case weighs the cases of its stratum (Risk) per case sampled");
    assertThat(Files.readString(release.resolve("method.html"))).contains("(Hájek 1971)");
    assertThat(
            OdsDocument.of(Files.readAllBytes(release.resolve("league-tables.ods")))
                .sheets()
                .stream()
                .map(OdsDocument.Sheet::name))
        .contains("Weighted");
    for (Map<String, String> shown : PlainCsv.rows(release.resolve("summary/weighted.csv"))) {
      Map<String, String> row = row(shown.get("trust_id"), shown.get("measure_id"));
      String weighted = row.get("weighted_score_percent");
      assertThat(shown)
          .containsEntry("weighted_verdict95", row.get("weighted_verdict95"))
          .containsEntry("verdict95", row.get("verdict95"))
          .containsEntry(
              "weighted_score_percent",
              weighted.isEmpty() ? "" : "" + Math.round(Double.parseDouble(weighted)));
    }
  }

  @Test
  void a_feed_has_a_view_of_them_and_the_publics_an_empty_one() throws SQLException {
    String query =
        "select weighted_score_percent, score_percent, verdict95, weighted_verdict95, trust_name from"
            + " schools.weighted_scores where inspection_id = 'S0-1' and measure_id = 'question-plan'"
            + " and comparator_id = 'programme'";
    Map<String, String> row = row("S0", "question-plan");
    assertThat(row).containsEntry("comparator_id", "programme");
    assertThat(FedFile.asked(release, workspace.resolve("fed.duckdb"), query))
        .containsExactly(
            "%s|%s|%s|not compared|School 0"
                .formatted(
                    number(row, "weighted_score_percent"),
                    number(row, "score_percent"),
                    row.get("verdict95")));
    assertThat(FedFile.asked(forPublic, workspace.resolve("public.duckdb"), query)).isEmpty();
  }

  @Test
  void the_public_is_not_shown_weighted_scores_and_told_so() throws IOException {
    assertThat(forPublic.resolve("tables/weighted_scores.csv")).doesNotExist();
    assertThat(forPublic.resolve("parquet/fact_weighted_score")).doesNotExist();
    assertThat(forPublic.resolve("summary/weighted.csv")).doesNotExist();
    assertThat(Files.readString(forPublic.resolve("index.html")))
        .contains("Scores weighted by how cases were sampled are withheld")
        .doesNotContain("id=\"weighted\"", "every case weighs");
    assertThat(Files.readString(forPublic.resolve("method.html")))
        .contains("Scores weighted by how cases were sampled are withheld");
  }

  @Test
  void a_framework_without_a_design_has_no_such_table(@TempDir Path folder) throws IOException {
    SchoolVisits schools = new SchoolVisits(folder);
    schools.send("HILL", "HILL-1", "HILL", SchoolVisits.YES);
    assertThat(schools.done("run").release().resolve("tables/weighted_scores.csv")).doesNotExist();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
