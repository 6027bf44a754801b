package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;

/**
 * The page on platforms where it tells of Spark's scripts and of a new key, line by line: a Spark
 * home laid out from the program's jars, and a cluster started by the scripts in it.
 */
@Tag("packaged")
class SparkHomeTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;
  private Path home;
  private int port;

  @BeforeEach
  void free_port() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void stop() {
    for (String what : List.of("worker", "master")) {
      Launched stopped = Launched.run(home.resolve("sbin/stop-" + what + ".sh").toString());
      assertThat(stopped.exitCode()).as(stopped.printed()).isZero();
    }
  }

  private void await(String what, String pattern) throws IOException, InterruptedException {
    Path log = home.resolve("logs/" + what + ".log");
    for (Instant end = Instant.now().plus(LIMIT); Instant.now().isBefore(end); ) {
      if (Pattern.compile(pattern).matcher(Files.readString(log)).find()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(Files.readString(log));
  }

  /** Small enough for the machine of a test, and where nobody else is. */
  private Map<String, String> environment() {
    return Map.of(
        "SPARK_LOCAL_IP", "127.0.0.1",
        "SPARK_MASTER_PORT", String.valueOf(port),
        "SPARK_MASTER_WEBUI_PORT", "0",
        "SPARK_WORKER_WEBUI_PORT", "0",
        "SPARK_WORKER_CORES", "1",
        "SPARK_WORKER_MEMORY", "640m");
  }

  private Map<String, String> places() {
    String placed =
        " --lake %s --output %s --key-file %s"
            .formatted(
                folder.resolve("lake"), folder.resolve("output"), folder.resolve("lake.key"));
    Map<String, String> places = new LinkedHashMap<>();
    places.put("/srv/trustbench", folder.resolve("srv").toString());
    places.put("HOST:7077", "127.0.0.1:" + port);
    places.put("--host HOST", "--host 127.0.0.1");
    places.put(
        "submit run",
        "submit run --conf spark.executor.memory=512m --conf spark.executor.extraJavaOptions="
            + Launched.QUICK_JVM
            + placed);
    places.put(">> lake.key", ">> " + folder.resolve("lake.key"));
    places.put("submit rekey", "submit rekey" + placed);
    places.put("submit maintain", "submit maintain" + placed);
    return places;
  }

  @Test
  void the_page_leads_to_a_cluster_that_makes_the_release_of_one_process_and_to_a_new_key()
      throws Exception {
    home = folder.resolve("srv/spark");
    Files.createDirectories(home.getParent());
    Files.writeString(folder.resolve("lake.key"), "a key of the test, long enough for one\n");
    List<String> commands =
        Recipe.of("../PLATFORMS.md", "Spark's own scripts", places())
            .blocks("sh")
            .get(0)
            .lines()
            .toList();
    assertThat(commands).hasSize(4);
    Recipe.run(commands.get(0), environment());
    Recipe.run(commands.get(1), environment());
    await("master", "Starting Spark master at spark://127\\.0\\.0\\.1:" + port);
    Recipe.run(commands.get(2), environment());
    await("worker", "Successfully registered with master");
    Recipe.run(commands.get(3), Map.of("SPARK_LOCAL_IP", "127.0.0.1"));

    PublishedRelease release = PublishedRelease.latestInternal(folder.resolve("output"));
    release.assertSameAs(PublishedRelease.embedded());
    assertThat(release.sparkJobs()).isPositive();

    String changed =
        Recipe.run(
            Recipe.of("../PLATFORMS.md", "Changing the key", places()).blocks("sh").get(0),
            Map.of());
    assertThat(Files.readAllLines(folder.resolve("lake.key"))).hasSize(3).contains("then");
    assertThat(changed).contains("key");
  }

  @Test
  void a_second_master_and_a_second_home_in_one_place_are_refused_in_a_line() {
    home = folder.resolve("a spark");
    Launched made = Launched.run("jobs/platforms/spark-home", home.toString());
    assertThat(made.exitCode()).as(made.printed()).isZero();
    String master = home.resolve("sbin/start-master.sh").toString();
    Launched started = Launched.run(environment(), List.of(master, "--host", "127.0.0.1"));
    assertThat(started.exitCode()).as(started.printed()).isZero();
    assertThat(started.out()).contains(home.resolve("logs/master.log").toString());

    Launched again = Launched.run(master);
    Launched anew = Launched.run("jobs/platforms/spark-home", home.toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err().lines()).singleElement().asString().startsWith("master runs already");
    assertThat(anew.exitCode()).isEqualTo(2);
    assertThat(anew.err().lines()).singleElement().asString().contains("is there already");
  }
}
