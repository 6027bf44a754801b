package org.trustbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;
import static org.trustbench.support.SchoolVisits.bytes;
import static org.trustbench.support.SchoolVisits.copy;
import static org.trustbench.support.SchoolVisits.delete;
import static org.trustbench.support.SchoolVisits.id;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** Executors, which are processes of their own, know a lake by where it lies now. */
@Tag("packaged")
class MovedLakeOnClusterTest {
  @TempDir Path folder;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void executors_write_to_and_read_from_the_folder_of_a_copy_alone() throws Exception {
    SchoolVisits schools =
        new SchoolVisits(folder).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = folder.resolve("a copy");
    Path moved = folder.resolve("moved");
    try (StandaloneCluster cluster =
        StandaloneCluster.start(Files.createDirectory(folder.resolve("cluster")), 2, "640m")) {
      Map<String, String> options =
          Map.of(
              "spark.master",
              cluster.master(),
              "spark.executor.memory",
              "512m",
              "spark.executor.extraClassPath",
              classPath(),
              "spark.executor.extraJavaOptions",
              Launched.QUICK_JVM,
              "spark.ui.enabled",
              "false");
      options.forEach(System::setProperty);
      try {
        schools.doneIn(first, "run");
        copy(first, second);
        Map<String, Integer> original = bytes(first);
        schools.send("H", "H-1", "HILL", MENDED).send("F", "F-1", "FORD", YES);

        MainRun written = schools.doneIn(second, "run");
        assertThat(written.out())
            .anyMatch(line -> line.startsWith("inspections: 1 new, 1 changed"));
        assertThat(bytes(first)).isEqualTo(original);

        Files.move(second, moved);
        delete(first);
        countAnotherMeasure();
        MainRun read = schools.doneIn(moved, "run");
        assertThat(read.out()).contains("tallied again from the lake: 3 inspections");
        assertThat(id(read)).isNotEqualTo(id(written));
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(cluster.executorsOfWorkers()).anySatisfy(some -> assertThat(some).isNotEmpty());
      } finally {
        options.keySet().forEach(System::clearProperty);
      }
    }
  }

  /** The classes of these tests, wherever an executor is started. */
  private static String classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(path)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What is counted changes, and not how submissions are read. */
  private void countAnotherMeasure() throws IOException {
    TinyFramework.write(
        folder.resolve("framework"),
        json ->
            json.replace(
                "\"questions\": [\"safe\"], \"when\"",
                "\"questions\": [\"safe\", \"plan\"], \"when\""));
  }
}
