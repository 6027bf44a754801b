package org.trustbench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.framework.Layout;
import org.trustbench.source.SourceColumn.CellType;
import org.trustbench.support.TinyFramework;

/** What is read of a table: cells as of CSV, in the order of keys, each row with its number. */
class TableCopyTest {
  private static final Layout KEYED = layout("\"row_key\": [\"Id\"]");

  @TempDir Path folder;

  /** The long layout with a day and some entries more. */
  private static Layout layout(String entries) {
    return TinyFramework.read(
            json ->
                json.replace(
                    "\"inspection_id\": \"{trust}-2015\"",
                    "\"inspection_id\": \"{trust}-2015\", \"date\": \"Day\", \"date_format\": \"dd/MM/yyyy\", "
                        + entries))
        .layout("long");
  }

  private static TableInMemory table(CellType id, CellType day, CellType result) {
    return new TableInMemory()
        .column("Inspector", CellType.TEXT)
        .column("Id", id)
        .column("School", CellType.TEXT)
        .column("Case", CellType.WHOLE_NUMBER)
        .column("Stage", CellType.TEXT)
        .column("Item", CellType.TEXT)
        .column("Result", result)
        .column("Day", day);
  }

  private static TableInMemory table() {
    return table(CellType.WHOLE_NUMBER, CellType.DAY, CellType.TEXT);
  }

  private String copied(TableInMemory table, Layout layout) {
    Path file = folder.resolve("copy-" + UUID.randomUUID());
    try {
      TableCopy.write(table, layout, file);
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void refused(TableInMemory table, Layout layout, String... words) {
    assertThatThrownBy(() -> copied(table, layout))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("visits: ")
        .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
  }

  @Test
  void rows_stand_in_the_order_of_their_keys_which_are_their_numbers() {
    LocalDate day = LocalDate.of(2014, 2, 3);
    TableInMemory one =
        table()
            .row("Jo", 1002L, "Hill", 7L, "late", "Q1", "J", day)
            .row("Jo", 9L, "Hill, the \"old\"", 8L, null, "Q2", " yes ", null);
    TableInMemory other =
        table()
            .row("Al", 9L, "Hill, the \"old\"", 8L, null, "Q2", "yes", null)
            .row("Al", 1002L, "Hill", 7L, "late", "Q1", "J", day);

    assertThat(copied(one, KEYED))
        .isEqualTo(
            """
            row number of the copy,School,Item,Result,Day,Case,Stage,Id,Inspector
            9,"Hill, the ""old""\",Q2,yes,,8,,9
            1002,Hill,Q1,J,03/02/2014,7,late,1002
            """)
        .isEqualTo(copied(other, KEYED));
  }

  @Test
  void values_are_cells_as_people_see_them() {
    TableInMemory rows = table(CellType.WHOLE_NUMBER, CellType.DAY, CellType.NUMBER);
    Object[] values = {
      1.0,
      3,
      new BigDecimal("2.00"),
      new BigDecimal("1E+3"),
      0.1f,
      2.5,
      -0.0,
      Double.NaN,
      true,
      LocalDate.of(2014, 12, 31),
      LocalDateTime.of(2014, 12, 31, 0, 0),
      LocalDateTime.of(2014, 12, 31, 9, 5),
      OffsetDateTime.parse("2014-12-31T09:05+01:00"),
      null,
      0
    };
    for (int i = 0; i < values.length; i++) {
      rows.row("", (long) i + 1, "Hill", 1L, "", "Q1", values[i], null);
    }

    assertThat(
            copied(rows, KEYED).lines().skip(1).map(line -> line.replaceAll(".*Q1,|,,1,,.*", "")))
        .containsExactly(
            "1",
            "3",
            "2",
            "1000",
            "0.1",
            "2.5",
            "0",
            "NaN",
            "true",
            "31/12/2014",
            "31/12/2014",
            "2014-12-31T09:05:00",
            "2014-12-31T08:05:00Z",
            "",
            "0");
  }

  @Test
  void the_day_of_a_time_is_its_date_and_that_of_a_moment_depends_on_the_place() {
    OffsetDateTime lateInLondon = OffsetDateTime.parse("2014-06-30T23:30Z");
    TableInMemory moments =
        table(CellType.WHOLE_NUMBER, CellType.MOMENT, CellType.TEXT)
            .row("", 1L, "Hill", 1L, "", "Q1", "J", lateInLondon);
    TableInMemory times =
        table(CellType.WHOLE_NUMBER, CellType.TIME_WITHOUT_ZONE, CellType.TEXT)
            .row("", 1L, "Hill", 1L, "", "Q1", "J", LocalDateTime.of(2014, 6, 30, 23, 30));

    assertThat(copied(times, KEYED)).contains(",30/06/2014,");
    assertThat(copied(moments, layout("\"row_key\": [\"Id\"], \"time_zone\": \"Europe/London\"")))
        .contains(",01/07/2014,");
    refused(moments, KEYED, "column \"Day\" has moments", "\"time_zone\": \"Europe/London\"");
  }

  @Test
  void a_truth_value_says_yes_or_no_of_whether_rows_are_invented() {
    TableInMemory rows =
        table()
            .column("Invented", CellType.TRUTH_VALUE)
            .row("", 1L, "Hill", 1L, "", "Q1", true, null, true)
            .row("", 2L, "Hill", 1L, "", "Q2", false, null, false);

    assertThat(copied(rows, layout("\"row_key\": [\"Id\"], \"synthetic\": \"Invented\"")))
        .contains("1,Hill,Q1,true,,yes,1", "2,Hill,Q2,false,,no,1");
  }

  @Test
  void keys_that_are_no_numbers_number_rows_by_their_order_where_the_layout_says_so() {
    Layout ordered = layout("\"row_key\": [\"Case\", \"Item\"], \"row_numbers\": \"order\"");
    TableInMemory rows =
        table()
            .row("", null, "Hill", 10L, "", "Q1", "J", null)
            .row("", null, "Hill", 9L, "", "Q2", "J", null)
            .row("", null, "Hill", 9L, "", "Q1", "J", null);

    assertThat(copied(rows, ordered).lines().skip(1))
        .containsExactly("1,Hill,Q1,J,,9,", "2,Hill,Q2,J,,9,", "3,Hill,Q1,J,,10,");
    refused(
        table(CellType.TEXT, CellType.DAY, CellType.TEXT)
            .row("", "A-1", "Hill", 1L, "", "Q1", "J", null),
        KEYED,
        "1 row has a key (Id) that is no whole number from 1 to 2147483647",
        "\"row_numbers\": \"order\"");
    refused(table().row("", 0L, "Hill", 1L, "", "Q1", "J", null), KEYED, "no whole number from 1");
    refused(
        table().row("", 1L << 31, "Hill", 1L, "", "Q", "J", null), KEYED, "from 1 to 2147483647");
  }

  @Test
  void a_key_that_is_missing_or_stands_twice_is_refused() {
    refused(
        table()
            .row("", null, "Hill", 1L, "", "Q1", "J", null)
            .row("", 4L, "Hill", 1L, "", "Q1", "J", null),
        KEYED,
        "1 row has no key (Id is empty)");
    refused(
        table()
            .row("", 4L, "Hill", 1L, "", "Q1", "J", null)
            .row("", 7L, "Hill", 1L, "", "Q1", "N", null)
            .row("", 4L, "Dale", 2L, "", "Q2", "J", null),
        KEYED,
        "1 row has the key (Id) of another row, row 4 first");
    refused(
        table().row("", 4L, "Hill", 1L, "", "Q1", "J", null),
        layout("\"published\": \"2014-03-04\""),
        "layout long does not say what its rows are numbered by",
        "\"row_key\"");
  }

  @Test
  void a_column_that_is_not_there_is_called_otherwise_or_is_no_cell_is_refused_by_name() {
    TableInMemory nearly =
        new TableInMemory().column("Id", CellType.WHOLE_NUMBER).column("school", CellType.TEXT);

    refused(nearly, KEYED, "there is no column \"School\"", "did you mean \"school\"?");
    refused(
        table(CellType.WHOLE_NUMBER, CellType.DAY, CellType.NO_CELL),
        KEYED,
        "column \"Result\" is of type NO_CELL, which is no cell");
    refused(
        table().row("", 4L, "Hill", 1L, "", "Q1", "J\nN", null),
        KEYED,
        "column \"Result\" has a line break inside");
  }

  @Test
  void a_copy_is_readable_by_its_owner_alone_and_nothing_lies_beside_it() throws IOException {
    Path file = folder.resolve("copy");
    TableCopy.write(table().row("", 4L, "Hill", 1L, "", "Q1", "J", null), KEYED, file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
