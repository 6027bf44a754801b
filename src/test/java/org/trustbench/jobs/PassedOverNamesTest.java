package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** Names that no format has are passed over and told in every account; so is what is lacking. */
class PassedOverNamesTest {
  private static final String PASSED_OVER =
      "a .docx file (16 characters, not quoted), \"notes.txt\"";

  @TempDir Path workspace;
  private SchoolVisits schools;

  @BeforeEach
  void a_school_that_sends_more_and_less_than_is_read() throws IOException {
    schools =
        new SchoolVisits(workspace).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
    schools
        .inbox()
        .file("H/cases.csv", "case_id,stage,risk,team\nC1,late,low,a\nC2,early,high,b\n")
        .file("H/notes.txt", "x")
        .file("H/Janet Smith.docx", "x")
        .file("elsewhere.zip", "x");
  }

  private static Map<String, String> row(Path csv, String column, String value) {
    return PlainCsv.rows(csv).stream()
        .filter(row -> row.get(column).equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void they_are_said_in_the_terminal_when_they_are_read_and_not_again() {
    List<String> told = schools.done("run").out();
    assertThat(told)
        .contains(
            "H/cases.csv: passed over as foreign to the format: column 4 \"team\"",
            "H/inspection.json: passed over beside it: " + PASSED_OVER,
            "passed over beside the folders of inbox: elsewhere.zip");
    assertThat(schools.done("run").out()).noneMatch(line -> line.contains("\"team\""));
  }

  @Test
  void coverage_lists_them_by_file_and_by_inspection() throws IOException {
    Path release = schools.done("run").release();
    Map<String, String> cases = row(release.resolve("tables/coverage.csv"), "file", "H/cases.csv");
    assertThat(cases.get("names_passed_over")).isEqualTo("column 4 \"team\"");
    assertThat(cases.get("names_lacking")).isEqualTo("column town, evidence");
    assertThat(row(release.resolve("tables/coverage.csv"), "file", "H/inspection.json"))
        .containsEntry("names_passed_over", PASSED_OVER);
    assertThat(row(release.resolve("summary/coverage.csv"), "inspection_id", "H-1"))
        .containsEntry("names_passed_over", "column 4 \"team\", " + PASSED_OVER);
    assertThat(row(release.resolve("summary/coverage.csv"), "inspection_id", "D-1"))
        .containsEntry("names_passed_over", "none");
    assertThat(workbook(release)).contains("column 4 \"team\", " + PASSED_OVER);
  }

  @Test
  void a_public_release_says_whether_there_were_any_and_what_is_lacking() throws IOException {
    StringBuilder cases = new StringBuilder("case_id,stage,risk,team\n");
    StringBuilder judged = new StringBuilder("case_id,plan,pace,safe\n");
    for (int i = 0; i < 60; i++) {
      cases.append("C%d,late,low,a\n".formatted(i));
      judged.append("C%d,%s,yes,1\n".formatted(i, i < 30 ? "yes" : "no"));
    }
    schools
        .inbox()
        .file("H/cases.csv", cases.toString())
        .file("H/judgements.csv", judged.toString());
    Path release = schools.done("run", "--audience", "public").release();
    assertThat(row(release.resolve("tables/coverage.csv"), "inspection_id", "H-1"))
        .containsEntry("names_passed_over", "yes")
        .containsEntry("names_lacking", "column town, evidence, question marked, talk");
    assertThat(workbook(release)).contains("yes");
    try (var files = Files.walk(release)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), "ISO-8859-1"))
            .as("%s", file)
            .doesNotContain("\"team\"", "notes.txt", "characters, not quoted");
      }
    }
  }

  @Test
  void a_column_of_the_frameworks_tables_that_nothing_reads_is_said() throws IOException {
    Files.writeString(
        schools.framework().resolve("trusts.csv"),
        TinyFramework.TRUSTS
            .replace("county", "county,colour")
            .replace(",Kent", ",Kent,red")
            .replace(",2,", ",2,,"));
    MainRun run = schools.done("run");
    assertThat(run.out())
        .contains(
            "column colour of trusts.csv is not read, since it is not among the dimensions of framework.json");
  }

  private static List<String> workbook(Path release) throws IOException {
    return OdsDocument.of(Files.readAllBytes(release.resolve("league-tables.ods")))
        .sheets()
        .stream()
        .flatMap(sheet -> sheet.rows().stream())
        .flatMap(row -> row.cells().stream())
        .map(OdsDocument.Cell::text)
        .toList();
  }
}
