package org.trustbench.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.ReadOptions;

/** What cells of an OpenDocument spreadsheet come to, and what refuses it. */
class OdsTableTest {
  private static final String HEADER = row(OdsBytes.text("a"));

  @TempDir Path folder;

  private static String row(String cells) {
    return "<table:table-row>%s</table:table-row>".formatted(cells);
  }

  private static String cell(String attributes, String content) {
    return "<table:table-cell %s>%s</table:table-cell>".formatted(attributes, content);
  }

  private static String number(int value) {
    return cell("office:value-type='float' office:value='%d'".formatted(value), "");
  }

  private List<String> read(OdsBytes workbook) throws IOException, Refusal {
    return TableRows.of(folder.resolve("t.ods"), workbook.bytes(), ReadOptions.OF_FOLDERS);
  }

  private String read(String cell) throws IOException, Refusal {
    List<String> read = read(new OdsBytes().sheet("s", HEADER + row(cell)));
    return read.isEmpty() ? "" : read.get(0).substring(2);
  }

  @ParameterizedTest
  @CsvSource({
    "office:value-type='float' office:value='1', 1.00, 1",
    "office:value-type='float' office:value='0.30000000000000004', '', 0.3",
    "office:value-type='float' office:value='7', 0007, 0007",
    "office:value-type='float' office:value='7', C-007, C-007",
    "office:value-type='float' office:value='7', 7 cases, 7",
    "office:value-type='float' office:value='7', 008, 7",
    "office:value-type='float' office:value='1234', '1,234', 1234",
    "office:value-type='percentage' office:value='0.5', 50 %, 50%",
    "office:value-type='currency' office:value='3.5', £3.50, 3.5",
    "office:value-type='date' office:date-value='2014-03-04', 04/03/14, 2014-03-04",
    "office:value-type='date' office:date-value='2014-03-04T12:00:00', '', 2014-03-04T12:00",
    "office:value-type='time' office:time-value='PT12H00M00S', 12:00, 12:00",
    "office:value-type='boolean' office:boolean-value='true', WAHR, TRUE",
    "office:value-type='string', yes, yes",
    "office:value-type='string' office:string-value='yes', ja, yes",
    "table:formula='of:=B1' office:value-type='string', yes, yes",
    "table:formula='of:=1/0' office:value-type='string' office:string-value='' calcext:value-type='error', #DIV/0!, #DIV/0!"
  })
  void a_cell_is_read_as_people_see_it(String attributes, String shown, String seen)
      throws Exception {
    assertThat(read(cell(attributes, "<text:p>" + shown + "</text:p>"))).isEqualTo(seen);
  }

  @Test
  void a_text_is_all_of_its_pieces_and_no_remark() throws Exception {
    assertThat(
            read(
                cell(
                    "office:value-type='string'",
                    "<office:annotation xmlns:office='o'><text:p>check this</text:p></office:annotation>"
                        + "<text:p>a<text:s text:c='2'/>b <text:span>bo<text:span>ld</text:span></text:span>"
                        + "<text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby></text:p>")))
        .isEqualTo("a b boldx");
  }

  @Test
  void days_are_written_as_the_layout_of_an_extract_has_them() throws Exception {
    byte[] bytes =
        new OdsBytes()
            .sheet(
                "s",
                HEADER + row(cell("office:value-type='date' office:date-value='2014-03-04'", "")))
            .bytes();

    assertThat(
            TableRows.of(
                folder.resolve("t.ods"),
                bytes,
                new ReadOptions("UTF-8", ',', 0, "dd/MM/yyyy", null)))
        .containsExactly("2 04/03/2014");
  }

  @Test
  void empty_rows_and_cells_are_none_however_many_there_are() throws Exception {
    String rows =
        "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
            + HEADER
            + "<table:table-row-group><table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
            + row(
                number(1)
                    + "<table:table-cell table:style-name='ce1' table:number-columns-repeated='16383'/>")
            + "</table:table-row-group><table:table-row table:number-rows-repeated='1048569'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";

    assertThat(read(new OdsBytes().sheet("s", rows))).containsExactly("7 1");
  }

  @Test
  void a_row_that_stands_for_several_is_each_of_them() throws Exception {
    String rows =
        HEADER
            + "<table:table-row table:number-rows-repeated='3'>"
            + number(5)
            + "</table:table-row>";

    assertThat(read(new OdsBytes().sheet("s", rows))).containsExactly("2 5", "3 5", "4 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table:table-row table:number-rows-repeated='1048576'>%s</table:table-row>",
        "<table:table-row table:number-rows-repeated='999999999'>%s</table:table-row>",
        "<table:table-row><table:table-cell table:number-columns-repeated='16385' office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>"
      })
  void more_than_a_sheet_can_hold_refuses_the_file(String row) {
    refused(
        new OdsBytes().sheet("s", HEADER + row.formatted(number(1))),
        "it unpacks to more than any workbook does: send its rows as CSV");
  }

  @Test
  void hidden_rows_and_columns_are_read_and_told() throws Exception {
    String hidden = "<table:table-row table:visibility='%s'>%s</table:table-row>";
    String rows =
        "<table:table-column table:visibility='collapse' table:number-columns-repeated='16384'/>"
            + HEADER
            + hidden.formatted("filter", number(1))
            + row(number(2))
            + hidden.formatted("collapse", number(3));

    assertThat(read(new OdsBytes().sheet("s", rows)))
        .containsExactly(
            "2 1",
            "3 2",
            "4 3",
            "hidden, and read like the others: 2 rows from row 2 on",
            "hidden, and read like the others: column A");
  }

  private void refused(OdsBytes workbook, String reason) {
    assertThatThrownBy(() -> read(workbook)).isInstanceOf(Refusal.class).hasMessage(reason);
  }

  @Test
  void merged_cells_in_the_table_refuse_it() throws Exception {
    String spanning = "table:number-rows-spanned='2' table:number-columns-spanned='1'";
    refused(
        new OdsBytes()
            .sheet(
                "s",
                HEADER
                    + row(cell(spanning, "<text:p>x</text:p>"))
                    + row("<table:covered-table-cell/>")),
        "cells from A2 on are merged: unmerge them and fill each of them in");
    assertThat(
            read(
                new OdsBytes()
                    .sheet("s", HEADER + row(number(1) + cell(spanning, "")) + row(number(2)))))
        .containsExactly("2 1", "3 2");
  }

  @Test
  void a_formula_that_was_never_worked_out_refuses_the_file() {
    refused(
        new OdsBytes().sheet("s", HEADER + row(cell("table:formula='of:=1+1'", ""))),
        "cell A2 has a formula that was never worked out: open it in a spreadsheet program, save it and send it again");
  }

  @Test
  void of_several_sheets_the_one_named_as_the_file_is_read_unless_it_is_hidden() throws Exception {
    assertThat(
            read(
                new OdsBytes()
                    .sheet("s", HEADER + row(number(1)))
                    .sheet("T", HEADER + row(number(2)))
                    .sheet("u", HEADER + row(number(3)))))
        .containsExactly("2 2");
    assertThat(
            read(
                new OdsBytes()
                    .sheet("t", "table:style-name='ta2'", HEADER + row(number(1)))
                    .sheet("s", HEADER + row(number(2)))))
        .containsExactly("2 2");
  }

  @Test
  void the_sheet_that_a_layout_names_is_read() throws Exception {
    OdsBytes workbook =
        new OdsBytes()
            .sheet("Notes", HEADER + row(number(1)))
            .sheet("Data", HEADER + row(number(2)));
    ReadOptions options = new ReadOptions("UTF-8", ',', 0, null, "data");

    assertThat(TableRows.of(folder.resolve("t.ods"), workbook.bytes(), options))
        .containsExactly("2 2");
    assertThatThrownBy(
            () ->
                TableRows.of(
                    folder.resolve("t.ods"),
                    new OdsBytes().sheet("Notes", HEADER).bytes(),
                    options))
        .hasMessage("it has no sheet \"data\": name the sheet with the table so");
  }

  @Test
  void a_password_is_told() {
    refused(
        new OdsBytes()
            .manifest("<manifest><file-entry><encryption-data/></file-entry></manifest>")
            .sheet("s", HEADER),
        "it is protected by a password: save it without one");
  }

  @ParameterizedTest
  @CsvSource({
    "office:value-type='float' office:value='yes'",
    "office:value-type='float'",
    "office:value-type='date' office:date-value='4 March'",
    "office:value-type='colour' office:value='1'",
    "office:value-type='float' office:value='1E999999'"
  })
  void a_cell_that_is_not_understood_refuses_the_file(String attributes) {
    refused(
        new OdsBytes().sheet("s", HEADER + row(cell(attributes, "<text:p>1</text:p>"))),
        "cell A2 cannot be read: save it again and send it");
  }
}
