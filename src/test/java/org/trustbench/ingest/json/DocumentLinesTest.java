package org.trustbench.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line is whatever ends with LF or with the file, and none is held that is too long. */
class DocumentLinesTest {
  private static final JsonFactory JSON = new JsonFactory();

  /** The lines, each as its first token, "blank" or "cut". */
  private static List<String> read(String text, int longest) throws IOException {
    List<String> read = new ArrayList<>();
    DocumentLines lines = new DocumentLines(new StringReader(text), longest);
    while (lines.next()) {
      read.add(lines.isCut() ? "cut" : lines.isBlank() ? "blank" : first(lines));
    }
    return read;
  }

  private static String first(DocumentLines lines) throws IOException {
    try (JsonParser parser = lines.parser(JSON)) {
      parser.nextToken();
      return parser.getText();
    }
  }

  @Test
  void lines_end_with_lf_or_with_the_text() throws IOException {
    assertThat(read("", 9)).isEmpty();
    assertThat(read("\n", 9)).containsExactly("blank");
    assertThat(read("1\n\n \t\r\n2\r\n\u2003\n3", 9))
        .containsExactly("1", "blank", "blank", "2", "blank", "3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 65_535, 65_536, 65_537, 200_000})
  void a_line_that_is_too_long_is_passed_over_and_the_next_one_read(int longest)
      throws IOException {
    String fits = "1" + " ".repeat(longest - 1);

    assertThat(read(fits + "\n" + fits + " \n" + fits, longest)).containsExactly("1", "cut", "1");
    assertThat(read(fits.repeat(5) + "\n2", longest)).containsExactly("cut", "2");
    assertThat(read("2\n" + fits.repeat(5), longest)).containsExactly("2", "cut");
  }

  @Test
  void lines_over_the_end_of_the_buffer_are_whole() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      text.append(i).append('\n');
      expected.add(String.valueOf(i));
    }
    assertThat(read(text.toString(), 100)).isEqualTo(expected);
  }
}
