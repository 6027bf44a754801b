package org.trustbench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.support.TinyFramework;

/** Parquet files as DuckDB writes them: one, or a folder of parts. */
class ParquetFilesTest {
  private static final String ROWS =
      """
      (values (3, 'Hill', 7, 'late', 'Q1', 'J', 'x'),
              (1, 'Hill', 7, null, 'Q2', null, 'x'),
              (2, 'Dale', 8, 'early', 'Q1', 'N', 'y'))
      as t(id, "School", "Case", "Stage", "Item", "Result", note)
      """;
  private static final String COPIED =
      """
      row number of the copy,School,Item,Result,Case,Stage,id,note
      1,Hill,Q2,,7,,1
      2,Dale,Q1,N,8,early,2
      3,Hill,Q1,J,7,late,3
      """;
  private static final Layout LAYOUT =
      TinyFramework.read(
              json ->
                  json.replace(
                      "\"inspection_id\": \"{trust}-2015\"",
                      "\"inspection_id\": \"{trust}-2015\", \"row_key\": [\"id\"]"))
          .layout("long");

  @TempDir Path folder;

  private void duckDb(String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one.replace("HERE", folder.toString()));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String copied(String name) {
    Path copy = folder.resolve("copy-" + UUID.randomUUID());
    assertThat(ParquetFiles.areIn(folder.resolve(name))).isTrue();
    try (ParquetFiles files = ParquetFiles.open(name, folder.resolve(name))) {
      TableCopy.write(files, LAYOUT, copy);
      return Files.readString(copy, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void refused(String name, String... words) {
    assertThatThrownBy(() -> copied(name))
        .isInstanceOf(PipelineException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
  }

  @Test
  void a_file_and_a_folder_of_parts_hold_the_same_rows() {
    duckDb(
        "copy (select * from " + ROWS + ") to 'HERE/t.parquet' (format parquet)",
        "copy (select * from "
            + ROWS
            + ") to 'HERE/parts' (format parquet, partition_by (\"Stage\", id))");

    assertThat(copied("t.parquet")).isEqualTo(COPIED);
    assertThat(
            copied("parts")
                .replace("row number of the copy,School,Item,Result,Case,Stage,id,note", ""))
        .isEqualTo(COPIED.substring(COPIED.indexOf('\n')));
  }

  @Test
  void numbers_days_and_dictionaries_are_read_in_whatever_way_they_are_stored() {
    duckDb(
        "copy (select id::utinyint as id, \"School\", \"Case\"::double as \"Case\", \"Stage\"::enum('late', 'early') as \"Stage\","
            + " \"Item\", case id when 1 then 1.50::decimal(30, 2) when 2 then 10 end as \"Result\", [1, 2] as note,"
            + " timestamp_ns '2014-02-03 04:05:06' as t, uuid() as u from "
            + ROWS
            + ") to 'HERE/t.parquet' (format parquet, codec gzip)");

    assertThat(copied("t.parquet"))
        .isEqualTo(
            """
            row number of the copy,School,Item,Result,Case,Stage,id,note,t,u
            1,Hill,Q2,1.5,7,,1
            2,Dale,Q1,10,8,early,2
            3,Hill,Q1,,7,late,3
            """);
  }

  @Test
  void nested_columns_are_refused_by_name_where_they_are_read() {
    duckDb(
        "copy (select * replace ({a: 1} as \"Result\") from "
            + ROWS
            + ") to 'HERE/s.parquet' (format parquet)",
        "copy (select * replace (cast('a' as blob) as \"Result\") from "
            + ROWS
            + ") to 'HERE/b.parquet' (format parquet)",
        "copy (select * replace (cast(1 as ubigint) as \"Result\") from "
            + ROWS
            + ") to 'HERE/u.parquet' (format parquet)");

    refused("s.parquet", "column \"Result\" is of type struct", "no cell of a table");
    refused("b.parquet", "column \"Result\" is of type binary");
    refused("u.parquet", "column \"Result\" is of type");
  }

  @Test
  void parts_that_differ_in_their_columns_are_refused() {
    duckDb(
        "copy (select * from " + ROWS + ") to 'HERE/a.parquet' (format parquet)",
        "copy (select * exclude (\"Result\") from "
            + ROWS
            + ") to 'HERE/b.parquet' (format parquet)");
    move("a.parquet", "parts/a.parquet");
    move("b.parquet", "parts/b.parquet");

    refused("parts", "parts: b.parquet has no column \"Result\"", "absent is not empty");
  }

  @Test
  void what_is_not_all_of_a_table_or_more_is_refused() throws IOException {
    duckDb("copy (select * from " + ROWS + ") to 'HERE/t.parquet' (format parquet)");
    byte[] whole = Files.readAllBytes(folder.resolve("t.parquet"));
    file("half.parquet", java.util.Arrays.copyOf(whole, whole.length / 2));
    file("none.parquet", new byte[0]);
    file("spark/part-0.snappy.parquet", whole);
    file("spark/_SUCCESS", new byte[0]);
    file("spark/.part-0.snappy.parquet.crc", new byte[0]);
    file("broken/part-0.parquet", whole);
    file("broken/_temporary/0/part-1.parquet", whole);
    file("delta/part-0.parquet", whole);
    file("delta/_delta_log/0.json", new byte[0]);
    file("beside/part-0.parquet", whole);
    file("beside/notes.txt", new byte[] {'a'});

    assertThat(copied("spark")).isEqualTo(COPIED);
    refused(
        "half.parquet",
        "half.parquet cannot be read as Parquet (its end is missing): write it again");
    refused("none.parquet", "none.parquet is no Parquet file");
    refused("broken", "broken holds _temporary");
    refused("delta", "delta is a table of Delta Lake");
    refused("beside", "beside: notes.txt is no Parquet file: take it out");
  }

  @Test
  void a_file_compressed_otherwise_than_can_be_read_is_refused_and_says_by_what() {
    duckDb(
        "copy (select * from "
            + ROWS
            + ") to 'HERE/t.parquet' (format parquet, compression brotli)");

    refused("t.parquet", "t.parquet cannot be read as Parquet", "compressed by BROTLI");
  }

  private void file(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), bytes);
  }

  private void move(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
