package org.trustbench.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedCellsTest {
  private static final String LETTERS = "ab\"\" \t,;\r\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a, \"b\"| a,\"b\"",
        "a,\t \"b\", c| a,\"b\", c",
        "\"a, \"\"b\", \"c\"| \"a, \"\"b\",\"c\"",
        "a \"b\", c \"d\"| a \"b\", c \"d\"",
        "\"a\" , \"b\"| \"a\" ,\"b\"",
      })
  void blanks_before_the_mark_that_begins_a_cell_are_taken_out(String text, String taken)
      throws IOException {
    assertThat(read(text, text.length())).isEqualTo(taken);
  }

  @Test
  void whatever_the_text_and_however_it_arrives_it_is_that_of_one_character_after_another()
      throws IOException {
    Random random = new Random(20);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      assertThat(read(text.toString(), 1 + random.nextInt(9)))
          .as("round %d: %s", round, text)
          .isEqualTo(oneByOne(text.toString()));
    }
  }

  private static String read(String text, int most) throws IOException {
    Reader some =
        new StringReader(text) {
          @Override
          public int read(char[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, most));
          }
        };
    StringBuilder read = new StringBuilder();
    try (Reader cells = new QuotedCells(some, ',')) {
      char[] into = new char[7];
      for (int found = cells.read(into, 0, 7); found >= 0; found = cells.read(into, 0, 7)) {
        read.append(into, 0, found);
      }
    }
    return read.toString();
  }

  /** A cell is what stands up to a delimiter or line end outside marks that begin it. */
  private static String oneByOne(String text) {
    StringBuilder taken = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int mark = at;
      while (mark < text.length() && (text.charAt(mark) == ' ' || text.charAt(mark) == '\t')) {
        mark++;
      }
      if (mark < text.length() && text.charAt(mark) == '"') {
        int close = mark + 1;
        while (close < text.length()
            && (text.charAt(close) != '"' || text.startsWith("\"\"", close))) {
          close += text.startsWith("\"\"", close) ? 2 : 1;
        }
        close = Math.min(text.length(), close + 1);
        taken.append(text, mark, close);
        at = close;
      }
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        taken.append(text.charAt(at++));
      }
      if (at < text.length()) {
        taken.append(text.charAt(at++));
      }
    }
    return taken.toString();
  }
}
