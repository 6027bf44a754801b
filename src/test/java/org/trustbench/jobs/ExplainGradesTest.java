package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.ForgedRelease;
import org.trustbench.support.GradedProgramme;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;

/**
 * What the job says of shares at a cut of a scale, and of outcomes of whole cases: {@code risk} is
 * asked the other way round, {@code part} has no grade 2.
 */
class ExplainGradesTest {
  @TempDir static Path folder;
  private static Path release;

  @BeforeAll
  static void publish() throws IOException {
    GradedProgramme.write(folder.resolve("framework"));
    new LandingFolder(folder.resolve("inbox"))
        .send(
            "H",
            "H-1",
            "HILL",
            "case_id,stage\nC1,early\nC2,late\nC3,late\nC4,early\nC5,late\n",
            """
            case_id,plan,pace,safe,risk,part
            C1,yes,yes,2,4,3
            C2,no,no,1,1,na
            C3,yes,nr,3,2,4
            C4,na,na,4,3,1
            C5,no,na,2,nr,
            """);
    MainRun run = job("run");
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    release = run.release();
  }

  private static MainRun job(String job, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--framework", folder.resolve("framework").toString()));
    all.addAll(List.of("--submissions", folder.resolve("inbox").toString()));
    return MainRun.in(folder.resolve("workspace"), job, all.toArray(String[]::new));
  }

  private static List<String> explained(String measure, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--trust", "HILL", "--measure", measure));
    arguments.addAll(List.of(more));
    MainRun run = job("explain", arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    return run.out().stream().map(line -> line.replaceFirst("^[0-9a-f]{32}  ", "")).toList();
  }

  @Test
  void a_cut_is_taken_apart_into_questions_each_by_its_own_answers() {
    assertThat(explained("theme-B-at-least-1"))
        .containsSequence(
            """
            sufficient at this cut: safe 1, risk 4, part 1

            Questions, as counted in the lake
            Question  Sufficient  Assessed  Score %  Not applicable  Not recorded
            ────────  ──────────  ────────  ───────  ──────────────  ────────────
            safe               1         5  20.0000               0             0
            risk               1         4  25.0000               0             1
            part               1         3  33.3333               1             1
            Sum                3        12  25.0000               1             2
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void judgements_of_a_cut_are_listed_with_their_grade_and_what_it_is_at_this_cut() {
    assertThat(explained("theme-B-at-least-1", "--judgements"))
        .containsSequence(
            "H/cases.csv:2  safe      2       insufficient    H/judgements.csv:2",
            "H/cases.csv:2  risk      4       sufficient      H/judgements.csv:2",
            "H/cases.csv:2  part      3       insufficient    H/judgements.csv:2");
  }

  @Test
  void a_cut_of_one_question_is_explained_by_the_release_itself() {
    assertThat(explained("question-safe-at-least-3"))
        .contains(
            "sufficient at this cut: safe 1|2|3",
            "Questions, as published",
            "safe               4         5  80.0000               0             0");
  }

  @Test
  void an_outcome_of_cases_is_taken_apart_into_its_classes() {
    assertThat(explained("whole-at-least-fair"))
        .containsSequence(
            """
            Whole lessons: Fair or better (whole-at-least-fair): cases of evidence "lesson", all: 5 in scope, 4 with an outcome
            score: 50.0000 % (95 %: 15.0039 to 84.9961, wilson, design effect 1.000000), 2 sufficient of 4 assessed, rule pooled

            Cases by class, as counted in the lake
            Class  Rule                      Cases  Counted as
            ─────  ────────────────────────  ─────  ──────────────
            Good   all of (plan, pace)           1  sufficient
            Fair   any of (plan, safe is 1)      1  sufficient
            Poor   none of these                 2  insufficient
                                                 0  not_applicable
                                                 1  not_recorded
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void cases_of_an_outcome_are_listed_with_the_judgements_they_follow_from() {
    assertThat(explained("whole", "--judgements"))
        .containsSequence(
            "H/cases.csv:2  Good   sufficient",
            "H/cases.csv:3  Fair   insufficient",
            "H/cases.csv:4         not_recorded",
            "H/cases.csv:5  Poor   insufficient",
            "H/cases.csv:6  Poor   insufficient")
        .contains("H/cases.csv:4  pace      nr      not_recorded    H/judgements.csv:4");
  }

  @Test
  void a_rule_in_some_cases_is_met_or_not() {
    assertThat(explained("met"))
        .containsSequence(
            "met      at least 2 of (plan, safe)      0  sufficient",
            "not met  none of these                   3  insufficient");
  }

  @Test
  void an_outcome_that_was_tampered_with_is_told_from_the_lake() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(release.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    new ForgedRelease(copy)
        .change(
            "tables/scores.csv",
            text -> text.replaceAll("(?m)^(H-1,.*,whole,.*?),5,4,4,1,", "$1,5,4,4,2,"));
    MainRun run =
        job("explain", "--release", copy.toString(), "--trust", "HILL", "--measure", "whole");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("one of the two has been changed");
  }
}
