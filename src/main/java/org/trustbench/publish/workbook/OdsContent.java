package org.trustbench.publish.workbook;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.trustbench.summary.grid.Cell;

/**
 * The content of an OpenDocument spreadsheet (OASIS ODF 1.2), written in a stream. Styles of cells
 * are those of {@code workbook/styles.xml}; widths of columns and heights of rows are named after
 * their millimetres.
 */
final class OdsContent {
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final String TITLE = "Title";
  private static final String HEADING = "Heading";
  private static final String NUMBER = "Number";
  private static final String WRAPPED = "Wrapped";
  private static final String WRAPPED_NUMBER = "WrappedNumber";

  private final XMLStreamWriter to;
  private final List<SheetLayout> sheets;

  private OdsContent(XMLStreamWriter to, List<SheetLayout> sheets) {
    this.to = to;
    this.sheets = sheets;
  }

  /** Writes {@code content.xml}; the stream stays open. */
  static void write(OutputStream out, List<WorkbookSheet> sheets) throws XMLStreamException {
    XMLStreamWriter to =
        XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    new OdsContent(to, sheets.stream().map(SheetLayout::of).toList()).document();
    to.close();
  }

  private void document() throws XMLStreamException {
    to.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    to.writeStartElement("office", "document-content", OFFICE);
    to.writeNamespace("office", OFFICE);
    to.writeNamespace("table", TABLE);
    to.writeNamespace("text", TEXT);
    to.writeNamespace("style", STYLE);
    to.writeNamespace("xlink", XLINK);
    to.writeAttribute("office", OFFICE, "version", "1.2");
    to.writeStartElement("office", "automatic-styles", OFFICE);
    SortedSet<Double> widths = new TreeSet<>();
    SortedSet<Double> heights = new TreeSet<>();
    for (SheetLayout sheet : sheets) {
      widths.addAll(sheet.widths());
      heights.add(sheet.headerHeight());
      heights.addAll(sheet.heights());
    }
    for (double width : widths) {
      lengthStyle("table-column", "column-width", column(width), width);
    }
    for (double height : heights) {
      lengthStyle("table-row", "row-height", row(height), height);
    }
    to.writeEndElement();
    to.writeStartElement("office", "body", OFFICE);
    to.writeStartElement("office", "spreadsheet", OFFICE);
    for (SheetLayout sheet : sheets) {
      table(sheet);
    }
    ranges();
    to.writeEndElement();
    to.writeEndElement();
    to.writeEndElement();
    to.writeEndDocument();
  }

  private void lengthStyle(String family, String property, String name, double millimetres)
      throws XMLStreamException {
    to.writeStartElement("style", "style", STYLE);
    to.writeAttribute("style", STYLE, "family", family);
    to.writeAttribute("style", STYLE, "name", name);
    to.writeEmptyElement("style", family + "-properties", STYLE);
    to.writeAttribute("style", STYLE, property, millimetres + "mm");
    to.writeEndElement();
  }

  private static String column(double millimetres) {
    return "column-" + millimetres;
  }

  private static String row(double millimetres) {
    return "row-" + millimetres;
  }

  private void table(SheetLayout layout) throws XMLStreamException {
    WorkbookSheet sheet = layout.sheet();
    start("table");
    attribute("name", sheet.name());
    for (double width : layout.widths()) {
      to.writeEmptyElement("table", "table-column", TABLE);
      attribute("style-name", column(width));
    }
    start("table-row");
    text(sheet.title(), TITLE, null);
    to.writeEndElement();
    start("table-row");
    text(sheet.remark(), null, null);
    to.writeEndElement();
    start("table-header-rows");
    start("table-row");
    attribute("style-name", row(layout.headerHeight()));
    for (String heading : sheet.headings()) {
      text(heading, HEADING, null);
    }
    to.writeEndElement();
    to.writeEndElement();
    for (int row = 0; row < sheet.rows().size(); row++) {
      row(layout, row);
    }
    to.writeEndElement();
  }

  private void row(SheetLayout layout, int row) throws XMLStreamException {
    double height = layout.heights().get(row);
    boolean isWrapped = height > SheetLayout.ONE_LINE;
    List<Cell> cells = layout.sheet().rows().get(row);
    start("table-row");
    attribute("style-name", row(height));
    for (int column = 0; column < cells.size(); column++) {
      String text = layout.texts().get(row).get(column);
      String style = style(layout.areNumbers().get(column), isWrapped);
      if (SheetLayout.isNumber(cells.get(column))) {
        number(text, style);
      } else {
        text(text, style, column == 0 ? layout.sheet().links().get(row) : null);
      }
    }
    to.writeEndElement();
  }

  /** The style of a cell; null for the standard one. */
  private static String style(boolean isOfNumbers, boolean isWrapped) {
    if (isOfNumbers) {
      return isWrapped ? WRAPPED_NUMBER : NUMBER;
    }
    return isWrapped ? WRAPPED : null;
  }

  private void text(String text, String style, String link) throws XMLStreamException {
    startCell("string", style);
    for (String paragraph : ArialText.parts(XmlText.clean(text), '\n')) {
      paragraph(paragraph, link);
    }
    to.writeEndElement();
  }

  private void number(String digits, String style) throws XMLStreamException {
    startCell("float", style);
    to.writeAttribute("office", OFFICE, "value", digits);
    paragraph(digits, null);
    to.writeEndElement();
  }

  private void startCell(String type, String style) throws XMLStreamException {
    start("table-cell");
    if (style != null) {
      attribute("style-name", style);
    }
    to.writeAttribute("office", OFFICE, "value-type", type);
  }

  private void paragraph(String text, String link) throws XMLStreamException {
    to.writeStartElement("text", "p", TEXT);
    if (link != null) {
      to.writeStartElement("text", "a", TEXT);
      to.writeAttribute("xlink", XLINK, "type", "simple");
      to.writeAttribute("xlink", XLINK, "href", "#" + quoted(link) + ".A1");
    }
    spaced(text);
    if (link != null) {
      to.writeEndElement();
    }
    to.writeEndElement();
  }

  /**
   * White space other than one space between two words counts only as an element (ODF 1.2, part 1,
   * 6.1.2 to 6.1.4).
   */
  private void spaced(String text) throws XMLStreamException {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWithin = i > 0 && i < text.length() - 1 && text.charAt(i - 1) > ' ';
      if (c > ' ' || c == ' ' && isWithin) {
        continue;
      }
      to.writeCharacters(text.substring(written, i));
      to.writeEmptyElement("text", c == '\t' ? "tab" : "s", TEXT);
      written = i + 1;
    }
    to.writeCharacters(text.substring(written));
  }

  private void start(String element) throws XMLStreamException {
    to.writeStartElement("table", element, TABLE);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    to.writeAttribute("table", TABLE, name, value);
  }

  private void ranges() throws XMLStreamException {
    start("database-ranges");
    for (int i = 0; i < sheets.size(); i++) {
      WorkbookSheet table = sheets.get(i).sheet();
      String name = quoted(table.name());
      int first = WorkbookSheet.ABOVE + 1;
      to.writeEmptyElement("table", "database-range", TABLE);
      attribute("name", "table_" + (i + 1));
      attribute(
          "target-range-address",
          "%s.A%d:%s.%s%d"
              .formatted(
                  name,
                  first,
                  name,
                  letters(table.headings().size()),
                  first + table.rows().size()));
      attribute("contains-header", "true");
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
