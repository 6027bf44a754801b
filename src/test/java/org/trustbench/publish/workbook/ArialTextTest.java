package org.trustbench.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.summary.grid.Cell;

class ArialTextTest {
  @Test
  void a_text_is_as_wide_as_its_characters() {
    // 4 letters of 556 thousandths of ten points, which are 3.53 mm.
    assertThat(ArialText.width("aaaa", false)).isCloseTo(4 * .556 * 3.528, within(.01));
    assertThat(ArialText.width("iiii", false)).isLessThan(ArialText.width("mmmm", false) / 3);
    assertThat(ArialText.width("東京", false)).isCloseTo(2 * 3.528, within(.01));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "one, 1",
    "'one two', 1",
    "'one two three four five six', 2",
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 3"
  })
  void text_wraps_at_spaces_and_where_a_word_is_wider_than_a_line(String text, int lines) {
    assertThat(ArialText.lines(text, 30, false)).isEqualTo(lines);
  }

  @Test
  void columns_have_room_for_their_text_and_for_a_gap_beside_it() {
    WorkbookSheet sheet =
        new WorkbookSheet(
            "S",
            "Title",
            "Remark",
            List.of("Score to %", "Score status"),
            List.of(List.of(new Cell.Number(81), Cell.text("low reliability"))));

    assertThat(SheetLayout.of(sheet).widths().get(0))
        .isGreaterThan(ArialText.width("Score", true) + 4);
    assertThat(SheetLayout.of(sheet).widths().get(1))
        .isGreaterThan(ArialText.width("low reliability", false) + 4);
  }
}
