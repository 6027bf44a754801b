package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/** What is internal and what is for the public, in one output folder. */
class AudiencesApartTest {
  @TempDir static Path workspace;
  private static SchoolVisits schools;
  private static MainRun internal;
  private static MainRun forPublic;

  /** Forty lessons of each school, and a third that sends nothing that can be read. */
  @BeforeAll
  static void publish() throws IOException {
    StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
    StringBuilder judged = new StringBuilder("case_id,plan,pace,safe\n");
    for (int i = 0; i < 40; i++) {
      cases.append("C%d,late,low,\n".formatted(i));
      judged.append("C%d,%s,yes,%d\n".formatted(i, i % 4 == 0 ? "no" : "yes", i % 2 == 0 ? 1 : 3));
    }
    schools = new SchoolVisits(workspace);
    for (String school : List.of("HILL", "DALE")) {
      schools.inbox().send(school, school + "-1", school, cases.toString(), judged.toString());
    }
    internal = schools.done("run");
    schools.inbox().file("F/inspection.json", "{");
    forPublic = schools.job("run", "--audience", "public");
    schools.done("compare", "--trust", "HILL", "--with", "DALE");
    schools.done("diff", id(internal), id(forPublic));
  }

  private static String id(MainRun run) {
    return SchoolVisits.id(run);
  }

  private static Path output() {
    return workspace.resolve("output");
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MainRun refused(String job, String... further) {
    MainRun run = schools.job(job, further);
    assertThat(run.exitCode()).as("%s %s", run.err(), run.out()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    return run;
  }

  @Test
  void each_audience_has_its_releases_and_its_latest_and_the_public_nothing_else() {
    assertThat(names(output())).containsExactly("internal", "public");
    assertThat(names(output().resolve("public"))).containsExactly("latest.json", "releases");
    assertThat(names(output().resolve("public/releases"))).containsExactly(id(forPublic));
    assertThat(names(output().resolve("internal")))
        .containsExactly("compare", "diff", "latest.json", "rejects", "releases");
    assertThat(names(output().resolve("internal/releases"))).containsExactly(id(internal));
    assertThat(output().resolve("internal/latest.json")).content().contains(id(internal));
    assertThat(output().resolve("public/latest.json"))
        .content()
        .contains(id(forPublic))
        .doesNotContain(workspace.toString());
  }

  @Test
  void a_public_run_says_what_it_withholds_and_where_what_is_for_the_public_lies() {
    assertThat(forPublic.out())
        .anyMatch(
            line ->
                line.startsWith("withheld from the public: ")
                    && line.endsWith(
                        "; for the public is what lies in %s, and nothing beside it"
                            .formatted(output().resolve("public"))));
    assertThat(internal.out()).noneMatch(line -> line.contains("for the public is what lies"));
  }

  @Test
  void a_difference_is_internal_whomever_its_releases_are_for() {
    Path folder = output().resolve("internal/diff").resolve(id(internal) + "-" + id(forPublic));
    for (String file : List.of("changes.csv", "revisions.csv")) {
      assertThat(folder.resolve(file)).content().doesNotContain("public: ");
    }
  }

  @Test
  void explain_and_feed_take_the_latest_for_the_audience() {
    List<String> figure = List.of("--trust", "HILL", "--measure", "question-plan");
    assertThat(schools.done("explain", figure.toArray(String[]::new)).out())
        .anyMatch(line -> line.contains("release " + id(internal)));
    assertThat(
            schools
                .done(
                    "explain",
                    Stream.concat(Stream.of("--audience", "public"), figure.stream())
                        .toArray(String[]::new))
                .out())
        .anyMatch(line -> line.contains("release " + id(forPublic)));
    String file = "duckdb:" + workspace.resolve("fed.duckdb");
    assertThat(schools.done("feed", "--to", file).out())
        .anyMatch(line -> line.contains("release " + id(internal)));
    assertThat(refused("feed", "--to", file, "--audience", "public").err().get(0))
        .endsWith(
            "holds a release that is internal and this one is public: give it a file of its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "folder"})
  void a_release_that_is_named_has_to_be_for_the_audience_asked(String way) {
    String named = way.equals("id") ? id(internal) : internal.release().toString();
    assertThat(
            refused(
                    "feed",
                    "--to",
                    "duckdb:" + workspace.resolve("none.duckdb"),
                    "--audience",
                    "public",
                    "--release",
                    named)
                .err())
        .containsExactly(
            "trustbench: %s is a release that is internal: --audience public asks for others, so give the audience that it is for"
                .formatted(internal.release()));
    assertThat(workspace.resolve("none.duckdb")).doesNotExist();
  }

  @Test
  void a_release_in_the_folder_of_the_other_audience_is_refused_and_told() throws IOException {
    Path elsewhere = workspace.resolve("strayed");
    SchoolVisits.copy(workspace.resolve("lake"), elsewhere.resolve("lake"));
    SchoolVisits.copy(output(), elsewhere.resolve("output"));
    Path stray = elsewhere.resolve("output/public/releases").resolve(id(internal));
    Files.move(elsewhere.resolve("output/internal/releases").resolve(id(internal)), stray);
    Files.writeString(
        elsewhere.resolve("output/public/latest.json"),
        "{\"release\": \"releases/%s\"}".formatted(id(internal)));

    MainRun fed =
        schools.jobIn(
            elsewhere,
            "feed",
            "--audience",
            "public",
            "--to",
            "duckdb:" + elsewhere.resolve("fed.duckdb"));
    MainRun checked = schools.jobIn(elsewhere, "check");

    assertThat(fed.err()).singleElement().asString().contains("is a release that is internal");
    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.err())
        .contains(
            "trustbench: %s is not a release that is public, and lies among those: take it away"
                .formatted(stray));
  }

  @Test
  void where_an_audience_has_no_release_yet_the_message_says_how_to_make_one() throws IOException {
    Path elsewhere = workspace.resolve("unpublished");
    SchoolVisits.copy(output().resolve("internal"), elsewhere.resolve("output/internal"));
    MainRun run =
        schools.jobIn(
            elsewhere, "feed", "--audience", "public", "--to", "duckdb:" + elsewhere.resolve("d"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "trustbench: %s is missing, so there is no latest release that is public: make one by run --audience public, or name another audience by --audience, a release by --release or a folder by --output"
                .formatted(elsewhere.resolve("output/public/latest.json")));
  }

  @Test
  void an_output_of_an_earlier_version_is_refused_until_it_is_sorted() throws IOException {
    Path elsewhere = workspace.resolve("earlier");
    SchoolVisits.copy(workspace.resolve("lake"), elsewhere.resolve("lake"));
    Files.copy(workspace.resolve("lake.key"), elsewhere.resolve("lake.key"));
    Path earlier = elsewhere.resolve("output");
    SchoolVisits.copy(output().resolve("internal"), earlier);
    SchoolVisits.copy(output().resolve("public"), earlier);

    MainRun run = schools.jobIn(elsewhere, "run");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "trustbench: %s is of an earlier version, which kept releases for the public beside internal ones: sort it into internal and public by maintain --sort-output, or name another folder by --output"
                .formatted(earlier.resolve("releases")));
    assertThat(names(earlier)).doesNotContain("internal", "public");

    assertThat(schools.doneIn(elsewhere, "maintain", "--sort-output").out())
        .contains(
            "sorted: releases for the public: 1, internal ones: 1, in folders of these names in "
                + earlier,
            "the latest is named by " + earlier.resolve("public/latest.json"));
    assertThat(names(earlier)).containsExactly("internal", "public");
    assertThat(names(earlier.resolve("internal")))
        .containsExactly("compare", "diff", "rejects", "releases");
    assertThat(names(earlier.resolve("public/releases"))).containsExactly(id(forPublic));
    assertThat(schools.jobIn(elsewhere, "run").exitCode()).isEqualTo(3);
    assertThat(schools.doneIn(elsewhere, "check").err()).isEmpty();
  }

  @Test
  void the_folder_of_one_audience_is_no_output_folder() {
    Path forOne = output().resolve("public");
    MainRun run = MainRun.of("maintain", "--output", forOne.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "trustbench: --output %s is the folder of one audience: name the one above it"
                .formatted(forOne));
  }
}
