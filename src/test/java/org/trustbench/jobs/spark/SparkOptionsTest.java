package org.trustbench.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;

class SparkOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "spark.network.timeout, long",
    "spark.memory.fraction, half",
    "spark.eventLog.enabled, perhaps",
    "spark.task.cpus, many",
    "spark.kryoserializer.buffer.max, 1x",
    "spark.ui.port, here",
    "spark.sql.shuffle.partitions, many"
  })
  void a_value_that_spark_could_not_read_is_wrong_usage_and_told_with_its_name(
      String name, String value) {
    SparkConf conf = new SparkConf(false).set(name, value);
    assertThatThrownBy(() -> new SparkOptions(conf))
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> assertThat(e.reason()).isEqualTo(PipelineException.Reason.USAGE))
        .hasMessageStartingWith("--conf %s=%s: ".formatted(name, value))
        .message()
        .hasLineCount(1)
        .doesNotContain("SQLSTATE", "Exception");
  }

  @Test
  void a_setting_that_spark_does_not_declare_is_left_to_whom_it_is_for() {
    SparkConf conf = new SparkConf(false).set("spark.sql.of.our.own", "anything");
    assertThat(new SparkOptions(conf).idleWithoutSpark()).containsExactly("spark.sql.of.our.own");
  }
}
