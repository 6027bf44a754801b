package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.feed.Feed;
import org.trustbench.support.GradedProgramme;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;

/** A release of a programme with grades: its tables for people, its workbook and its feed. */
class GradeReleaseTest {
  @TempDir Path folder;

  private static Path release() {
    return GradedProgramme.whole().run().release();
  }

  private static List<Map<String, String>> summary() {
    return PlainCsv.rows(release().resolve("summary/grade_distribution.csv"));
  }

  @Test
  void every_grade_of_every_school_has_a_row_for_people_with_the_verdict_on_its_cut() {
    Map<String, String> verdicts =
        PlainCsv.rows(release().resolve("tables/comparisons.csv")).stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("trust_id") + " " + row.get("measure_id"),
                    row ->
                        row.get("verdict998").matches("higher|lower")
                            ? row.get("verdict998") + " (99.8 %)"
                            : row.get("verdict95")));
    Map<String, String> cuts =
        PlainCsv.rows(release().resolve("tables/grades.csv")).stream()
            .collect(Collectors.toMap(GradeReleaseTest::key, row -> row.get("cut_measure_id")));
    assertThat(summary()).hasSize(cuts.size()).hasSizeGreaterThan(100);
    for (Map<String, String> row : summary()) {
      String cut = cuts.get(key(row));
      assertThat(row.get("verdict_at_cut"))
          .as(key(row))
          .isEqualTo(cut.isEmpty() ? "" : verdicts.get(row.get("trust_id") + " " + cut));
    }
  }

  private static String key(Map<String, String> row) {
    return row.get("trust_id") + " " + row.get("measure_id") + " " + row.get("grade");
  }

  @Test
  void the_measures_own_cut_is_stated_once_and_is_its_score() {
    Map<String, String> scores =
        PlainCsv.rows(release().resolve("tables/scores.csv")).stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("trust_id") + " " + row.get("measure_id"),
                    row -> row.get("score_percent")));
    List<Map<String, String>> own =
        summary().stream().filter(row -> row.get("own_cut").equals("yes")).toList();
    assertThat(own.stream().map(row -> row.get("trust_id") + " " + row.get("measure_id")))
        .doesNotHaveDuplicates()
        .hasSize(6 * GradedProgramme.SCHOOLS.size());
    for (Map<String, String> row : own) {
      String score = scores.get(row.get("trust_id") + " " + row.get("measure_id"));
      assertThat(row.get("at_least_percent"))
          .isEqualTo(score.isEmpty() ? "" : String.valueOf(Math.round(Double.parseDouble(score))));
    }
  }

  @Test
  void the_workbook_has_a_sheet_of_the_school_in_focus() throws IOException {
    try (ZipFile workbook = new ZipFile(release().resolve("league-tables.ods").toFile())) {
      String content =
          new String(
              workbook.getInputStream(workbook.getEntry("content.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(content).contains("table:name=\"Grades\"", "Grades: A School", "Goodman");
    }
  }

  @Test
  void a_feed_has_every_cut_beside_its_comparator() throws SQLException {
    Feed.to(
        "duckdb:" + folder.resolve("fed.duckdb"),
        ReleaseFolder.open(AudienceFolder.internal(folder), release().toString()),
        1);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      execute(
          connection, "attach '%s' as held (read_only)".formatted(folder.resolve("fed.duckdb")));
      execute(connection, "use held");
      List<String> fed =
          rows(
              connection,
              "select trust_id, measure_id, grade, graded, verdict from schools.grade_distribution"
                  + " where comparator_id = 'programme'");
      assertThat(fed)
          .containsExactlyInAnyOrderElementsOf(
              summary().stream()
                  .map(
                      row ->
                          Stream.of("trust_id", "measure_id", "grade", "graded", "verdict_at_cut")
                              .map(row::get)
                              .map(cell -> cell.isEmpty() ? "null" : cell)
                              .collect(Collectors.joining("|")))
                  .toList());
    }
  }

  @Test
  void the_public_is_shown_no_grades_cuts_or_outcomes_of_cases_and_is_told_so() throws IOException {
    MainRun run = GradedProgramme.whole().published("--audience", "public", "--focus", "AAA");
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    for (String absent :
        List.of("tables/grades.csv", "tables/mean_grades.csv", "parquet/fact_grade")) {
      assertThat(run.release().resolve(absent)).doesNotExist();
    }
    assertThat(run.release().resolve("summary/grade_distribution.csv")).doesNotExist();
    assertThat(PlainCsv.rows(run.release().resolve("tables/scores.csv")))
        .extracting(row -> row.get("measure_id"))
        .contains("question-safe", "theme-B")
        .noneMatch(id -> id.contains("-at-least-") || id.matches("whole|met"));
    assertThat(Files.readString(run.release().resolve("index.html")))
        .contains("Not shown to the public: how judgements are spread over the grades of a scale")
        .contains("Not shown to the public: outcomes of a whole case")
        .doesNotContain("grades-chart");
  }
}
