package org.trustbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;

/** The launch scripts, as a user starts them. */
@Tag("packaged")
class SubmitTest {
  @TempDir Path folder;

  /** A JVM that is told so ends where it cannot use the archive of classes. */
  @Test
  void a_run_submitted_to_one_core_uses_the_archive_and_makes_the_release_that_jobs_run_makes() {
    PublishedRelease.embedded();
    Map<String, String> withArchive =
        Map.of("TRUSTBENCH_JAVA_OPTS", Launched.QUICK_JVM + " -Xshare:on");
    Launched run = launch(withArchive, "jobs/submit", "--master", "local[1]", "run");
    assertThat(run.exitCode()).as(run.printed()).isZero();
    assertThat(run.err()).doesNotContain("INFO", "WARN ");
    PublishedRelease.latestInternal(output()).assertSameAs(PublishedRelease.embedded());
  }

  @Test
  void jobs_of_their_own_one_after_the_other_make_the_release_of_one_run() {
    for (String job : List.of("ingest", "score", "benchmark", "publish")) {
      assertThat(output()).as("nothing is published before the last job").doesNotExist();
      Launched done = launch("jobs/submit", job, "--master", "local[2]");
      assertThat(done.exitCode()).as(done.printed()).isZero();
    }
    PublishedRelease.latestInternal(output()).assertSameAs(PublishedRelease.embedded());
  }

  @Test
  void spark_here_and_a_catalog_of_ones_own_make_the_same_release() {
    Path catalog = folder.resolve("own.sqlite");
    Launched done =
        launch(
            "jobs/submit",
            "run",
            "--master=local[2]",
            "--conf=spark.trustbench.startAbove=0",
            "--conf=spark.sql.catalog.lake.type=jdbc",
            "--conf=spark.sql.catalog.lake.uri=jdbc:sqlite:" + catalog,
            "--conf=spark.sql.catalog.lake.jdbc.schema-version=V1",
            "--conf=spark.sql.catalog.lake.warehouse=" + folder.resolve("warehouse").toUri());
    assertThat(done.exitCode()).as(done.printed()).isZero();
    assertThat(PublishedRelease.latestInternal(output()).sparkJobs()).isEqualTo(1);
    assertThat(catalog).exists();
    assertThat(folder.resolve("a lake")).doesNotExist();
    PublishedRelease.latestInternal(output()).assertSameAs(PublishedRelease.embedded());
  }

  @Test
  void a_second_run_says_that_nothing_has_changed_and_leaves_the_release_as_it_is()
      throws IOException {
    PublishedRelease release = PublishedRelease.embedded();
    Path output = release.folder().getParent().getParent().getParent();
    Path manifest = release.folder().resolve("manifest.json");
    var before = Files.getLastModifiedTime(manifest);
    List<String> command =
        new ArrayList<>(
            List.of(
                "jobs/run",
                "--lake",
                output.resolveSibling("lake").toString(),
                "--output",
                output.toString()));
    Launched again = Launched.run(Map.of(), command);
    assertThat(again.exitCode()).as(again.printed()).isZero();
    assertThat(again.out())
        .contains("inspections: 0 new, 0 changed, 35 unchanged")
        .contains("nothing has changed since the last ingest")
        .contains("it stands unchanged");
    assertThat(Files.getLastModifiedTime(manifest)).isEqualTo(before);
  }

  @Test
  void a_job_that_cannot_be_done_is_exit_code_1() {
    Launched failed = launch("jobs/submit", "score", "--master", "local[1]");
    assertThat(failed.exitCode()).as(failed.printed()).isEqualTo(1);
    assertThat(failed.err()).contains("there is no lake in ");
  }

  @Test
  void too_little_memory_is_exit_code_1_and_says_how_to_give_more() {
    Launched failed = launch(Map.of("TRUSTBENCH_JAVA_OPTS", "-Xmx40m"), "jobs/run");
    assertThat(failed.exitCode()).as(failed.printed()).isEqualTo(1);
    assertThat(failed.err())
        .endsWith(
            "MB of memory are not enough: give more, by TRUSTBENCH_JAVA_OPTS=-Xmx4g to jobs/run, by"
                + " --driver-memory 4g to jobs/submit\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs/run", "jobs/submit ingest"})
  void refused_submissions_are_exit_code_3(String script) {
    List<String> command = new ArrayList<>(List.of(script.split(" ", -1)));
    command.addAll(List.of("--submissions", "data-samples/dirty"));
    Launched done = launch(command.toArray(String[]::new));
    assertThat(done.exitCode()).as(done.printed()).isEqualTo(3);
    assertThat(done.out() + done.err()).contains("22-unknown-trust");
  }

  private Path output() {
    return folder.resolve("output");
  }

  /** Runs a job on a lake and an output folder of this test's own. */
  private Launched launch(String... words) {
    return launch(Map.of(), words);
  }

  private Launched launch(Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("--lake", folder.resolve("a lake").toString()));
    command.addAll(List.of("--output", output().toString()));
    return Launched.run(environment, command);
  }
}
