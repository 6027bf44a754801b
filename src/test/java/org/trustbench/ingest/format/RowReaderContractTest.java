package org.trustbench.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.workbook.OdsBytes;
import org.trustbench.ingest.workbook.XlsxBytes;

/** What every reader of rows does, whatever the format and however it is read. */
class RowReaderContractTest {
  @TempDir Path folder;

  /** Makes a file of a table, an empty row of which is a line or row that holds nothing. */
  private interface Maker {
    byte[] bytes(List<List<String>> rows) throws IOException;
  }

  /** A format, as it is sent and as it is read. */
  private record Case(String title, String file, Maker maker) {
    /** Of a sheet the places are its rows and cells, of a text its lines. */
    String place(String line, String cell) {
      return file.matches(".*\\.(xlsx|ods)") ? cell : line;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> formats() {
    Maker comma = rows -> csv(rows, ",");
    return Stream.of(
        new Case("CSV", "t.csv", comma),
        new Case("CSV with semicolons", "t.csv", rows -> csv(rows, ";")),
        new Case("CSV with tabs", "t.csv", rows -> csv(rows, "\t")),
        new Case("CSV packed", "t.csv.gz", rows -> packed(csv(rows, ","))),
        new Case("XLSX", "t.xlsx", XlsxBytes::ofTexts),
        new Case("ODS", "t.ods", OdsBytes::ofTexts));
  }

  private static byte[] csv(List<List<String>> rows, String delimiter) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> cell.contains("\n") ? '"' + cell + '"' : cell)
                    .collect(Collectors.joining(delimiter, "", "\n")))
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private SentFile sent(Case format, List<List<String>> rows) throws IOException {
    Path path = folder.resolve(format.file());
    Files.write(path, format.maker().bytes(rows));
    return new SentFile("X/" + format.file(), path.toString(), Files.size(path));
  }

  private RowReader open(Case format, List<List<String>> rows) throws IOException, Refusal {
    return InputFormats.open(sent(format, rows));
  }

  /** Every row: its line, and its cells or what is wrong with it. */
  private List<String> read(Case format, List<List<String>> rows) throws IOException, Refusal {
    return read(format, ReadOptions.OF_FOLDERS, rows);
  }

  private List<String> read(Case format, ReadOptions options, List<List<String>> rows)
      throws IOException, Refusal {
    List<String> read = new ArrayList<>();
    FileSlice whole = FileSlice.whole(0, sent(format, rows));
    try (RowReader reader = InputFormats.open(whole, options)) {
      read.add(reader.headerLine() + " " + reader.header());
      while (reader.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; !reader.isFaulty() && column < reader.header().size(); column++) {
          cells.add(reader.name(column));
        }
        read.add(reader.line() + " " + (reader.isFaulty() ? reader.fault() : cells));
      }
    }
    return read;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void rows_come_in_their_order_with_the_place_of_each(Case format) throws Exception {
    assertThat(
            read(
                format,
                List.of(
                    List.of("case_id", "town"),
                    List.of("C1", "Ely"),
                    List.of("Ünter", ""),
                    List.of("007", "x y"))))
        .containsExactly("1 [case_id, town]", "2 [C1, Ely]", "3 [Ünter, ]", "4 [007, x y]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void what_holds_no_cell_is_no_row_and_moves_no_place(Case format) throws Exception {
    assertThat(
            read(
                format,
                List.of(
                    List.of("a", "b"), List.of(), List.of("1", "2"), List.of(), List.of("3", "4"))))
        .containsExactly("1 [a, b]", "3 [1, 2]", "5 [3, 4]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_faulty_row_is_told_and_the_rows_after_it_go_on(Case format) throws Exception {
    List<String> read =
        read(format, List.of(List.of("a", "b"), List.of("1", "2", "3"), List.of("4", "5")));

    assertThat(read).hasSize(3).last().isEqualTo("3 [4, 5]");
    assertThat(read.get(1)).startsWith("2 ").contains(": ").doesNotContain("[");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void names_have_no_blanks_around_them(Case format) throws Exception {
    assertThat(read(format, List.of(List.of(" a ", "b"), List.of("  1", "2 "))))
        .containsExactly("1 [a, b]", "2 [1, 2]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_row_of_blanks_is_no_row(Case format) throws Exception {
    assertThat(
            read(
                format,
                List.of(
                    List.of("", " "),
                    List.of("a", "b"),
                    List.of("", ""),
                    List.of(" ", "\u00A0\u200B"),
                    List.of("1", ""))))
        .containsExactly("2 [a, b]", "5 [1, ]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void blanks_beyond_the_last_column_are_no_fault(Case format) throws Exception {
    assertThat(
            read(
                format,
                List.of(
                    List.of("a", "b", "", " "), List.of("1", "2", "", ""), List.of("3", "4", " "))))
        .containsExactly("1 [a, b]", "2 [1, 2]", "3 [3, 4]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void names_of_columns_are_read_as_they_are_seen(Case format) throws Exception {
    assertThat(read(format, List.of(List.of("\u200Ba\u00A0", "b  c"), List.of("1", "2"))))
        .containsExactly("1 [a, b c]", "2 [1, 2]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_header_that_stands_again_is_a_faulty_row(Case format) throws Exception {
    assertThat(
            read(
                format,
                List.of(
                    List.of("a", "b"),
                    List.of("1", "a"),
                    List.of("\uFEFFa", " b", ""),
                    List.of("3", "4"))))
        .containsExactly(
            "1 [a, b]",
            "2 [1, a]",
            "3 the header stands here once more: take the line out, or send the files one by one",
            "4 [3, 4]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_header_in_another_order_refuses_the_file(Case format) {
    assertThatThrownBy(
            () -> read(format, List.of(List.of("a", "b"), List.of("1", "2"), List.of("b", "a"))))
        .isInstanceOf(Refusal.class)
        .hasMessageMatching("(line|t row) 3: another header stands here.*");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void the_header_is_told_by_its_first_cell_where_titles_stand_above(Case format) throws Exception {
    List<List<String>> rows =
        List.of(
            List.of("Cases of 2014"),
            List.of(),
            List.of("all", "that", "there are"),
            List.of("", "Name", "b"),
            List.of("x", "1", "2"));

    assertThat(read(format, options("name", 1), rows))
        .containsExactly("4 [, Name, b]", "5 [x, 1, 2]");
    assertThatThrownBy(() -> read(format, options("Case", 1), rows))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "no row begins with \"Case\", by which the layout tells the header: correct"
                + " header_begins_with, or add the header");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_header_of_two_rows_joins_what_stands_above_with_what_stands_below(Case format)
      throws Exception {
    List<List<String>> rows =
        List.of(
            List.of("School", "", "Plans", "", "Safety"),
            List.of("", "Case", "Q1", "Q2", "Q1"),
            List.of("Hill", "1", "yes", "no", "yes"));

    assertThat(read(format, options(null, 2), rows))
        .containsExactly(
            "1 [School, Case, Plans Q1, Plans Q2, Safety Q1]", "3 [Hill, 1, yes, no, yes]");
  }

  private static ReadOptions options(String headerBeginsWith, int headerRows) {
    return new ReadOptions("UTF-8", null, 0, null, null, headerBeginsWith, headerRows);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_value_is_looked_up_by_what_the_cell_says(Case format) throws Exception {
    MemoizedLookup<Integer> lengths = new MemoizedLookup<>(String::length);
    List<Integer> read = new ArrayList<>();
    try (RowReader reader =
        open(format, List.of(List.of("a", "b"), List.of(" four ", "x"), List.of("four", "y")))) {
      while (reader.next()) {
        read.add(reader.value(0, lengths));
      }
    }
    assertThat(read).containsExactly(4, 4);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_column_that_is_missing_is_named(Case format) throws Exception {
    try (RowReader reader = open(format, List.of(List.of("a", "b"), List.of("1", "2")))) {
      assertThat(reader.column("b")).isEqualTo(1);
      assertThatThrownBy(() -> reader.column("answer"))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              format.place("line 1", "t row 1")
                  + ": column \"answer\" is missing: the header must name it");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_name_that_stands_twice_in_the_header_refuses_the_file(Case format) {
    assertThatThrownBy(() -> read(format, List.of(List.of("a", "b", "a"), List.of("1", "2", "3"))))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            format.place("line 1: columns 1 and 3", "t row 1: columns A and C")
                + " have the same name: name each column once");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_file_without_a_row_is_refused(Case format) {
    assertThatThrownBy(() -> read(format, List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessage("it is empty: send it again with its rows");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_header_alone_is_a_table_without_rows(Case format) throws Exception {
    assertThat(read(format, List.of(List.of("a", "b")))).containsExactly("1 [a, b]");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_name_of_two_lines_refuses_the_file(Case format) {
    assertThatThrownBy(() -> read(format, List.of(List.of("a", "b"), List.of("1", "2\n3"))))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(format.place("line 2: ", "t!B2 has a line break inside: "));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void the_digest_is_of_the_whole_file_however_much_was_read(Case format) throws Exception {
    SentFile file = sent(format, List.of(List.of("a", "b"), List.of("1", "2"), List.of("3", "4")));
    String expected =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(Path.of(file.path()))));

    try (RowReader reader = InputFormats.open(file)) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.sha256Hex()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_file_that_is_damaged_is_refused_in_one_line(Case format) throws Exception {
    SentFile file = sent(format, List.of(List.of("a", "b"), List.of("1", "2")));
    Files.write(Path.of(file.path()), new byte[] {(byte) 0xFF, 0, 1, (byte) 0xC3, 2});

    assertThatThrownBy(
            () -> {
              try (RowReader reader = InputFormats.open(file)) {
                while (reader.next()) {
                  reader.fault();
                }
              }
            })
        .isInstanceOf(Refusal.class)
        .message()
        .matches("[^\\n]+: [^\\n]+");
  }
}
