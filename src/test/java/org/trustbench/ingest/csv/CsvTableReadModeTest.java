package org.trustbench.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.TableOptions;

/** A CSV file comes to the same rows, whatever room its plain lines are given, and with none. */
class CsvTableReadModeTest {
  private static final int FILES = 1_500;
  private static final int[] ROOMS = {7, 24, 1 << 16};
  private static final String[] UGLY = {
    "a",
    "b",
    "C1",
    "yes",
    " ",
    ",",
    ",",
    ",",
    ";",
    "\t",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r\n",
    "\r",
    "\"",
    "\"",
    "\"a\"",
    "\"b,\"",
    "\"\"",
    "\"\n\"",
    "\"\r\n\"",
    ",\"",
    "\",",
    "\"\n",
    "\u0000",
    "x,y,z\n",
    " \"a\" ",
    "\t\"b,\"",
    "sep=;\n",
    "\u00A0",
    "\u0001",
    "é",
    "日本",
    "😀",
    "\uFEFF",
    "\u2028",
    "\u0085",
    "\u00A0",
    "!",
    "#",
    "\\",
    "'",
    "abcdefghijklmnopqrstuvwxyz",
    "12345678",
    "1234567"
  };

  @TempDir Path folder;

  /** What came of a file: its rows, and whether the file could be read to its end. */
  private record Came(List<String> rows, String refusal, String sha256) {
    /**
     * Where something cannot be read, how many rows come before it is found depends on the pace.
     */
    boolean isLike(Came steady) {
      if (steady.refusal.isEmpty() || refusal.isEmpty()) {
        return equals(steady);
      }
      int both = Math.min(rows.size(), steady.rows.size());
      return rows.subList(0, both).equals(steady.rows.subList(0, both));
    }
  }

  private static Came came(
      SentFile file, Charset charset, Character delimiter, int skipped, ReadMode pace)
      throws IOException {
    List<String> rows = new ArrayList<>();
    TableOptions options = new TableOptions(charset.name(), delimiter, skipped, null, null);
    try (CsvTable table = CsvTable.of(FileSlice.whole(0, file), options, pace)) {
      rows.add(table.headerLine() + " " + table.header());
      MemoizedLookup<String> texts = new MemoizedLookup<>(text -> text);
      while (table.next()) {
        rows.add(row(table, texts));
      }
      return new Came(rows, "", table.sha256Hex());
    } catch (Refusal e) {
      return new Came(rows, e.getMessage(), "");
    }
  }

  private static String row(CsvTable table, MemoizedLookup<String> texts) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < table.width(); column++) {
      String cell = table.cell(column);
      cells.add(cell);
      try {
        String name = table.given(column);
        assertThat(name).isEqualTo(cell.strip());
        assertThat(table.value(column, texts)).isEqualTo(name);
      } catch (Refusal e) {
        cells.add(e.getMessage());
      }
    }
    return "%d %s %s".formatted(table.line(), table.isFaulty(), cells);
  }

  private void assertSame(String what, SentFile file, Charset charset, Character c, int skipped)
      throws IOException {
    Came steady = came(file, charset, c, skipped, ReadMode.STEADY);
    for (int room : ROOMS) {
      Came quick = came(file, charset, c, skipped, new ReadMode(room, Long.MAX_VALUE));
      assertThat(quick.isLike(steady)).as("%s, room %d: %s %s", what, room, quick, steady).isTrue();
    }
  }

  private SentFile written(String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    return new SentFile(name, path.toString(), bytes.length);
  }

  private static String text(Random random, String[] alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    int tokens = random.nextInt(longest);
    for (int i = 0; i < tokens; i++) {
      text.append(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  /** A header and rows of three cells, some of them ugly. */
  private static String table(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "x,y,z\n" : "\"x\",y,\"z\"\r\n");
    int rows = random.nextInt(12);
    for (int row = 0; row < rows; row++) {
      boolean isUgly = random.nextInt(8) == 0;
      String cell = isUgly ? text(random, UGLY, 5) : "cell" + random.nextInt(9);
      String note = random.nextInt(4) == 0 ? "\"a, é " + row + "\"" : "";
      text.append("C%d,%s,%s".formatted(random.nextInt(3), cell, note));
      text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
    }
    return random.nextInt(4) == 0 ? text.toString().strip() : text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "ISO-8859-1", "windows-1252", "US-ASCII", "UTF-16LE", "Shift_JIS"})
  void ugly_files_in_several_encodings(String charset) throws IOException {
    Random random = new Random(20140304);
    for (int i = 0; i < FILES; i++) {
      String text = random.nextBoolean() ? table(random) : text(random, UGLY, 40);
      Charset written = random.nextInt(8) == 0 ? StandardCharsets.UTF_8 : Charset.forName(charset);
      SentFile file = written("ugly.csv", text.getBytes(written));
      Character delimiter = random.nextBoolean() ? null : ",;\t|a\u00E9".charAt(random.nextInt(6));
      assertSame("file " + i, file, Charset.forName(charset), delimiter, random.nextInt(3));
    }
  }

  @Test
  void bytes_that_are_no_text_and_packed_files_that_end_early() throws IOException {
    Random random = new Random(20140305);
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = table(random).getBytes(StandardCharsets.UTF_8);
      boolean isPacked = random.nextBoolean();
      if (random.nextBoolean()) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (isPacked) {
        bytes = packed(bytes);
        bytes = java.util.Arrays.copyOf(bytes, bytes.length - random.nextInt(12));
      }
      SentFile file = written(isPacked ? "spoilt.csv.gz" : "spoilt.csv", bytes);
      assertSame("file " + i, file, StandardCharsets.UTF_8, null, 0);
    }
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "16384, 1",
    "16385, 1",
    "3, 65000",
    "3, 65536",
    "3, 1048576",
    "3, 1048577",
    "70000, 0"
  })
  void very_long_lines_and_very_many_columns(int columns, int length) throws IOException {
    String ordinary = "a,b,c\nd,e,f\n".repeat(3_000);
    String cell = "y".repeat(length);
    String line = (cell + ",").repeat(columns - 1) + cell;
    for (String text : List.of(ordinary + line + "\nd,e,f\n", line + "\n" + ordinary)) {
      SentFile file = written("long.csv", text.getBytes(StandardCharsets.UTF_8));
      Came steady = came(file, StandardCharsets.UTF_8, null, 0, ReadMode.STEADY);

      assertThat(came(file, StandardCharsets.UTF_8, null, 0, ReadMode.QUICK)).isEqualTo(steady);
    }
  }

  @Test
  void lines_over_the_end_of_the_room_of_a_large_file() throws IOException {
    Random random = new Random(20140306);
    StringBuilder text = new StringBuilder("x,y\r\n");
    for (int row = 0; text.length() < 400_000; row++) {
      text.append(row).append(",\"é").append("-".repeat(random.nextInt(90))).append("\"\r\n");
    }
    SentFile file = written("large.csv", text.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(came(file, StandardCharsets.UTF_8, null, 0, ReadMode.QUICK))
        .isEqualTo(came(file, StandardCharsets.UTF_8, null, 0, ReadMode.STEADY));
  }
}
