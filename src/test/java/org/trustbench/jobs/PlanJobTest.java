package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** How many cases a programme needs, asked of the command line. */
class PlanJobTest {
  private static final String[] GUESS = {
    "--score", "75", "--icc", "0.1", "--applicable", "1", "--called-for", "1"
  };

  @TempDir static Path workspace;
  private static SchoolVisits schools;

  /** Forty lessons of two schools, every other of them late. */
  @BeforeAll
  static void two_schools() throws IOException {
    StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
    StringBuilder judged = new StringBuilder("case_id,plan,pace,safe\n");
    for (int i = 0; i < 40; i++) {
      cases.append("C%d,%s,low,\n".formatted(i, i % 2 == 0 ? "late" : "early"));
      judged.append("C%d,%s,yes,%d\n".formatted(i, i % 4 == 0 ? "no" : "yes", i % 3 == 0 ? 3 : 1));
    }
    schools = new SchoolVisits(workspace);
    for (String school : List.of("HILL", "DALE")) {
      schools.inbox().send(school, school + "-1", school, cases.toString(), judged.toString());
    }
    schools.done("ingest");
  }

  private static Map<String, String> planned(Path folder, String measure) {
    return PlainCsv.rows(folder.resolve("output/internal/plan/schools.csv")).stream()
        .filter(row -> row.get("measure_id").equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_lake_tells_what_cases_are_like() {
    MainRun run = schools.done("plan", "--institutions", "30");
    assertThat(run.out()).anyMatch(line -> line.startsWith("As 2 trusts in the lake are"));
    assertThat(planned(workspace, "safe-late"))
        .containsEntry("called_for_percent", "50.0000")
        .containsEntry("cases_sampled", "40")
        .containsEntry("is_assumed", "false")
        .containsEntry("institutions", "30");
  }

  @Test
  void without_a_lake_it_plans_by_what_is_assumed_and_makes_none(@TempDir Path folder)
      throws IOException {
    SchoolVisits none = new SchoolVisits(folder);
    none.done("plan", GUESS);
    assertThat(planned(folder, "question-plan"))
        .containsEntry("assessed_for_half_width", "286")
        .containsEntry("cases_for_half_width", "286")
        .containsEntry("is_assumed", "true")
        .containsEntry("institutions", "3")
        .containsEntry("cases_for_difference", "")
        .containsEntry("remark", "fewer than 4 trusts are not compared");
    assertThat(Files.exists(folder.resolve("lake"))).isFalse();
  }

  @Test
  void without_a_lake_and_without_assumptions_it_says_what_to_give(@TempDir Path folder)
      throws IOException {
    new SchoolVisits(folder).done("plan");
    assertThat(planned(folder, "overall"))
        .containsEntry("cases_for_half_width", "")
        .containsEntry("remark", "no judgement tells its score: give --score");
  }

  @Test
  void it_plans_for_the_version_of_the_form_in_force_on_the_day(@TempDir Path folder)
      throws IOException {
    SchoolVisits visits = new SchoolVisits(folder);
    TinyFramework.write(
        visits.framework(),
        json ->
            json.replace("\"encoding\"", "\"version\": \"1\", \"encoding\"")
                .replace(
                    "\"vocabulary\"",
                    "\"forms\": [{ \"version\": \"0\", \"from\": \"2010-01-01\" }, { \"version\":"
                        + " \"1\", \"from\": \"2014-01-01\" }], \"vocabulary\""));
    Files.writeString(
        visits.framework().resolve("questions.csv"),
        TinyFramework.QUESTIONS
                .replace("\n", ",,\n")
                .replace("evidence,,", "evidence,versions,same_as")
            + "tidy,Tidy,Was the room tidy?,B1,yes|no,yes,lesson,0,\n");
    List<String> flags = List.of(GUESS);

    visits.done("plan", GUESS);
    assertThat(measures(folder)).contains("question-plan").doesNotContain("question-tidy");
    List<String> before = new ArrayList<>(flags);
    before.addAll(List.of("--on", "2013-12-31"));
    visits.done("plan", before.toArray(String[]::new));
    assertThat(measures(folder)).contains("question-plan", "question-tidy");

    MainRun early = visits.job("plan", "--on", "2009-12-31");
    assertThat(early.err())
        .containsExactly(
            "trustbench: --on 2009-12-31 is before 2010-01-01, when the first version of the form"
                + " began");
  }

  private static List<String> measures(Path folder) {
    return PlainCsv.rows(folder.resolve("output/internal/plan/schools.csv")).stream()
        .map(row -> row.get("measure_id"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--audience public               | plan shows exact figures of trusts, which are for"
            + " internal use: leave out --audience public",
        "--score-rule mean-of-questions  | score rule mean-of-questions has no interval and no"
            + " verdict to plan for: use --score-rule pooled",
        "--half-width 0                  | --half-width 0.0 is not above 0 and at most 50",
        "--power 100                     | --power 100.0 is not below 100",
        "--finite-population             | --finite-population allows for the share of a caseload"
            + " that is sampled: give --caseload",
        "--called-for 1.2                | --called-for 1.2 is not above 0 and at most 1",
        "--icc=-1                        | --icc -1.0 is not from 0 to 1",
        "--icc 0x1p-3                    | --icc 0x1p-3 is not a number",
        "--icc x                         | --icc x is not a number",
        "--score 75 --score 80           | --score is given twice for every measure",
        "--score themeA=75               | --score names measure \"themeA\", which the framework"
            + " does not have; did you mean theme-A?",
      })
  void what_cannot_be_planned_is_refused(String flags, String message) {
    MainRun run = schools.job("plan", flags.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).containsExactly("trustbench: " + message);
  }
}
