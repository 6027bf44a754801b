package org.trustbench.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A workbook taken apart, into which values are written as somebody would who fills it in. */
final class FilledWorkbook {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  FilledWorkbook(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
  }

  /** Names of the sheets. */
  List<String> sheets() throws Exception {
    return elements(parsed("xl/workbook.xml"), "sheet").stream()
        .map(sheet -> sheet.getAttribute("name"))
        .toList();
  }

  /** A sheet's XML. */
  Document sheet(String name) throws Exception {
    return parsed(file(name));
  }

  /** Texts of a row, from column A on. */
  List<String> row(String sheet, int row) throws Exception {
    return elements(elements(sheet(sheet), "row").get(row - 1), "c").stream()
        .map(Element::getTextContent)
        .toList();
  }

  /** Text of a row, from column A on; days as numbers, as programs keep them. */
  FilledWorkbook write(String sheet, int row, String... texts) throws Exception {
    for (int column = 0; column < texts.length; column++) {
      write(sheet, FormSheet.letters(column), row, texts[column]);
    }
    return this;
  }

  FilledWorkbook write(String sheet, String column, int row, String text) throws Exception {
    if (text.isEmpty()) {
      return this;
    }
    Document xml = sheet(sheet);
    Element cell = cell(xml, column, row);
    while (cell.hasChildNodes()) {
      cell.removeChild(cell.getFirstChild());
    }
    boolean isDay = text.matches("\\d{4}-\\d\\d-\\d\\d");
    Element value = xml.createElementNS(SheetXml.NAMESPACE, "v");
    value.setTextContent(
        isDay ? String.valueOf(DAY_ZERO.until(LocalDate.parse(text), ChronoUnit.DAYS)) : text);
    cell.setAttribute("t", isDay || text.matches("[1-9][0-9]*") ? "n" : "str");
    cell.appendChild(value);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(xml), new StreamResult(bytes));
    entries.put(file(sheet), bytes.toByteArray());
    return this;
  }

  private static Element cell(Document xml, String column, int row) {
    Element data = elements(xml, "sheetData").get(0);
    Element line =
        elements(data, "row").stream()
            .filter(one -> one.getAttribute("r").equals(String.valueOf(row)))
            .findFirst()
            .orElseGet(() -> added(xml, data, "row", String.valueOf(row)));
    return elements(line, "c").stream()
        .filter(one -> one.getAttribute("r").equals(column + row))
        .findFirst()
        .orElseGet(() -> added(xml, line, "c", column + row));
  }

  private static Element added(Document xml, Element to, String name, String reference) {
    Element element = xml.createElementNS(SheetXml.NAMESPACE, name);
    element.setAttribute("r", reference);
    if (name.equals("c")) {
      element.setAttribute("s", String.valueOf(CellStyle.TEXT.ordinal()));
    }
    to.appendChild(element);
    return element;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  static List<Element> elements(Document xml, String name) {
    return elements(xml.getElementsByTagNameNS("*", name));
  }

  static List<Element> elements(Element xml, String name) {
    return elements(xml.getElementsByTagNameNS("*", name));
  }

  private static List<Element> elements(NodeList nodes) {
    return new ArrayList<>(
        IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList());
  }

  private String file(String sheet) throws Exception {
    return "xl/worksheets/sheet%d.xml".formatted(sheets().indexOf(sheet) + 1);
  }

  private Document parsed(String entry) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(entries.get(entry)));
  }
}
