package org.trustbench.lake.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same file under several names. */
class StoredNameTest {
  @ParameterizedTest
  @CsvSource({
    "s3://b/wh/t/data/1.parquet, s3a://b/wh/t/data/1.parquet",
    "s3n://b/wh/t/data/1.parquet, S3://b/wh/t//data/1.parquet",
    "hdfs:///wh/t/data/1.parquet, hdfs://nn:8020/wh/t/data/1.parquet",
    "/wh/t/data/1.parquet, file:///wh/t/data/1.parquet",
    "file:/w h/1.parquet, file:///w%20h/1.parquet",
    "s3://b/t/k=a%2Fb/1.parquet, s3://b/t/k=a%2Fb/1.parquet"
  })
  void names_of_one_file_have_a_path_in_common(String one, String other) {
    StoredName first = StoredName.of(one);
    StoredName second = StoredName.of(other);

    assertThat(Collections.disjoint(first.paths(), second.paths())).isFalse();
    assertThat(first.isBeside(second)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b/t/1.parquet, s3://other/t/1.parquet",
    "s3://b/t/1.parquet, hdfs://b/t/1.parquet",
    "viewfs://b/t/1.parquet, hdfs://b/t/1.parquet"
  })
  void what_is_elsewhere_is_not_beside(String one, String other) {
    assertThat(StoredName.of(one).isBeside(StoredName.of(other))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b/wh/t/data/1.parquet, true",
    "s3a://b/wh/t/1.parquet, true",
    "s3://b/wh/t_kept/1.parquet, false",
    "s3://b/wh/t, false"
  })
  void a_folder_holds_what_is_below_it_and_nothing_beside(String file, boolean isIn) {
    assertThat(StoredName.of(file).isIn(StoredName.of("s3://b/wh/t"))).isEqualTo(isIn);
  }
}
