package org.trustbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;

/** A Spark home laid out from the program's jars, and a cluster started by the scripts in it. */
@Tag("packaged")
class SparkHomeTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void lay_out() {
    home = folder.resolve("a spark");
    Launched made = Launched.run("jobs/platforms/spark-home", home.toString());
    assertThat(made.exitCode()).as(made.printed()).isZero();
  }

  @AfterEach
  void stop() {
    for (String what : List.of("worker", "master")) {
      Launched stopped = Launched.run(home.resolve("sbin/stop-" + what + ".sh").toString());
      assertThat(stopped.exitCode()).as(stopped.printed()).isZero();
    }
  }

  private void start(String what, String... words) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("sbin/start-" + what + ".sh").toString());
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(words));
    Launched started = Launched.run(command.toArray(String[]::new));
    assertThat(started.exitCode()).as(started.printed()).isZero();
    assertThat(started.out()).contains(home.resolve("logs/" + what + ".log").toString());
  }

  private String await(String what, String pattern) throws IOException, InterruptedException {
    Path log = home.resolve("logs/" + what + ".log");
    for (Instant end = Instant.now().plus(LIMIT); Instant.now().isBefore(end); ) {
      Matcher found = Pattern.compile(pattern).matcher(Files.readString(log));
      if (found.find()) {
        return found.group();
      }
      Thread.sleep(100);
    }
    throw new AssertionError(Files.readString(log));
  }

  @Test
  void a_cluster_of_its_scripts_makes_the_release_that_one_process_makes() throws Exception {
    start("master", "--port", "0");
    String master = await("master", "spark://127\\.0\\.0\\.1:[0-9]+");
    start("worker", "--cores", "1", "--memory", "640m", master);
    await("worker", "Successfully registered with master");

    Launched run =
        Launched.run(
            Map.of("SPARK_HOME", home.toString()),
            List.of(
                "jobs/submit",
                "run",
                "--master",
                master,
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.executor.extraJavaOptions=" + Launched.QUICK_JVM,
                "--lake",
                folder.resolve("lake").toString(),
                "--output",
                folder.resolve("output").toString()));

    assertThat(run.exitCode()).as(run.printed()).isZero();
    PublishedRelease release = PublishedRelease.latestInternal(folder.resolve("output"));
    release.assertSameAs(PublishedRelease.embedded());
    assertThat(release.sparkJobs()).isPositive();
  }

  @Test
  void a_second_master_and_a_second_home_in_one_place_are_refused_in_a_line() {
    start("master", "--port", "0");

    Launched again = Launched.run(home.resolve("sbin/start-master.sh").toString());
    Launched anew = Launched.run("jobs/platforms/spark-home", home.toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err().lines()).singleElement().asString().startsWith("master runs already");
    assertThat(anew.exitCode()).isEqualTo(2);
    assertThat(anew.err().lines()).singleElement().asString().contains("is there already");
  }
}
