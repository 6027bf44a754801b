package org.trustbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;
import org.trustbench.support.Samples;

/** The pipeline on a real cluster: a Master and two Workers of Spark's, each a process. */
@Tag("packaged")
class StandaloneClusterTest {
  @TempDir Path folder;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void two_workers_share_the_ingest_and_make_the_release_that_one_process_makes() throws Exception {
    PublishedRelease embedded = PublishedRelease.embedded();
    Path events = Files.createDirectory(folder.resolve("events"));
    Path lake = folder.resolve("a lake");
    Path output = folder.resolve("output");
    List<List<String>> executorsOfWorkers;
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2, "640m")) {
      List<String> command =
          new ArrayList<>(List.of("jobs/submit", "run", "--master", cluster.master()));
      Map.of(
              "spark.executor.memory", "512m",
              "spark.executor.extraJavaOptions", Launched.QUICK_JVM,
              "spark.ui.enabled", "false",
              // Both executors are to be there before the first task is given out.
              "spark.scheduler.minRegisteredResourcesRatio", "1.0",
              "spark.scheduler.maxRegisteredResourcesWaitingTime", "120s",
              "spark.eventLog.enabled", "true",
              "spark.eventLog.dir", events.toUri().toString(),
              "spark.eventLog.compress", "false",
              "spark.eventLog.rolling.enabled", "false")
          .forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
      command.addAll(List.of("--lake", lake.toString(), "--output", output.toString()));
      Launched run = Launched.run(Map.of(), command);
      assertThat(run.exitCode()).as(run.printed()).isZero();
      executorsOfWorkers = cluster.executorsOfWorkers();
    }

    PublishedRelease.latestInternal(output).assertSameAs(embedded);

    Map<String, Long> ingested = ingestTasksByExecutor(events);
    assertThat(ingested.values().stream().mapToLong(tasks -> tasks).sum())
        .as("tasks of several inspections each, and more of them than workers")
        .isGreaterThan(2)
        .isLessThan(inspections());
    assertThat(executorsOfWorkers)
        .as("executors of each worker, and tasks by executor %s", ingested)
        .hasSize(2)
        .allSatisfy(executors -> assertThat(executors).anyMatch(ingested::containsKey));
  }

  private static long inspections() throws IOException {
    try (Stream<Path> folders = Files.list(Samples.folder().resolve("iaow-2013"))) {
      return folders.filter(Files::isDirectory).count();
    }
  }

  /** How many tasks of the stage that reads submissions each executor brought to a good end. */
  private static Map<String, Long> ingestTasksByExecutor(Path events) throws IOException {
    List<JsonNode> log = new ArrayList<>();
    try (Stream<Path> files = Files.list(events)) {
      for (String line : Files.readAllLines(files.findFirst().orElseThrow())) {
        log.add(new JsonMapper().readTree(line));
      }
    }
    List<Integer> stages =
        log.stream()
            .filter(event -> is(event, "SparkListenerStageCompleted"))
            .map(event -> event.get("Stage Info"))
            .filter(
                stage ->
                    stage
                        .get("Details")
                        .asText()
                        .contains(InspectionTasks.class.getSimpleName() + ".overFiles"))
            .map(stage -> stage.get("Stage ID").asInt())
            .toList();
    Map<String, Long> tasks = new HashMap<>();
    log.stream()
        .filter(event -> is(event, "SparkListenerTaskEnd"))
        .filter(event -> stages.contains(event.get("Stage ID").asInt()))
        .filter(event -> event.get("Task End Reason").get("Reason").asText().equals("Success"))
        .forEach(
            event ->
                tasks.merge(event.get("Task Info").get("Executor ID").asText(), 1L, Long::sum));
    return tasks;
  }

  private static boolean is(JsonNode event, String name) {
    return event.get("Event").asText().equals(name);
  }
}
