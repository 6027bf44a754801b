package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.TinyForms;

/** Each job goes by the version of the form that an inspection is of ({@link TinyForms}). */
class FormVersionsJobsTest {
  @TempDir static Path folder;

  private static Path framework;

  @BeforeAll
  static void two_inspections_of_a_school_by_two_versions() {
    framework = folder.resolve("framework");
    TinyForms.write(
        framework,
        json ->
            json.replace(
                "\"measures\": [",
                """
                "measures": [
                  { "id": "sound", "kind": "safety", "label": "Sound",
                    "rule": { "all": ["plan", "tempo"] } },"""),
        questions -> questions);
    LandingFolder landing = new LandingFolder(folder.resolve("inbox"));
    for (String school : List.of("Hill", "Dale")) {
      send(landing, school, "2014", "0", "pace,marked");
    }
    send(landing, "Hill", "2016", "1", "tempo,fed_back");
    MainRun run = main("run");
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
  }

  private static void send(
      LandingFolder landing, String school, String year, String version, String questions) {
    String id = school.toUpperCase(Locale.ROOT) + "-" + year;
    StringBuilder judgements = new StringBuilder("case_id,plan," + questions + ",safe\n");
    StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
    for (int c = 0; c < 12; c++) {
      cases.append("C%d,late,low,Ely%n".formatted(c));
      judgements.append(
          "C%d,%s,%s,no,1%n".formatted(c, c < 9 ? "yes" : "no", c < 6 ? "yes" : "no"));
    }
    landing.send(id, id, school + " School", cases.toString(), judgements.toString());
    landing.file(
        id + "/inspection.json",
        LandingFolder.manifest(id, school + " School")
            .replace("\"1\"", "\"" + version + "\"")
            .replace("\"2014-", "\"" + year + "-"));
  }

  private static MainRun main(String job, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--framework", framework.toString()));
    all.addAll(List.of("--submissions", folder.resolve("inbox").toString()));
    return MainRun.in(folder.resolve("workspace"), job, all.toArray(String[]::new));
  }

  /** A job that knows neither lake nor settings. */
  private static String said(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--framework", framework.toString()));
    MainRun alone = MainRun.of(all.toArray(String[]::new));
    return String.join("\n", alone.out()) + String.join("\n", alone.err());
  }

  @Test
  void explain_takes_a_rule_apart_by_the_questions_of_each_inspection() {
    String said = main("explain", "--trust", "HILL", "--measure", "sound").out().toString();

    assertThat(said)
        .contains("HILL-2014, by version 0", "all of (plan, pace)")
        .contains("HILL-2016, by version 1", "all of (plan, tempo)");
  }

  @Test
  void explain_says_what_stands_for_a_question_that_a_version_does_not_ask() {
    assertThat(main("explain", "--trust", "HILL", "--measure", "question-pace").out().toString())
        .contains(
            "version 1 of the form has question-tempo in its place, which is the same: explain that");
    assertThat(main("explain", "--trust", "HILL", "--measure", "question-marked").out().toString())
        .contains("version 1 of the form has nothing of it");
  }

  @Test
  void check_submission_goes_by_the_version_that_the_inspection_names() {
    String check =
        said(
            "check-submission",
            folder.resolve("inbox/HILL-2014").toString(),
            "--to",
            folder.resolve("problems").toString());

    assertThat(check).contains("1 of 1 would be taken in", "accepted 48");
    assertThat(check).doesNotContain("tempo", "fed_back");
  }

  @Test
  void a_template_is_of_the_version_in_force_on_the_day_of_the_inspection() {
    assertThat(template("--on", "2014-03-01")).contains("with 5 questions of version 0 and");
    assertThat(template("--on", "2015-01-01")).contains("with 5 questions of version 1 and");
    assertThat(template()).contains("with 5 questions of version 1 and");
    assertThat(template("--on", "2009-12-31"))
        .contains("--on 2009-12-31 is before 2010-01-01, when the first version of the form began");
    assertThat(template("--on", "1.4.2014"))
        .contains("--on 1.4.2014 is no date: write it as 2026-04-01");
  }

  private static String template(String... on) {
    Path file = folder.resolve("form" + on.length + String.join("", on) + ".xlsx");
    List<String> all = new ArrayList<>(List.of("template", "--to", file.toString()));
    all.addAll(List.of(on));
    return said(all.toArray(String[]::new));
  }

  @Test
  void plan_draws_on_what_earlier_versions_asked_the_same() {
    MainRun plan = main("plan", "--as-at", "2015-01-01");

    assertThat(plan.exitCode()).as(plan.err().toString()).isZero();
    assertThat(
            PlainCsv.rows(folder.resolve("workspace/output/internal/plan/schools.csv")).stream()
                .map(row -> row.get("measure_id") + " " + row.get("score_percent")))
        .contains("question-plan 75.0000", "question-tempo 50.0000", "sound 50.0000")
        .contains("question-fed_back ");
  }
}
