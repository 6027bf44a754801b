package org.trustbench.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.ReadOptions;

/** What cells of a workbook come to, and what refuses it. */
class XlsxTableTest {
  private static final String HEADER =
      "<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
  private static final String STYLES =
      """
      <styleSheet><numFmts>
      <numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy;@"/>
      <numFmt numFmtId="166" formatCode="&quot;day &quot;0.0"/><numFmt numFmtId="167" formatCode="&quot;C-&quot;000"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
      <xf numFmtId="9"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>""";

  @TempDir Path folder;

  private List<String> read(byte[] bytes, ReadOptions options) throws IOException, Refusal {
    return TableRows.of(folder.resolve("t.xlsx"), bytes, options);
  }

  private List<String> read(XlsxBytes workbook) throws IOException, Refusal {
    return read(workbook.bytes(), ReadOptions.OF_FOLDERS);
  }

  private String cell(String properties, String cell) throws IOException, Refusal {
    List<String> read =
        read(
            new XlsxBytes()
                .properties(properties)
                .styles(STYLES)
                .part(
                    "xl/sharedStrings.xml",
                    "<sst><si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>")
                .sheet("s", HEADER + "<row r=\"2\">" + cell + "</row>"));
    return read.isEmpty() ? "" : read.get(0).substring(2);
  }

  @ParameterizedTest
  @CsvSource({
    "<c r='A2'><v>1.0</v></c>, 1",
    "<c r='A2'><v>0.30000000000000004</v></c>, 0.3",
    "<c r='A2'><v>1E3</v></c>, 1000",
    "<c r='A2' t='n'><v>-0</v></c>, 0",
    "<c r='A2' s='2'><v>7</v></c>, 0007",
    "<c r='A2' s='6'><v>7</v></c>, C-007",
    "<c r='A2' s='4'><v>0.5</v></c>, 50%",
    "<c r='A2' s='5'><v>3</v></c>, 3",
    "<c r='A2' s='1'><v>41702</v></c>, 2014-03-04",
    "<c r='A2' s='3'><v>41702</v></c>, 2014-03-04",
    "<c r='A2' s='1'><v>41702.5</v></c>, 2014-03-04T12:00",
    "<c r='A2' s='1'><v>1</v></c>, 1900-01-01",
    "<c r='A2' s='1'><v>61</v></c>, 1900-03-01",
    "<c r='A2' s='1'><v>60</v></c>, 60",
    "<c r='A2' t='s'><v>0</v></c>, shared",
    "<c r='A2' t='s'><v>1</v></c>, rich",
    "<c r='A2' t='b'><v>1</v></c>, TRUE",
    "<c r='A2' t='e'><v>#N/A</v></c>, #N/A",
    "<c r='A2' t='str'><f>B1</f><v>yes</v></c>, yes",
    "<c r='A2' t='d'><v>2014-03-04T00:00:00</v></c>, 2014-03-04",
    "<c r='A2' t='inlineStr'><is><t>007</t></is></c>, 007",
    "<c t='inlineStr'><is><t>x_x0041_</t></is></c>, xA"
  })
  void a_cell_is_read_as_people_see_it(String cell, String seen) throws Exception {
    assertThat(cell("", cell)).isEqualTo(seen);
  }

  @Test
  void days_of_a_workbook_of_1904_are_counted_from_there() throws Exception {
    assertThat(cell("<workbookPr date1904='1'/>", "<c s='1'><v>40240</v></c>"))
        .isEqualTo("2014-03-04");
  }

  @Test
  void days_are_written_as_the_layout_of_an_extract_has_them() throws Exception {
    byte[] bytes =
        new XlsxBytes()
            .styles(STYLES)
            .sheet("s", HEADER + "<row r=\"2\"><c s='1'><v>41702</v></c></row>")
            .bytes();

    assertThat(read(bytes, new ReadOptions("UTF-8", ',', 0, "dd/MM/yyyy", null)))
        .containsExactly("2 04/03/2014");
  }

  @Test
  void empty_rows_by_the_hundred_thousand_are_no_rows() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    rows.append("<row r=\"2\"><c><v>1</v></c></row>");
    for (int row = 3; row < 200_000; row++) {
      rows.append("<row r=\"%d\"><c s=\"0\"/></row>".formatted(row));
    }
    assertThat(read(new XlsxBytes().sheet("s", rows.toString()))).containsExactly("2 1");
  }

  @Test
  void lines_before_the_header_are_passed_over() throws Exception {
    String rows =
        "<row r=\"1\"><c t=\"str\"><v>Title</v></c></row><row r=\"3\"><c t=\"str\"><v>a</v></c></row><row r=\"4\"><c><v>1</v></c></row>";

    assertThat(
            read(
                new XlsxBytes().sheet("s", rows).bytes(),
                new ReadOptions("UTF-8", ',', 2, null, null)))
        .containsExactly("4 1");
  }

  @Test
  void a_cell_beyond_the_header_is_a_fault_of_its_row() throws Exception {
    assertThat(
            read(
                new XlsxBytes()
                    .sheet(
                        "s",
                        HEADER + "<row r=\"2\"><c><v>1</v></c><c r=\"C2\"><v>2</v></c></row>")))
        .containsExactly(
            "2 s!C2: it holds something, and no column there has a name: name it, or clear the cell");
  }

  private void refused(XlsxBytes workbook, String reason) {
    assertThatThrownBy(() -> read(workbook)).isInstanceOf(Refusal.class).hasMessage(reason);
  }

  @Test
  void merged_cells_in_the_table_refuse_it() throws Exception {
    String rows = HEADER + "<row r=\"2\"><c><v>1</v></c></row>";
    String merged = "<mergeCells><mergeCell ref=\"%s\"/></mergeCells>";

    refused(
        new XlsxBytes().sheet("s", "", rows, merged.formatted("A2:A5")),
        "cells A2:A5 are merged: unmerge them and fill each of them in");
    assertThat(read(new XlsxBytes().sheet("s", "", rows, merged.formatted("C2:C5"))))
        .containsExactly("2 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<v/>", "<v></v>"})
  void a_formula_that_was_never_worked_out_refuses_the_file(String value) throws Exception {
    refused(
        new XlsxBytes()
            .sheet("s", HEADER + "<row r=\"2\"><c r=\"A2\"><f>1+1</f>" + value + "</c></row>"),
        "cell A2 has a formula that was never worked out: open it in a spreadsheet program, save it and send it again");
  }

  @Test
  void a_hidden_sheet_is_not_taken_for_the_table() throws Exception {
    String row = HEADER + "<row r=\"2\"><c><v>%d</v></c></row>";

    assertThat(
            read(
                new XlsxBytes()
                    .sheet("lists", "state=\"hidden\"", row.formatted(1), "")
                    .sheet("s", row.formatted(2))))
        .containsExactly("2 2");
  }

  @Test
  void of_several_sheets_the_one_named_as_the_file_is_read() throws Exception {
    String row = HEADER + "<row r=\"2\"><c><v>%d</v></c></row>";

    assertThat(read(new XlsxBytes().sheet("s", row.formatted(1)).sheet("T", row.formatted(2))))
        .containsExactly("2 2");
    refused(
        new XlsxBytes().sheet("s", row.formatted(1)).sheet("u", row.formatted(2)),
        "it has 2 sheets to be seen: keep the one with the table, or name that sheet as the file is named");
  }

  @ParameterizedTest
  @CsvSource({
    "EncryptedPackage, it is protected by a password: save it without one",
    "Workbook, 'it is a workbook of an older kind, .xls, or protected by a password: save it as .xlsx without a password'"
  })
  void a_password_and_an_older_kind_are_told(String entry, String reason) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
    bytes.writeBytes(new byte[500]);
    bytes.writeBytes(entry.getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(() -> read(bytes.toByteArray(), ReadOptions.OF_FOLDERS))
        .isInstanceOf(Refusal.class)
        .hasMessage(reason);
  }

  @Test
  void hidden_rows_and_columns_are_read_and_told() throws Exception {
    String rows =
        HEADER
            + "<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row><row r=\"4\" hidden=\"1\"/>";

    assertThat(
            read(
                new XlsxBytes()
                    .part("xl/worksheets/sheet9.xml", "<x/>")
                    .sheet("s", "", rows, "<cols><col min='1' max='3' hidden='1'/></cols>")))
        .containsExactly(
            "2 1",
            "3 2",
            "hidden, and read like the others: row 2",
            "hidden, and read like the others: column A");
  }

  @Test
  void a_part_whose_bytes_are_not_those_that_were_packed_refuses_the_file() throws Exception {
    byte[] bytes =
        new XlsxBytes()
            .stored(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>"
                    + HEADER
                    + "<row r=\"2\"><c><v>12345</v></c></row></sheetData></worksheet>")
            .bytes();
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("12345");
    assertThat(read(bytes.clone(), ReadOptions.OF_FOLDERS)).containsExactly("2 12345");
    bytes[at] = '9';

    assertThatThrownBy(() -> read(bytes, ReadOptions.OF_FOLDERS))
        .isInstanceOf(Refusal.class)
        .hasMessage("it is damaged, or no workbook: save it as .xlsx or .ods and send it again");
  }

  @Test
  void rows_out_of_their_order_refuse_the_file() throws Exception {
    refused(
        new XlsxBytes().sheet("s", HEADER + "<row r=\"1\"><c><v>1</v></c></row>"),
        "its rows are not in their order: save it again and send it");
  }

  @ParameterizedTest
  @CsvSource({
    "<c r='A2' t='s'><v>9</v></c>",
    "<c r='A2'><v>yes</v></c>",
    "<c r='A2' t='x'><v>1</v></c>",
    "<c r='A2'><v>1E999999</v></c>"
  })
  void a_cell_that_is_not_understood_refuses_the_file(String cell) {
    assertThatThrownBy(() -> cell("", cell))
        .isInstanceOf(Refusal.class)
        .hasMessage("cell A2 cannot be read: save it again and send it");
  }

  @Test
  void entities_of_a_document_type_are_never_expanded() throws Exception {
    Refusal refusal =
        org.junit.jupiter.api.Assertions.assertThrows(
            Refusal.class,
            () ->
                read(
                    new XlsxBytes()
                        .part(
                            "xl/sharedStrings.xml",
                            "<!DOCTYPE s [<!ENTITY e \"boom\">]><sst><si><t>&e;</t></si></sst>")
                        .sheet("s", HEADER + "<row r=\"2\"><c t='s'><v>0</v></c></row>")));
    assertThat(refusal.getMessage())
        .isEqualTo("it is damaged, or no workbook: save it as .xlsx or .ods and send it again");
  }
}
