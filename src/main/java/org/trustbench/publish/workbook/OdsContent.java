package org.trustbench.publish.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Copies the content of a spreadsheet, and on the way tags each header row, makes links of the
 * cells that lead to another sheet, and names the range of every table.
 */
final class OdsContent {
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private final XMLStreamReader from;
  private final XMLStreamWriter to;
  private final List<WorkbookSheet> sheets;
  private int sheet = -1;
  private int row;
  private int cell;
  private boolean isTextBegun;
  private boolean isSpaceDue;

  private OdsContent(XMLStreamReader from, XMLStreamWriter to, List<WorkbookSheet> sheets) {
    this.from = from;
    this.to = to;
    this.sheets = sheets;
  }

  static byte[] finished(byte[] content, List<WorkbookSheet> sheets) throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length);
    XMLInputFactory input = XMLInputFactory.newFactory();
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamWriter to =
        XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    new OdsContent(input.createXMLStreamReader(new ByteArrayInputStream(content)), to, sheets)
        .copy();
    to.close();
    return bytes.toByteArray();
  }

  private void copy() throws XMLStreamException {
    to.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    while (from.hasNext()) {
      switch (from.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text();
        default -> {
          // Nothing else is written by the library.
        }
      }
    }
    to.writeEndDocument();
  }

  /**
   * A space between two words is a space: as the element that the library writes for it LibreOffice
   * drops it from a link. At an end, where a space would not count, it stays an element.
   */
  private void text() throws XMLStreamException {
    if (isSpaceDue && isTextBegun) {
      to.writeCharacters(" ");
      isSpaceDue = false;
    }
    space();
    isTextBegun = true;
    to.writeCharacters(from.getText());
  }

  private void space() throws XMLStreamException {
    if (isSpaceDue) {
      to.writeEmptyElement("text", "s", TEXT);
      isSpaceDue = false;
    }
  }

  private boolean isOneSpace() {
    return is(TEXT, "s") && from.getAttributeCount() == 0;
  }

  private void start() throws XMLStreamException {
    space();
    if (isOneSpace()) {
      isSpaceDue = true;
      return;
    }
    isTextBegun = false;
    if (is(TABLE, "table")) {
      sheet++;
      row = -1;
    } else if (is(TABLE, "table-row")) {
      row++;
      cell = -1;
      if (row == WorkbookSheet.ABOVE) {
        to.writeStartElement("table", "table-header-rows", TABLE);
      }
    } else if (is(TABLE, "table-cell")) {
      cell++;
    }
    to.writeStartElement(from.getPrefix(), from.getLocalName(), from.getNamespaceURI());
    for (int i = 0; i < from.getNamespaceCount(); i++) {
      to.writeNamespace(from.getNamespacePrefix(i), from.getNamespaceURI(i));
    }
    if (from.getNamespaceCount() > 0) {
      to.writeNamespace("xlink", XLINK);
    }
    for (int i = 0; i < from.getAttributeCount(); i++) {
      to.writeAttribute(
          from.getAttributePrefix(i),
          from.getAttributeNamespace(i),
          from.getAttributeLocalName(i),
          from.getAttributeValue(i));
    }
    if (is(TEXT, "p") && target() != null) {
      to.writeStartElement("text", "a", TEXT);
      to.writeAttribute("xlink", XLINK, "type", "simple");
      to.writeAttribute("xlink", XLINK, "href", "#" + quoted(target()) + ".A1");
    }
  }

  private void end() throws XMLStreamException {
    if (is(TEXT, "s") && isSpaceDue) {
      return;
    }
    space();
    if (is(TEXT, "p") && target() != null) {
      to.writeEndElement();
    }
    if (from.getLocalName().equals("spreadsheet")) {
      ranges();
    }
    to.writeEndElement();
    if (is(TABLE, "table-row") && row == WorkbookSheet.ABOVE) {
      to.writeEndElement();
    }
  }

  private boolean is(String namespace, String name) {
    return name.equals(from.getLocalName()) && namespace.equals(from.getNamespaceURI());
  }

  /** The sheet that the present cell leads to; null for none. */
  private String target() {
    return sheet < 0 || cell != 0
        ? null
        : sheets.get(sheet).links().get(row - WorkbookSheet.ABOVE - 1);
  }

  private void ranges() throws XMLStreamException {
    to.writeStartElement("table", "database-ranges", TABLE);
    for (int i = 0; i < sheets.size(); i++) {
      WorkbookSheet table = sheets.get(i);
      String name = quoted(table.name());
      int first = WorkbookSheet.ABOVE + 1;
      to.writeStartElement("table", "database-range", TABLE);
      to.writeAttribute("table", TABLE, "name", "table_" + (i + 1));
      to.writeAttribute(
          "table",
          TABLE,
          "target-range-address",
          "%s.A%d:%s.%s%d"
              .formatted(
                  name,
                  first,
                  name,
                  letters(table.headings().size()),
                  first + table.rows().size()));
      to.writeAttribute("table", TABLE, "contains-header", "true");
      to.writeEndElement();
    }
    to.writeEndElement();
  }

  private static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'";
  }

  /** A column's letters: A, B, … Z, AA. */
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + (column - 1) % 26));
    return column <= 26 ? last : letters((column - 1) / 26) + last;
  }
}
