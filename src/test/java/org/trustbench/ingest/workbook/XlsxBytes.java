package org.trustbench.ingest.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trustbench.ingest.rows.CellName;

/** Workbooks packed up by hand, as no program writes them. */
public final class XlsxBytes {
  private String properties = "";
  private String sheets = "";
  private String relations = "";
  private String styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);
  private int number;

  /** A workbook with one sheet, of texts. */
  public static byte[] ofTexts(List<List<String>> rows) throws IOException {
    return of(Map.of("t", rows));
  }

  /** A workbook with some sheets, of texts. */
  public static byte[] of(Map<String, List<List<String>>> sheets) throws IOException {
    XlsxBytes workbook = new XlsxBytes();
    for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
      workbook.sheet(sheet.getKey(), xml(sheet.getValue()));
    }
    return workbook.bytes();
  }

  private static String xml(List<List<String>> rows) {
    StringBuilder xml = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"%d\">".formatted(row + 1));
      for (int column = 0; column < rows.get(row).size(); column++) {
        xml.append(
            "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                .formatted(CellName.of(column, row + 1), rows.get(row).get(column)));
      }
      xml.append("</row>");
    }
    return xml.toString();
  }

  XlsxBytes properties(String xml) {
    properties = xml;
    return this;
  }

  XlsxBytes styles(String xml) {
    styles = xml;
    return this;
  }

  XlsxBytes sheet(String name, String rows) throws IOException {
    return sheet(name, "", rows, "");
  }

  XlsxBytes sheet(String name, String attributes, String rows, String after) throws IOException {
    number++;
    sheets += "<sheet name=\"%s\" r:id=\"r%d\" %s/>".formatted(name, number, attributes);
    relations +=
        "<Relationship Id=\"r%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(number, number);
    return part(
        "xl/worksheets/sheet%d.xml".formatted(number),
        "<worksheet><sheetData>%s</sheetData>%s</worksheet>".formatted(rows, after));
  }

  /** A workbook with one sheet, whose part is given and not deflated. */
  XlsxBytes stored(String name, String xml) throws IOException {
    byte[] content = xml.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    number++;
    sheets += "<sheet name=\"t\" r:id=\"r1\"/>";
    relations += "<Relationship Id=\"r1\" Target=\"%s\"/>".formatted(name.substring(3));
    return this;
  }

  XlsxBytes part(String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    part(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\">%s<sheets>%s</sheets></workbook>".formatted(properties, sheets));
    part("xl/_rels/workbook.xml.rels", "<Relationships>%s</Relationships>".formatted(relations));
    part("xl/styles.xml", styles);
    zip.close();
    return bytes.toByteArray();
  }
}
