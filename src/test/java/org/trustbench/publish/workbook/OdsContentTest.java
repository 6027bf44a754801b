package org.trustbench.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.summary.grid.Cell;

class OdsContentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "two words|two words",
        "two  words|two <text:s/>words",
        " first|<text:s/>first",
        "last |last<text:s/>",
        "a\tb|a<text:tab/>b",
        "a~b|a</text:p><text:p>b",
        "a^~b|a</text:p><text:p>b",
        "a < b & c|a &lt; b &amp; c",
        "a\u0001b|a\ufffdb"
      })
  void text_is_written_so_that_it_is_read_as_it_is(String text, String written)
      throws XMLStreamException {
    assertThat(content(Cell.text(text.replace('~', '\n').replace('^', '\r')), Map.of()))
        .contains("<text:p>" + written + "</text:p>");
  }

  @Test
  void a_number_is_written_without_marks_of_thousands() throws XMLStreamException {
    assertThat(content(new Cell.Count(6754), Map.of()))
        .contains("office:value-type=\"float\" office:value=\"6754\"><text:p>6754</text:p>");
  }

  @Test
  void a_link_leads_to_the_first_cell_of_a_sheet_whatever_its_name() throws XMLStreamException {
    assertThat(content(Cell.text("to there"), Map.of(0, "King's")))
        .contains("xlink:href=\"#'King''s'.A1\">to there</text:a>");
  }

  @Test
  void long_text_wraps_in_a_row_of_its_height() throws XMLStreamException {
    assertThat(content(Cell.text("word ".repeat(40)), Map.of()))
        .contains("style:name=\"row-18.2\"", "style:column-width=\"110.0mm\"")
        .contains("table:style-name=\"Wrapped\"");
  }

  @Test
  void a_table_is_a_range_with_its_header() throws XMLStreamException {
    assertThat(content(Cell.text("x"), Map.of()))
        .contains("table:target-range-address=\"'S'.A3:'S'.A4\" table:contains-header=\"true\"");
  }

  private static String content(Cell cell, Map<Integer, String> links) throws XMLStreamException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OdsContent.write(
        out,
        List.of(
            new WorkbookSheet(
                "S", "Title", "Remark", List.of("Heading"), List.of(List.of(cell)), links)));
    return out.toString(StandardCharsets.UTF_8);
  }
}
