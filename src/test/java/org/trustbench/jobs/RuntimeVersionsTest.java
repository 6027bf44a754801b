package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.iceberg.spark.SparkCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of Spark and Java that work, those that were not tried, and those that cannot work. */
class RuntimeVersionsTest {

  @ParameterizedTest
  @CsvSource({"4.1.3,17", "4.1.9,25", "4.0.4,17", "4.2.0,21", ",17"})
  void nothing_is_said_of_versions_that_were_tried(String spark, int java) {
    assertThat(new RuntimeVersions(spark, java).untried()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4.3.0,17,Spark 4.3.0 was not tried: Spark 4.1", "4.1.3,26,Java 26 was not tried"})
  void those_that_were_not_are_named_in_one_line(String spark, int java, String said) {
    assertThat(new RuntimeVersions(spark, java).untried())
        .hasValueSatisfying(line -> assertThat(line).startsWith(said).doesNotContain("\n"));
  }

  @ParameterizedTest
  @CsvSource({"3.5.6", "5.0.0"})
  void another_spark_is_refused(String spark) {
    assertThatThrownBy(() -> new RuntimeVersions(spark, 17).untried())
        .hasMessageStartingWith("Spark %s is not served: Spark 4.1 was tried".formatted(spark));
  }

  @ParameterizedTest
  @CsvSource({"4.0.4", "4.2.0"})
  void sql_is_refused_where_iceberg_has_no_part_for_spark(String spark) {
    assertThatThrownBy(() -> new RuntimeVersions(spark, 17).checkSql())
        .hasMessageStartingWith("sql needs Spark 4.1 and this is " + spark);
  }

  @Test
  void the_spark_of_these_tests_is_the_one_that_icebergs_part_is_for() {
    RuntimeVersions present = RuntimeVersions.present();

    present.checkSql();
    assertThat(present.spark()).startsWith(RuntimeVersions.FOR_SQL + ".");
    assertThat(SparkCatalog.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("runtime-" + RuntimeVersions.FOR_SQL + "_");
  }
}
