package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.Launched;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.PublishedRelease;

/** HDFS and YARN: the guide line by line, and what it says of processes that are killed. */
@Tag("packaged")
@Tag("platforms")
class HadoopRecipeTest {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String EXTRACT = "data-samples/extract/national-wide.csv";

  @TempDir static Path all;
  private static HadoopCluster hadoop;
  private static Map<String, String> environment;
  private static PublishedRelease expected;

  @TempDir Path folder;

  @BeforeAll
  static void hadoop_and_a_spark_as_the_guide_has_them() throws Exception {
    hadoop = HadoopCluster.start(Files.createDirectory(all.resolve("hadoop")));
    environment = new HashMap<>(hadoop.environment());
    List<String> blocks = recipe(0).blocks("sh");
    Recipe.run(blocks.get(0), environment, LIMIT);
    Recipe.run(blocks.get(1), environment, LIMIT);
    environment.put("SPARK_HOME", all.resolve("srv/spark").toString());
    expected = here("embedded");
  }

  @AfterAll
  static void stop() {
    if (hadoop != null) {
      hadoop.close();
    }
  }

  private static Recipe recipe(int databasePort) throws IOException {
    return Recipe.of("HADOOP.md", "The recipe", places(databasePort));
  }

  private static Map<String, String> places(int databasePort) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("db.example.org:5432", "localhost:" + databasePort);
    places.put("db.example.org", "localhost");
    places.put("/etc/hadoop/conf", hadoop.settings().toString());
    places.put("/etc/trustbench", all.resolve("etc").toString());
    places.put("/srv/trustbench", all.resolve("srv").toString());
    return places;
  }

  /** The release that the same Spark makes in one process. */
  private static PublishedRelease here(String name, String... words) {
    List<String> command = new ArrayList<>(List.of("jobs/submit", "run"));
    Path workspace = all.resolve(name);
    command.addAll(List.of("--lake", workspace.resolve("lake").toString()));
    command.addAll(List.of("--output", workspace.resolve("output").toString()));
    command.addAll(List.of(words));
    Launched done = Launched.run(environment, command, LIMIT);
    assertThat(done.exitCode()).as(done.printed()).isZero();
    return PublishedRelease.latestInternal(workspace.resolve("output"));
  }

  /** A job on YARN, on a catalog of this test's own with its tables on HDFS. */
  private List<String> onYarn(String job, String... words) throws IOException {
    Path key = folder.resolve("key");
    Files.writeString(key, "a key of the test, long enough for one\n");
    String name = folder.getFileName().toString();
    List<String> command = new ArrayList<>(List.of("jobs/submit", job, "--master", "yarn"));
    Map.of(
            "spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog",
            "spark.sql.catalog.lake.type", "jdbc",
            "spark.sql.catalog.lake.jdbc.schema-version", "V1",
            "spark.sql.catalog.lake.uri", "jdbc:sqlite:" + folder.resolve("catalog.sqlite"),
            "spark.sql.catalog.lake.warehouse", "hdfs:///" + name + "/warehouse",
            "spark.executor.memory", "640m",
            "spark.executor.instances", "2",
            "spark.executor.extraJavaOptions", Launched.QUICK_JVM)
        .forEach((setting, value) -> command.addAll(List.of("--conf", setting + "=" + value)));
    command.addAll(List.of("--key-file", key.toString()));
    command.addAll(List.of("--lake", folder.resolve("lake").toString()));
    command.addAll(List.of("--output", folder.resolve("output").toString()));
    command.addAll(List.of(words));
    return command;
  }

  private static final String[] SENT = {"--submissions", "hdfs:///trustbench/landing"};

  private static String[] inCluster(String... words) {
    return Stream.concat(Stream.of("--deploy-mode", "cluster"), Stream.of(words))
        .toArray(String[]::new);
  }

  /** Kills a process of a class each time that it waits at a moment, so many times. */
  private static int kill(CompletableFuture<?> run, String kind, Path marker, int times)
      throws Exception {
    int killed = 0;
    while (!run.isDone()) {
      if (Files.exists(marker)) {
        List<ProcessHandle> found = hadoop.containersOf(kind);
        if (killed < times && !found.isEmpty()) {
          found.get(0).destroyForcibly();
          found.get(0).onExit().join();
          killed++;
        }
        Files.deleteIfExists(marker);
      }
      Thread.sleep(50);
    }
    return killed;
  }

  private void assertSameAs(PublishedRelease release) {
    PublishedRelease.latestInternal(folder.resolve("output")).assertSameAs(release);
  }

  @Test
  void the_guide_leads_from_an_empty_cluster_to_a_release_and_shows_no_secret() throws Exception {
    try (PostgresServer server = PostgresServer.startWithTls();
        CommandLines lines = CommandLines.watched()) {
      Map<String, String> with = new HashMap<>(environment);
      with.put("PGPORT", String.valueOf(server.port()));
      Recipe database = Recipe.of("CATALOGS.md", "PostgreSQL", places(server.port()));
      Recipe.run(database.blocks("sh").get(0), with, LIMIT);
      Files.copy(server.authority(), all.resolve("etc/ca.crt"));
      Recipe recipe = recipe(server.port());
      recipe.writeSettings();
      Files.writeString(all.resolve("etc/programme.json"), recipe.blocks("json").get(0));
      Recipe.run(recipe.blocks("sh").get(2), with, LIMIT);

      PublishedRelease.latestInternal(all.resolve("srv/copy")).assertSameAs(expected);
      assertThat(hadoop.logs("stdout"))
          .contains("inspections: 0 new, 0 changed, 35 unchanged")
          .contains("it stands unchanged");
      assertThat(lines.all())
          .contains("org.apache.spark.deploy.yarn.ApplicationMaster")
          .doesNotContain(Files.readString(all.resolve("etc/password")).strip())
          .doesNotContain(Files.readString(all.resolve("etc/key")).strip());
    }
  }

  @Test
  void an_extract_on_hdfs_makes_the_release_of_the_one_on_a_disk() throws Exception {
    Recipe.run("hdfs dfs -put " + EXTRACT + " /trustbench/national-wide.csv", environment, LIMIT);
    Launched done =
        Launched.run(
            environment, onYarn("run", extract("hdfs:///trustbench/national-wide.csv")), LIMIT);

    assertThat(done.exitCode()).as(done.printed()).isZero();
    assertSameAs(here("extract", extract(EXTRACT)));
  }

  private static String[] extract(String place) {
    return new String[] {"--layout", "national-wide", "--extract", place};
  }

  @Test
  void an_executor_that_is_killed_changes_nothing() throws Exception {
    Path marker = folder.resolve("reached");
    List<String> command = onYarn("run", inCluster(SENT));
    command.addAll(
        List.of(
            "--conf",
            "spark.executor.extraJavaOptions=-Dtrustbench.failpoint=%s:%s"
                .formatted(Failpoint.INSPECTION_STORED, marker)));
    CompletableFuture<Launched> run =
        CompletableFuture.supplyAsync(() -> Launched.run(environment, command, LIMIT));

    assertThat(kill(run, "YarnCoarseGrainedExecutorBackend", marker, 1)).isEqualTo(1);
    assertThat(run.join().exitCode()).as(run.join().printed()).isZero();
    assertSameAs(expected);
  }

  @Test
  void a_driver_that_is_killed_is_started_anew_and_nothing_counts_twice() throws Exception {
    Path marker = folder.resolve("reached");
    List<String> command = onYarn("run", inCluster(SENT));
    command.addAll(List.of("--conf", "spark.yarn.maxAppAttempts=2"));
    command.addAll(
        List.of(
            "--driver-java-options",
            "-Dtrustbench.failpoint=%s:%s".formatted(Failpoint.JUDGEMENTS_APPENDED, marker)));
    CompletableFuture<Launched> run =
        CompletableFuture.supplyAsync(() -> Launched.run(environment, command, LIMIT));

    assertThat(kill(run, "yarn.ApplicationMaster", marker, 1)).isEqualTo(1);
    assertThat(run.join().exitCode()).as(run.join().printed()).isZero();
    assertSameAs(expected);
  }

  @Test
  void a_driver_in_the_cluster_ends_as_one_here() throws Exception {
    Launched relative = Launched.run(environment, onYarn("score", inCluster()), LIMIT);
    Launched empty = Launched.run(environment, onYarn("score", inCluster(SENT)), LIMIT);
    Launched refusals =
        Launched.run(
            environment,
            onYarn(
                "ingest",
                inCluster(
                    "--submissions",
                    Launched.root().resolve("data-samples/dirty").toString(),
                    "--framework",
                    Launched.root().resolve("src/main/resources/frameworks/iaow-2013").toString())),
            LIMIT);

    assertThat(relative.exitCode()).as(relative.printed()).isEqualTo(2);
    assertThat(relative.err())
        .contains("submissions: ../data-samples/iaow-2013 is relative", "with code 2")
        .doesNotContain("\tat ");
    assertThat(empty.exitCode()).as(empty.printed()).isEqualTo(1);
    assertThat(empty.err()).contains("in the cluster with code 1").doesNotContain("\tat ");
    assertThat(hadoop.logs("stderr")).contains("trustbench: the lake holds no inspection");
    assertThat(refusals.exitCode()).as(refusals.printed()).isEqualTo(3);
    assertThat(refusals.err()).contains("in the cluster with code 3");
  }
}
