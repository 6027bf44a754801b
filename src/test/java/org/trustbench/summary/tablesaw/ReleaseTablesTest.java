package org.trustbench.summary.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import tech.tablesaw.api.Table;

/** Tables of a release, typed as it says of itself. */
class ReleaseTablesTest {
  @TempDir Path release;

  @BeforeEach
  void a_release() throws IOException {
    Files.createDirectories(release.resolve("tables"));
    Files.writeString(
        release.resolve("datapackage.json"),
        """
        {"resources": [
          {"name": "scores", "format": "csv", "path": "tables/scores.csv", "schema": {"fields": [
            {"name": "trust_id", "type": "string"}, {"name": "rank", "type": "integer"},
            {"name": "percent", "type": "number"}, {"name": "is_new", "type": "boolean"},
            {"name": "day", "type": "date"}]}}]}
        """);
    Files.writeString(
        release.resolve("tables/scores.csv"),
        "trust_id,rank,percent,is_new,day\n007,3,,true,2014-03-04\nNA,,,false,\n");
  }

  @Test
  void codes_stay_texts_and_a_column_that_is_withheld_whole_is_one_of_numbers() {
    Table scores = ReleaseTables.read(release, "scores");
    assertThat(scores.stringColumn("trust_id").asList()).containsExactly("007", "NA");
    assertThat(scores.longColumn("rank").get(0)).isEqualTo(3);
    assertThat(scores.longColumn("rank").isMissing(1)).isTrue();
    assertThat(scores.doubleColumn("percent").countMissing()).isEqualTo(2);
    assertThat(scores.booleanColumn("is_new").get(0)).isTrue();
    assertThat(scores.dateColumn("day").get(0)).isEqualTo(LocalDate.of(2014, 3, 4));
  }

  @Test
  void a_table_that_is_not_there_is_told_with_the_nearest() {
    assertThatThrownBy(() -> ReleaseTables.read(release, "score"))
        .isInstanceOf(PipelineException.class)
        .hasMessageEndingWith("names no table \"score\"; did you mean scores?");
  }

  @Test
  void a_file_that_is_lost_is_told() throws IOException {
    Files.delete(release.resolve("tables/scores.csv"));
    assertThatThrownBy(() -> ReleaseTables.read(release, "scores"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("table scores of " + release + " cannot be read");
  }
}
