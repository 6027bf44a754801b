package org.trustbench.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Packs sheets up as an Office Open XML workbook. The same sheets make the same bytes. It is
 * written here, as libraries that are small write no protected columns and no words beside a cell.
 */
final class XlsxFile {
  /** The first day that a zip file can name. */
  private static final LocalDateTime DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private XlsxFile() {}

  static byte[] bytes(List<FormSheet> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", types(sheets.size()));
      entry(zip, "_rels/.rels", relations(Stream.of("officeDocument xl/workbook.xml")));
      entry(zip, "xl/workbook.xml", workbook(sheets));
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              Stream.concat(
                  numbers(sheets).mapToObj("worksheet worksheets/sheet%d.xml"::formatted),
                  Stream.of("styles styles.xml"))));
      entry(zip, "xl/styles.xml", styles());
      for (int i = 0; i < sheets.size(); i++) {
        entry(zip, "xl/worksheets/sheet%d.xml".formatted(i + 1), sheet(sheets.get(i)));
      }
    }
    return bytes.toByteArray();
  }

  private static IntStream numbers(List<FormSheet> sheets) {
    return IntStream.rangeClosed(1, sheets.size());
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DAY);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    entry(zip, name, (HEAD + content).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sheet(FormSheet sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new SheetXml(xml).write(sheet);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  private static String types(int sheets) {
    return """
        <Types xmlns="%scontent-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>%s</Types>"""
        .formatted(
            PACKAGE,
            TYPE,
            TYPE,
            IntStream.rangeClosed(1, sheets)
                .mapToObj(
                    "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                            .replace("%s", TYPE)
                        ::formatted)
                .collect(Collectors.joining()));
  }

  /** Relations of a part: each its kind and target, numbered in their order. */
  private static String relations(Stream<String> targets) {
    StringBuilder relations = new StringBuilder();
    List<String> all = targets.toList();
    for (int i = 0; i < all.size(); i++) {
      int blank = all.get(i).indexOf(' ');
      relations.append(
          "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(
                  i + 1, OFFICE, all.get(i).substring(0, blank), all.get(i).substring(blank + 1)));
    }
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(PACKAGE, relations);
  }

  private static String workbook(List<FormSheet> sheets) {
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookProtection lockStructure=\"1\"/><sheets>%s</sheets></workbook>"
        .formatted(
            SheetXml.NAMESPACE,
            OFFICE,
            numbers(sheets)
                .mapToObj(
                    number ->
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>"
                            .formatted(sheets.get(number - 1).name(), number, number))
                .collect(Collectors.joining()));
  }

  private static String styles() {
    return """
        <styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="3"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills>\
        <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
        <cellXfs count="%d">%s</cellXfs></styleSheet>"""
        .formatted(
            SheetXml.NAMESPACE,
            CellStyle.values().length,
            Stream.of(CellStyle.values()).map(XlsxFile::format).collect(Collectors.joining()));
  }

  private static String format(CellStyle style) {
    return "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\" applyProtection=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/><protection locked=\"%d\"/></xf>"
        .formatted(
            style.numberFormat(),
            style.isBold() ? 1 : 0,
            style.isBold() ? 2 : 0,
            style.isOpen() ? 0 : 1);
  }
}
