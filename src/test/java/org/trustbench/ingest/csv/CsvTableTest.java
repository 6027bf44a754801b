package org.trustbench.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.support.LandingFolder;

/** Cells come back as they were written, each with its line, down to what cannot be read. */
class CsvTableTest {
  private static final String[] PARTS = {
    "a",
    "b ",
    "C1",
    "yes",
    " ",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "é",
    "ß",
    "\u00A0",
    "abcdefghijklmnopqrstuvwxyz",
    "12345678",
    "#",
    "\\",
    "'",
    "sep="
  };

  @TempDir Path folder;

  /** Rows of three cells as they were written, and the line that each begins on. */
  private static final class Written {
    final StringBuilder text = new StringBuilder();
    final List<String> rows = new ArrayList<>();
    int line = 1;

    void row(Random random, String delimiter, String end, List<String> cells) {
      rows.add(line + " " + cells);
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        boolean isQuoted =
            random.nextInt(3) == 0
                || cell.contains(delimiter)
                || cell.chars().anyMatch(c -> "\"\r\n".indexOf(c) >= 0);
        String before = isQuoted ? List.of("", "", " ", "\t").get(random.nextInt(4)) : "";
        text.append(i == 0 ? "" : delimiter);
        text.append(before.equals(delimiter) ? "" : before);
        text.append(isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        line += lineEnds(cell);
      }
      text.append(end);
      line++;
    }

    private static int lineEnds(String cell) {
      return cell.replace("\r\n", "\n")
          .replace('\r', '\n')
          .chars()
          .map(c -> c == '\n' ? 1 : 0)
          .sum();
    }
  }

  private static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      cell.append(PARTS[random.nextInt(PARTS.length)]);
    }
    // A blank before a mark that begins the cell is none of its text.
    return cell.toString().replaceAll("^[ \t]+\"", "\"");
  }

  private SentFile file(String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    return new SentFile(name, path.toString(), bytes.length);
  }

  private CsvTable open(SentFile file, String charset, Character delimiter)
      throws IOException, Refusal {
    return CsvTable.of(
        FileSlice.whole(0, file), new ReadOptions(charset, delimiter, 0, null, null));
  }

  private static List<String> read(CsvTable table) throws Refusal {
    List<String> rows = new ArrayList<>();
    while (table.next()) {
      assertThat(table.fault()).isNull();
      rows.add(table.line() + " " + List.of(table.cell(0), table.cell(1), table.cell(2)));
    }
    return rows;
  }

  /** What is said of a file that cannot be read to its end. */
  private String refusal(SentFile file) {
    try (CsvTable table = open(file, "UTF-8", null)) {
      while (table.next()) {
        // Down to what is wrong.
      }
      return table.sha256Hex();
    } catch (IOException | Refusal e) {
      return e.getMessage();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void whatever_was_written_comes_back(String charset) throws IOException, Refusal {
    Random random = new Random(20140304);
    for (int i = 0; i < 150; i++) {
      String delimiter = String.valueOf(",;\t|".charAt(random.nextInt(4)));
      String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
      Written written = new Written();
      written.row(random, delimiter, end, List.of("x", "y", "z"));
      written.rows.clear();
      for (int row = random.nextInt(9); row > 0; row--) {
        written.row(random, delimiter, end, List.of("C" + row, cell(random), cell(random)));
      }
      byte[] bytes = written.text.toString().getBytes(Charset.forName(charset));
      try (CsvTable table = open(file("t.csv", bytes), charset, null)) {
        assertThat(read(table)).as("%s", written.text).isEqualTo(written.rows);
      }
    }
  }

  @Test
  void rows_over_the_ends_of_all_buffers_come_back() throws IOException, Refusal {
    Random random = new Random(20140306);
    Written written = new Written();
    written.row(random, ",", "\r\n", List.of("x", "y", "z"));
    written.rows.clear();
    while (written.text.length() < 400_000) {
      written.row(
          random, ",", "\r\n", List.of("C1", "é" + "-".repeat(random.nextInt(90)), cell(random)));
    }
    SentFile file = file("t.csv", written.text.toString().getBytes(StandardCharsets.UTF_8));
    try (CsvTable table = open(file, "UTF-8", ',')) {
      assertThat(read(table)).isEqualTo(written.rows);
    }
  }

  @Test
  void a_mark_behind_more_blanks_than_any_buffer_holds_begins_its_cell()
      throws IOException, Refusal {
    byte[] bytes =
        ("x,y,z\nC1," + " ".repeat(70_000) + "\"a,b\",c\n").getBytes(StandardCharsets.UTF_8);
    try (CsvTable table = open(file("t.csv", bytes), "UTF-8", ',')) {
      assertThat(read(table)).containsExactly("2 [C1, a,b, c]");
    }
  }

  @Test
  void a_name_comes_to_the_same_each_time_it_is_met() throws IOException, Refusal {
    byte[] bytes = "x,y,z\nJim,\" Jim\",Jo\nJo,Jim,\n".getBytes(StandardCharsets.UTF_8);
    MemoizedLookup<String> names = new MemoizedLookup<>(name -> "<" + name + ">");
    List<String> met = new ArrayList<>();
    try (CsvTable table = open(file("t.csv", bytes), "UTF-8", ',')) {
      while (table.next()) {
        met.addAll(List.of(table.value(0, names), table.value(1, names), table.value(2, names)));
      }
    }
    assertThat(met).containsExactly("<Jim>", "<Jim>", "<Jo>", "<Jo>", "<Jim>", "<>");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 500, 20_000})
  void what_cannot_be_read_is_said_to_lie_after_the_last_line_that_can(int rows)
      throws IOException {
    byte[] sound = ("x,y,z\n" + "C1,é,\n".repeat(rows - 1)).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(sound, sound.length + 8);

    bytes[sound.length] = (byte) 0xFF;
    assertThat(refusal(file("t.csv", bytes)))
        .startsWith("after line %d there are bytes that are not UTF-8".formatted(rows));
    bytes[sound.length] = 0;
    assertThat(refusal(file("t.csv", bytes)))
        .startsWith("after line %d there are NUL characters".formatted(rows));
    Arrays.fill(bytes, sound.length, bytes.length, (byte) 'C');
    bytes[sound.length] = '"';
    assertThat(refusal(file("t.csv", bytes)))
        .startsWith("it cannot be split into rows after line %d".formatted(rows));
  }

  @Test
  void a_packed_file_that_ends_early_is_refused() throws IOException {
    byte[] packed = LandingFolder.gzip("x,y,z\n" + "C1,yes,\n".repeat(3));

    assertThat(refusal(file("t.csv.gz", Arrays.copyOf(packed, packed.length - 8))))
        .startsWith("the packed file is damaged or ends early after line");
  }

  @ParameterizedTest
  @CsvSource({
    "16384, 1, true",
    "16385, 1, false",
    "3, 1048576, false",
    "1, 1048576, true",
    "1, 1048577, false",
    "2, 1048576, true"
  })
  void rows_have_limits(int columns, int length, boolean isRead) throws IOException {
    String line = ("y".repeat(length) + ",").repeat(columns - 1) + "y".repeat(length);
    byte[] bytes = ("x\n" + line + "\n").getBytes(StandardCharsets.UTF_8);

    String end = refusal(file("t.csv", bytes));
    assertThat(end.startsWith("it cannot be split into rows after line 1")).isEqualTo(!isRead);
  }

  private String afterTwoLines(String row) throws IOException {
    return refusal(file("t.csv", ("x\ny\n" + row + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_row_that_is_beyond_a_limit_is_told_by_which() throws IOException {
    assertThat(afterTwoLines("y".repeat(1_048_577)))
        .isEqualTo(
            "it cannot be split into rows after line 2: a cell there has more than 1048576"
                + " characters, or its row twice as many: shorten it, or close the quotation mark"
                + " before it");
    assertThat(afterTwoLines(",".repeat(16_384)))
        .isEqualTo(
            "it cannot be split into rows after line 2: a row there has more than 16384 columns:"
                + " check delimiters and quotation marks");
  }

  @Test
  void a_mark_that_takes_in_rows_is_found() {
    assertThatThrownBy(
            () -> {
              byte[] bytes =
                  "x,y,z\nC1,yes,\"note\nC2,no,\nC3,yes,\",\n".getBytes(StandardCharsets.UTF_8);
              try (CsvTable table = open(file("t.csv", bytes), "UTF-8", null)) {
                table.next();
              }
            })
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("line 2: a quotation mark opened here takes in the lines after it");
  }
}
