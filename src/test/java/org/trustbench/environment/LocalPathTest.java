package org.trustbench.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;

/** Which paths are of this machine. */
class LocalPathTest {

  @ParameterizedTest
  @CsvSource({
    "lake, lake",
    "/data/lake, /data/lake",
    "./2014:03, ./2014:03",
    "a/s3://x, a/s3:/x",
    "file:/data/a%20lake, /data/a lake",
    "file:///data/lake, /data/lake",
    "FILE:///data/lake, /data/lake"
  })
  void a_path_of_this_machine_is_taken(String written, String path) {
    assertThat(LocalPath.of(written)).hasToString(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://bucket/lake        | \"s3://bucket/lake\": s3: is not served",
        "S3A://bucket            | S3A: is not served",
        "hdfs:/lake              | hdfs: is not served",
        "hdfs://name:8020/lake   | hdfs: is not served",
        "abfss://a@b.example/c   | abfss: is not served",
        "https://host/lake       | https: is not served",
        "jdbc:sqlite:x           | jdbc: is not served",
        "gs:bucket               | gs: is not served",
        "file:lake               | is no URI of a file of this machine",
        "file://host/lake        | is no URI of a file of this machine",
        "file:///a b             | is no URI of a file of this machine",
        "file:///a?b             | is no URI of a file of this machine",
        "''                      | a path is empty",
        "' '                     | a path is empty"
      })
  void what_names_other_storage_is_refused(String written, String words) {
    assertThatThrownBy(() -> LocalPath.of(written))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(words);
  }
}
