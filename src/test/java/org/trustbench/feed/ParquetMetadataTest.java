package org.trustbench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.publish.SmallReleases;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The Parquet files of a release as another program, DuckDB, finds them. */
class ParquetMetadataTest {
  private static final Map<Column.Type, String> TYPES =
      Map.of(
          Column.Type.TEXT, "VARCHAR",
          Column.Type.INTEGER, "BIGINT",
          Column.Type.DECIMAL, "DOUBLE",
          Column.Type.DATE, "DATE",
          Column.Type.BOOLEAN, "BOOLEAN");

  @TempDir static Path output;

  private static FeedContent content;

  @BeforeAll
  static void publish() {
    ReleaseFolder release = SmallReleases.publish(output, 10, 12, 14, 16, 18);
    content = FeedContent.of(release);
  }

  /** Those that the release has rows for; it has no rules for ratings. */
  private static List<FeedContent.Fact> written() {
    return content.facts().stream().filter(fact -> fact.file().isPresent()).toList();
  }

  private static List<String> asked(String sql, Path file) throws SQLException {
    try (Connection duckDb = DuckDbDriver.connect()) {
      return rows(duckDb, sql.formatted(file));
    }
  }

  @Test
  void a_file_describes_its_table_and_every_column() throws SQLException {
    for (FeedContent.Fact fact : written()) {
      Table<?> table = fact.table();
      Map<String, String> expected = new TreeMap<>();
      expected.put("description", table.grain());
      expected.put("primary_key", String.join(" ", table.key()));
      table.foreignKeys().forEach(key -> expected.put("foreign_key." + key.column(), key.table()));
      for (Column<?> column : table.columns()) {
        expected.put("description." + column.name(), column.description());
        if (!column.unit().isEmpty()) {
          expected.put("unit." + column.name(), column.unit());
        }
      }
      assertThat(
              asked(
                  "select decode(key), decode(value) from parquet_kv_metadata('%s') order by 1",
                  fact.file().orElseThrow()))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(
              expected.entrySet().stream().map(e -> e.getKey() + "|" + e.getValue()).toList());
    }
  }

  @Test
  void a_file_is_compressed_by_zstd_and_its_columns_are_flat_and_of_their_types()
      throws SQLException {
    for (FeedContent.Fact fact : written()) {
      assertThat(
              asked(
                  "select distinct compression from parquet_metadata('%s')",
                  fact.file().orElseThrow()))
          .as(fact.table().name())
          .containsExactly("ZSTD");
      assertThat(
              asked(
                  "select column_name, column_type from (describe select * from '%s')",
                  fact.file().orElseThrow()))
          .containsExactlyElementsOf(
              fact.table().columns().stream()
                  .map(column -> column.name() + "|" + TYPES.get(column.type()))
                  .toList());
    }
  }

  /** With the tables that this release has no rows for. */
  @Test
  void the_star_is_whole() {
    assertThat(new TreeSet<>(content.facts().stream().map(fact -> fact.table().name()).toList()))
        .containsExactly(
            "dim_comparator",
            "dim_group",
            "dim_inspection",
            "dim_measure",
            "dim_peer",
            "dim_trust",
            "fact_agreement",
            "fact_change",
            "fact_comparator",
            "fact_comparison",
            "fact_finding",
            "fact_funnel",
            "fact_funnel_point",
            "fact_grade",
            "fact_group_change",
            "fact_group_comparison",
            "fact_group_finding",
            "fact_group_score",
            "fact_mean_grade",
            "fact_pathway",
            "fact_peer_comparison",
            "fact_rank",
            "fact_rating",
            "fact_score",
            "fact_severity",
            "fact_severity_verdict",
            "fact_target",
            "fact_weighted_score");
    for (FeedContent.Fact fact : content.facts()) {
      // A rating is of an inspection, not of a measure.
      boolean isOfMeasures = !fact.table().name().equals("fact_rating");
      if (isOfMeasures && fact.table().name().startsWith("fact_")) {
        assertThat(fact.table().foreignKeys())
            .as(fact.table().name())
            .contains(new Table.ForeignKey("measure_id", "dim_measure"));
      }
    }
  }
}
