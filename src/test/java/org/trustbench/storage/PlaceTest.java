package org.trustbench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;

/** Which words are a place, and what their path is. */
class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "s3://bucket, s3://bucket",
    "s3://bucket/, s3://bucket",
    "S3A://bucket/a/b/, s3a://bucket/a/b",
    "s3://bucket/a b+ä%20, s3://bucket/a b+ä%20",
    "hdfs://name:8020/data, hdfs://name:8020/data",
    "hdfs:///data, hdfs:///data",
    "lake, lake",
    "file:///data/lake, /data/lake"
  })
  void an_address_or_a_path_of_this_machine_is_taken(String written, String path) {
    assertThat(Place.of(written)).hasToString(path);
    assertThat(Place.at(path)).isEqualTo(Place.of(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3:bucket               | write s3://BUCKET/FOLDER",
        "s3:///folder            | write s3://BUCKET/FOLDER",
        "s3://key:secret@bucket  | without user or password",
        "s3://bucket//a          | \"\" is no part of an address",
        "s3://bucket/a/../b      | \"..\" is no part of an address",
        "s3://bucket/a?versionId | \"a?versionId\" is no part of an address",
        "hdfs:/data              | write hdfs://NAME/FOLDER",
        "gs://bucket/a           | gs: is not served",
        "abfss://a@b.example/c   | abfss: is not served"
      })
  void what_is_no_address_of_storage_that_is_served_is_refused(String written, String words) {
    assertThatThrownBy(() -> Place.of(written))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(words);
  }

  @Test
  void paths_below_an_address_are_made_as_those_of_a_disk_are() {
    Path folder = Place.of("s3://bucket/a");

    assertThat(folder.resolve("b/c.csv")).hasToString("s3://bucket/a/b/c.csv");
    assertThat(folder.resolve(Path.of("b/c.csv"))).hasToString("s3://bucket/a/b/c.csv");
    assertThat(folder.resolve("b").getFileName()).hasToString("b");
    assertThat(folder.resolve("b").getParent()).isEqualTo(folder);
    assertThat(folder.getParent()).hasToString("s3://bucket");
    assertThat(folder.getParent().getParent()).isNull();
    assertThat(folder.relativize(folder.resolve("b/c"))).hasToString("b/c");
    assertThat(folder.resolve("b").startsWith(folder)).isTrue();
    assertThat(Place.of("s3://bucket/ab").startsWith(folder)).isFalse();
    assertThat(folder.resolveSibling("d")).hasToString("s3://bucket/d");
    assertThatThrownBy(() -> folder.resolve("../b")).isInstanceOf(InvalidPathException.class);
  }
}
