package org.trustbench.ingest.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OpenDocument spreadsheets packed up by hand, as no program writes them. */
public final class OdsBytes {
  private static final String HEAD =
      """
      <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
      <office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
      </office:automatic-styles><office:body><office:spreadsheet>""";

  private final StringBuilder tables = new StringBuilder();
  private String manifest = "<manifest/>";

  /** A spreadsheet with one sheet, of texts. */
  public static byte[] ofTexts(List<List<String>> rows) throws IOException {
    return of(Map.of("t", rows));
  }

  /** A spreadsheet with some sheets, of texts. */
  public static byte[] of(Map<String, List<List<String>>> sheets) throws IOException {
    OdsBytes workbook = new OdsBytes();
    sheets.forEach((name, rows) -> workbook.sheet(name, xml(rows)));
    return workbook.bytes();
  }

  private static String xml(List<List<String>> rows) {
    StringBuilder xml = new StringBuilder();
    for (List<String> row : rows) {
      xml.append("<table:table-row>");
      for (String cell : row) {
        xml.append(text(cell));
      }
      xml.append("</table:table-row>");
    }
    return xml.toString();
  }

  /** A cell with a text, each line of it a paragraph. */
  static String text(String text) {
    return "<table:table-cell office:value-type='string'><text:p>%s</text:p></table:table-cell>"
        .formatted(text.replace("\n", "</text:p><text:p>"));
  }

  OdsBytes manifest(String xml) {
    manifest = xml;
    return this;
  }

  OdsBytes sheet(String name, String rows) {
    return sheet(name, "", rows);
  }

  OdsBytes sheet(String name, String attributes, String rows) {
    tables.append(
        "<table:table table:name=\"%s\" %s>%s</table:table>".formatted(name, attributes, rows));
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "META-INF/manifest.xml", manifest);
      part(
          zip,
          "content.xml",
          HEAD + tables + "</office:spreadsheet></office:body></office:document-content>");
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
