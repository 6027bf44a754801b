package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.ForgedRelease;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** What the job says of a published figure and of a rejected line. */
class ExplainTest {
  @TempDir static Path folder;
  private static Path release;

  @BeforeAll
  static void publish() throws IOException {
    new LandingFolder(folder.resolve("inbox"))
        .send(
            "H",
            "H-1",
            "HILL",
            """
            case_id,stage,risk,town
            C1,early,low,Ely
            C2,late,high,
            C3,late,low,
            """,
            """
            case_id,question_id,answer,notes
            C1,plan,yes,
            C1,pace,no,
            C1,safe,1,
            C2,plan,yes,
            C2,pace,na,
            C2,safe,3,
            C3,safe,2,
            C9,safe,2,\u001b[31mfor your eyes only\u202e
            """)
        .send("F1", "F-1", "FORD", "case_id,stage\nC1,\n", "case_id,plan\nC1,yes\n")
        .send("F2", "F-2", "FORD", "case_id,stage\nC1,\n", "case_id,plan\nC1,no\n")
        .file(
            "F2/inspection.json",
            LandingFolder.manifest("F-2", "FORD").replace("2014-03-04", "2014-03-05"));
    MainRun run = job("run");
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    release = run.release();
  }

  private static String framework() throws IOException {
    Path written = folder.resolve("framework");
    return (Files.exists(written)
            ? written
            : TinyFramework.write(
                written,
                json ->
                    json.replace(
                        "\"questions\": [\"safe\"], \"when\"",
                        "\"questions\": [\"safe\", \"plan\"], \"when\"")))
        .toString();
  }

  private static String inbox() {
    return folder.resolve("inbox").toString();
  }

  private static MainRun job(String job, String... arguments) throws IOException {
    return MainRun.in(
        folder.resolve("workspace"),
        job,
        Stream.concat(
                Stream.of(arguments),
                Stream.of(
                    "--framework",
                    framework(),
                    "--submissions",
                    inbox(),
                    "--reject-tolerance",
                    "1"))
            .toArray(String[]::new));
  }

  private static List<String> explained(String... arguments) throws IOException {
    MainRun run = job("explain", arguments);
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    return run.out().subList(2, run.out().size());
  }

  @Test
  void a_figure_is_taken_apart_into_its_questions_as_published() throws IOException {
    assertThat(
            explained("--trust", "HILL", "--measure", "section-A1").stream()
                .map(line -> line.replace(release.toString(), "PATH"))
                .map(line -> line.replaceAll("[0-9a-f]{16}", "ID")))
        .containsExactly(
            """
            release ID: PATH
            Hill School (HILL), inspection H-1
            A1 Plans (section-A1): cases of evidence "lesson", all: 3 in scope, 2 with an assessed judgement
            score: 66.6667 % (95 %: 1.2089 to 99.6950, wilson-clustered, design effect 28.018460), 2 sufficient of 3 assessed, rule pooled

            Questions, as published
            Question  Sufficient  Assessed   Score %  Not applicable  Not recorded
            ────────  ──────────  ────────  ────────  ──────────────  ────────────
            plan               2         2  100.0000               0             1
            pace               0         1    0.0000               1             1
            Sum                2         3   66.6667               1             2
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void a_trust_that_was_inspected_twice_has_two_figures() throws IOException {
    assertThat(explained("--trust", "FORD", "--measure", "question-plan"))
        .contains(
            "Ford School (FORD), inspection F-1",
            "plan               1         1  100.0000               0             0",
            "Ford School (FORD), inspection F-2",
            "plan               0         1   0.0000               0             0");
  }

  @Test
  void a_measure_of_some_cases_is_counted_by_question_in_the_lake() throws IOException {
    assertThat(explained("--trust", "Hill School", "--measure", "safe-late"))
        .contains(
            "Questions, as counted in the lake",
            "safe               1         2   50.0000               0             0",
            "plan               1         1  100.0000               0             1",
            "Sum                2         3   66.6667               0             1");
  }

  @Test
  void judgements_are_listed_by_pseudonym_with_the_line_each_was_sent_on() throws IOException {
    List<String> lines =
        explained(
            "--release",
            release.getFileName().toString(),
            "--trust",
            "HILL",
            "--measure",
            "safe-late",
            "--judgements");

    assertThat(lines.subList(lines.indexOf("Judgements of the cases in scope") + 3, lines.size()))
        .extracting(line -> line.replaceFirst("^[0-9a-f]{32}  ", ""))
        .containsExactly(
            "H/cases.csv:3  safe      3       insufficient  H/judgements.csv:7",
            "H/cases.csv:3  plan      yes     sufficient    H/judgements.csv:5",
            "H/cases.csv:4  safe      2       sufficient    H/judgements.csv:8",
            "H/cases.csv:4  plan              not_recorded");
  }

  @Test
  void a_release_explains_itself_after_its_submission_was_replaced() throws IOException {
    Path other = Files.createDirectories(folder.resolve("changed"));
    new LandingFolder(other)
        .send("H", "H-1", "HILL", "case_id,stage\nC1,late\n", "case_id,safe\nC1,4\n");
    MainRun.in(
        folder.resolve("workspace"),
        "ingest",
        "--framework",
        framework(),
        "--submissions",
        other.toString());

    assertThat(explained("--trust", "HILL", "--measure", "safe-late"))
        .contains("Sum                2         3   66.6667               0             1");
    assertThat(job("ingest").exitCode()).isZero();
  }

  @Test
  void a_release_that_was_tampered_with_is_told_from_the_lake() throws IOException {
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("tables"));
    Files.createDirectories(copy.resolve("framework"));
    for (String name :
        List.of(
            "manifest.json",
            "tables/scores.csv",
            "framework/framework.json",
            "framework/questions.csv",
            "framework/trusts.csv")) {
      Files.copy(release.resolve(name), copy.resolve(name));
    }
    new ForgedRelease(copy)
        .change(
            "tables/scores.csv",
            text -> text.replaceAll("(?m)^(H-1,.*,safe-late,.*?),2,2,3,2,", "$1,2,2,3,3,"));

    MainRun run =
        job("explain", "--release", copy.toString(), "--trust", "HILL", "--measure", "safe-late");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("one of the two has been changed");
  }

  @Test
  void a_rejected_line_is_shown_where_it_was_sent_harmless_to_a_terminal() throws IOException {
    assertThat(explained("--reject", "H/judgements.csv:9"))
        .containsExactly(
            "unknown-case (1 judgement): the case has no row in cases.csv: add it there, or"
                + " correct the case_id",
            "line 1: case_id,question_id,answer,notes",
            "line 9: C9,safe,2,\uFFFD[31mfor your eyes only\uFFFD");
  }

  @Test
  void a_line_of_a_file_that_has_changed_is_shown_with_a_warning() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    new LandingFolder(other).file("H/judgements.csv", "case_id,question_id,answer\nC1,plan,no\n");

    MainRun run =
        MainRun.in(
            folder.resolve("workspace"),
            "explain",
            "--reject",
            "H/judgements.csv:2",
            "--framework",
            framework(),
            "--submissions",
            other.toString());

    assertThat(run.err())
        .containsExactly(
            "trustbench: H/judgements.csv has changed since it was ingested: the line may be"
                + " another");
    assertThat(run.out())
        .endsWith(
            "nothing on this line is rejected in the lake",
            "line 1: case_id,question_id,answer",
            "line 2: C1,plan,no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --trust HILL                                   | 2 | give either --trust and --measure
          --trust HILL --measure plan --reject X/y:1     | 2 | give either --trust and --measure
          --trust NOBODY --measure section-A1            | 2 | --trust "NOBODY" is not a trust of schools
          --trust DALE --measure section-A1              | 1 | Dale School (DALE) has no score in release
          --trust HILL --measure way-1                   | 2 | --measure way-1 is not a measure_id of
          --trust HILL --measure section-A1 --release x  | 2 | x/manifest.json cannot be read: --release names a release
          --reject H/judgements.csv                      | 2 | is not FILE:LINE
          --reject H/judgements.csv:99                   | 1 | H/judgements.csv ends before line 99
          --reject ../../etc/passwd:1                    | 1 | ../../etc/passwd is not among what was sent
          """)
  void what_cannot_be_explained_is_said(String arguments, int exitCode, String message)
      throws IOException {
    MainRun run = job("explain", arguments.split(" +"));

    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(exitCode);
    assertThat(run.err()).singleElement().asString().contains(message);
  }
}
