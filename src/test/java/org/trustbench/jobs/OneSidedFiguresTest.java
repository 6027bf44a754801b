package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** Programmes of which only one outcome was sent, as of a list of violations. */
class OneSidedFiguresTest {
  private static final List<String> SCHOOLS = List.of("HILL", "DALE", "FORD", "MOOR", "WOOD");

  @TempDir Path workspace;
  private SchoolVisits schools;

  @BeforeEach
  void five_schools() throws IOException {
    schools = new SchoolVisits(workspace);
    Files.writeString(
        schools.framework().resolve("trusts.csv"),
        TinyFramework.TRUSTS + "MOOR,Moor School,,,\nWOOD,Wood School,,,\n");
  }

  @Test
  void a_question_that_is_0_in_every_inspection_is_told_everywhere() throws IOException {
    for (String school : SCHOOLS) {
      send(school, 200, "no", "yes");
    }
    MainRun run = schools.done("run");
    assertThat(run.err())
        .filteredOn(line -> line.contains("audit one-sided-measure"))
        .anyMatch(
            line ->
                line.contains(" 0 %")
                    && line.contains(
                        "000 judgements in every one of 5 inspections that have a figure"));
    assertThat(PlainCsv.rows(run.release().resolve("tables/audits.csv")))
        .filteredOn(row -> row.get("measure_id").equals("question-plan"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("one_sided_percent")).isEqualTo("0");
              assertThat(row.get("inspections")).isEqualTo("5");
            });
    assertThat(Files.readString(run.release().resolve("index.html")))
        .contains("audit one-sided-measure");
  }

  @Test
  void the_public_is_told_of_no_figure_that_is_0_and_the_publisher_that_there_are_some()
      throws IOException {
    for (String school : SCHOOLS) {
      send(school, 200, "no", "yes");
    }
    MainRun run = schools.done("run", "--audience", "public");
    assertThat(run.err())
        .filteredOn(line -> line.contains("audit"))
        .singleElement()
        .asString()
        .contains("some figures are 0 % or 100 %")
        .doesNotContain("plan");
    assertThat(PlainCsv.rows(run.release().resolve("tables/audits.csv"))).isEmpty();
    assertThat(Files.readString(run.release().resolve("index.html")))
        .doesNotContain("audit one-sided-measure");
  }

  @Test
  void one_other_judgement_or_one_fewer_is_nothing_to_tell() throws IOException {
    for (String school : SCHOOLS) {
      send(school, school.equals("HILL") ? 199 : 200, "no", school.equals("HILL") ? "yes" : "no");
    }
    MainRun run = schools.done("run");
    assertThat(PlainCsv.rows(run.release().resolve("tables/audits.csv"))).isEmpty();
    assertThat(run.err()).noneMatch(line -> line.contains("audit"));
  }

  @Test
  void one_inspection_of_violations_only_is_told_among_others() throws IOException {
    for (String school : SCHOOLS) {
      send(school, school.equals("HILL") ? 500 : 50, "no", school.equals("HILL") ? "no" : "yes");
    }
    MainRun run = schools.done("run");
    assertThat(run.err())
        .filteredOn(line -> line.contains("audit one-sided-inspection"))
        .singleElement()
        .asString()
        .contains("0 % of 1,000 judgements in HILL-2014");
  }

  private void send(String school, int cases, String plan, String pace) {
    StringBuilder of = new StringBuilder("case_id,stage,risk,town\n");
    StringBuilder judged = new StringBuilder("case_id,plan,pace\n");
    for (int i = 0; i < cases; i++) {
      of.append("C%d,early,low,\n".formatted(i));
      judged.append("C%d,%s,%s\n".formatted(i, plan, i == 0 ? pace : "no"));
    }
    schools.inbox().send(school, school + "-2014", school, of.toString(), judged.toString());
  }
}
