package org.trustbench.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.PipelineException;
import org.trustbench.tasks.TaskRunner.Task;

/** Who is called to read what was sent. */
class SparkTaskRunnerTest {
  private static final long MEGABYTE = 1 << 20;
  private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

  private static SparkTaskRunner runner() {
    return new SparkTaskRunner(new SparkConf().setMaster("local[2]"), () -> {});
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "512, 0", "513, 1"})
  void spark_is_called_where_there_is_much_to_read_and_does_the_same(long megabytes, int jobs) {
    try (SparkTaskRunner runner = runner()) {
      List<String> done = runner.each(ITEMS, megabytes * MEGABYTE, item -> "item " + item);

      assertThat(done).isEqualTo(ITEMS.stream().map(item -> "item " + item).toList());
      assertThat(runner.jobs()).isEqualTo(jobs);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"local | 1", "local[3] | 3", "local[3,2] | 3"})
  void so_many_threads_work_as_the_master_names(String master, int threads) {
    Set<String> names = ConcurrentHashMap.newKeySet();
    try (SparkTaskRunner runner =
        new SparkTaskRunner(new SparkConf().setMaster(master), () -> {})) {
      CyclicBarrier together = new CyclicBarrier(threads);
      runner.each(
          ITEMS.subList(0, 3 * threads),
          1,
          item -> {
            await(together);
            return names.add(Thread.currentThread().getName());
          });
    }
    assertThat(names).hasSize(threads);
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_size_that_is_none_is_named() {
    SparkConf conf = new SparkConf().set("spark.trustbench.startAbove", "much");

    assertThatThrownBy(() -> new SparkTaskRunner(conf, () -> {}).expect(1))
        .hasMessage(
            "spark.trustbench.startAbove \"much\" is no size: write one such as 512m, or 0");
  }

  @Test
  void a_cluster_is_called_however_little_there_is_to_read() {
    SparkConf nobody = new SparkConf().setMaster("spark://").setAppName("test");
    SparkTaskRunner runner = new SparkTaskRunner(nobody, () -> {});

    assertThatThrownBy(() -> runner.each(ITEMS, 1, item -> item))
        .hasStackTraceContaining("Invalid master URL");
  }

  @Test
  void a_master_that_does_not_answer_is_named_in_one_line() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    String master = "spark://localhost:" + closed;
    try (SparkTaskRunner runner =
        new SparkTaskRunner(new SparkConf().setMaster(master), () -> {})) {
      assertThatThrownBy(() -> runner.each(ITEMS, 1, item -> item))
          .isInstanceOf(PipelineException.class)
          .hasMessageStartingWith("no master of Spark answers at " + master)
          .hasMessageContaining("Connection refused");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.master    | nonsense      | Could not parse Master URL",
        "spark.local.dir | /dev/null/sub | Spark has no folder for temporary files (/dev/null/sub cannot be made)"
      })
  void a_spark_that_cannot_start_is_told_each_time_it_is_asked_for(
      String option, String value, String words) {
    SparkConf conf = new SparkConf().setMaster("local[2]").set(option, value);
    try (SparkTaskRunner runner = new SparkTaskRunner(conf, () -> {})) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> runner.each(ITEMS, 1, item -> item))
            .isInstanceOf(PipelineException.class)
            .hasMessageContaining(words);
      }
    }
  }

  @Test
  void who_gives_an_option_that_spark_alone_obeys_gets_spark(@TempDir Path logs)
      throws IOException {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[2]")
            .set("spark.eventLog.enabled", "true")
            .set("spark.eventLog.dir", logs.toUri().toString());
    try (SparkTaskRunner runner = new SparkTaskRunner(conf, () -> {})) {
      assertThat(runner.idleOptions())
          .containsExactly("spark.eventLog.dir", "spark.eventLog.enabled");

      runner.each(ITEMS, 1, item -> item);

      assertThat(runner.jobs()).isEqualTo(1);
      assertThat(runner.idleOptions()).isEmpty();
    }
    try (Stream<Path> written = Files.list(logs)) {
      assertThat(written).isNotEmpty();
    }
  }

  @Test
  void who_says_from_where_on_spark_starts_is_told_which_options_did_nothing() {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[2]")
            .set("spark.trustbench.startAbove", "1m")
            .set("spark.driver.memory", "1g")
            .set("spark.eventLog.enabled", "true");
    try (SparkTaskRunner runner = new SparkTaskRunner(conf, () -> {})) {
      runner.each(ITEMS, 1, item -> item);

      assertThat(runner.jobs()).isZero();
      assertThat(runner.idleOptions()).containsExactly("spark.eventLog.enabled");
    }
  }

  @Test
  void a_driver_in_the_cluster_always_starts_spark() {
    SparkConf conf =
        new SparkConf().setMaster("local[2]").set("spark.submit.deployMode", "cluster");
    try (SparkTaskRunner runner = new SparkTaskRunner(conf, () -> {})) {
      assertThat(runner.spark().sc().isStopped()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 513})
  void what_goes_wrong_with_one_item_is_told(long megabytes) {
    Task<Integer, Integer> task =
        item -> {
          if (item == 50) {
            throw new FileNotFoundException("item 50 is gone");
          }
          return item;
        };
    try (SparkTaskRunner runner = runner()) {
      assertThatThrownBy(() -> runner.each(ITEMS, megabytes * MEGABYTE, task))
          .hasMessageContaining("item 50 is gone");
    }
  }
}
