package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.trustbench.ingest.rows.CellName;

/** The rows of a sheet of SpreadsheetML (ECMA-376, part 1, chapter 18). */
final class XlsxRows extends SheetRows {
  private final PartXml xml;
  private final List<String> shared;
  private final CellFormats formats;
  private final ShownValues shown;
  private boolean isOfCells;

  /** The attributes of the cell being read; null where there is none. */
  private String reference;

  private String type;
  private String style;

  XlsxRows(PartXml xml, List<String> shared, CellFormats formats, ShownValues shown) {
    this.xml = xml;
    this.shared = shared;
    this.formats = formats;
    this.shown = shown;
  }

  @Override
  boolean next(int firstRow, int columns)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    while (xml.next()) {
      if (xml.isEnd("sheetData")) {
        isOfCells = false;
      } else if (xml.isStart()) {
        switch (xml.name()) {
          case "sheetData" -> isOfCells = true;
          case "row" -> {
            if (isOfCells && isFilledRow()) {
              return true;
            }
          }
          case "col" -> column();
          case "mergeCell" -> checkMerged(firstRow, columns);
          default -> {
            // Looks, rules and drawings hold no values.
          }
        }
      }
    }
    return false;
  }

  private void column() throws IOException, UnreadableWorkbookException {
    if (XlsxWorkbook.isTrue(xml.attribute("hidden"))) {
      int first = number(xml.attribute("min"));
      int last = number(xml.attribute("max"));
      hidden().columns(first - 1, Math.min(last, CellName.MOST_COLUMNS) - 1);
    }
  }

  private static int number(String given) throws UnreadableWorkbookException {
    int number = given == null ? -1 : CellName.number(given);
    if (number < 0) {
      throw new UnreadableWorkbookException(
          "its columns cannot be told: save it again and send it");
    }
    return number;
  }

  private boolean isFilledRow()
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    String given = xml.attribute("r");
    boolean isHidden = XlsxWorkbook.isTrue(xml.attribute("hidden"));
    start(given == null ? row() + 1 : CellName.number(given));
    int outside = xml.depth() - 1;
    int column = -1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart("c")) {
        attributes();
        int next = reference == null ? column + 1 : CellName.column(reference);
        if (next <= column || next >= CellName.MOST_COLUMNS) {
          throw new UnreadableWorkbookException(
              "its cells are not in their order: save it again and send it");
        }
        column = next;
        put(column, text(column));
      }
    }
    if (width() > 0 && isHidden) {
      hidden().row(row());
    }
    return width() > 0;
  }

  private void attributes() throws BoundedStream.TooLarge {
    reference = null;
    type = null;
    style = null;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> reference = xml.attribute(i);
        case "t" -> type = xml.attribute(i);
        case "s" -> style = xml.attribute(i);
        default -> {
          // Whatever else is said of a cell changes no value.
        }
      }
    }
  }

  /** The text of the cell that the reader is at, and moves behind it. */
  private String text(int column)
      throws XMLStreamException, IOException, UnreadableWorkbookException {
    int outside = xml.depth() - 1;
    String value = null;
    boolean isFormula = false;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "v" -> value = xml.text();
          case "is" -> value = RichText.of(xml);
          case "f" -> {
            isFormula = true;
            xml.skip();
          }
          // What programs add of their own is no value.
          default -> xml.skip();
        }
      }
    }
    boolean isBlank = value == null || value.isEmpty() && !"str".equals(type);
    if (isBlank) {
      if (isFormula) {
        throw neverWorkedOut(CellName.of(column, row()));
      }
      return "";
    }
    try {
      return text(value);
    } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
      throw notUnderstood(CellName.of(column, row()));
    }
  }

  private String text(String value) {
    return switch (type == null ? "n" : type) {
      case "n" -> value.isBlank() ? "" : formats.text(value.strip(), style, shown);
      case "s" -> shared.get(Integer.parseInt(value.strip()));
      case "b" -> ShownValues.truth(value.strip().equals("1"));
      case "str" -> RichText.unescaped(value);
      case "inlineStr", "e" -> value;
      case "d" -> shown.moment(value.strip());
      default -> throw new NumberFormatException(type);
    };
  }

  /** One text over several cells would be read as the text of the first alone. */
  private void checkMerged(int firstRow, int columns)
      throws IOException, UnreadableWorkbookException {
    String cells = xml.attribute("ref");
    if (cells == null) {
      throw new UnreadableWorkbookException(
          "its merged cells cannot be told: save it again and send it");
    }
    int colon = cells.indexOf(':');
    String first = colon < 0 ? cells : cells.substring(0, colon);
    String last = cells.substring(colon + 1);
    if (!first.equals(last) && CellName.row(last) >= firstRow && CellName.column(first) < columns) {
      throw merged(cells);
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
