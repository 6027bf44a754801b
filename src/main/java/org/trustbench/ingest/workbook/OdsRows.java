package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.time.DateTimeException;
import javax.xml.stream.XMLStreamException;
import org.trustbench.ingest.rows.CellName;

/**
 * The rows of a sheet of OpenDocument. Rows and cells that are alike stand in the file once, with a
 * number of times: those that hold nothing are counted, however many they are.
 */
final class OdsRows extends SheetRows {
  private final PartXml xml;
  private final ShownValues shown;
  private final OdsCell cell = new OdsCell();
  private final int outside;

  /** Rows without anything that were passed since the last row with something. */
  private long emptyRows;

  /** How often the row is still to be taken again. */
  private int repeats;

  private boolean isHiddenRow;
  private boolean isRead;
  private int columnsMet;

  OdsRows(PartXml xml, ShownValues shown) {
    this.xml = xml;
    this.shown = shown;
    this.outside = xml.depth() - 1;
  }

  @Override
  boolean next(int firstRow, int columns)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    if (repeats > 0) {
      repeats--;
      repeat();
      tellIfHidden();
      return true;
    }
    while (!isRead && xml.next()) {
      if (xml.depth() == outside) {
        finish();
      } else if (xml.isStart("table-column")) {
        column();
      } else if (xml.isStart("table-row")) {
        if (isFilledRow(firstRow, columns)) {
          return true;
        }
      } else if (xml.isStart() && !isGroup(xml.name())) {
        xml.skip();
      }
    }
    return false;
  }

  private static boolean isGroup(String name) {
    return name.startsWith("table-row")
        || name.startsWith("table-column")
        || name.startsWith("table-header");
  }

  /** What comes after the sheet is read to its end, where damage would show. */
  private void finish() throws IOException, XMLStreamException {
    isRead = true;
    while (xml.next()) {
      // Other sheets are read by themselves.
    }
  }

  private void column() throws IOException {
    int last = (int) Math.min(CellName.MOST_COLUMNS, columnsMet + times("number-columns-repeated"));
    if (isHidden() && last > columnsMet) {
      hidden().columns(columnsMet, last - 1);
    }
    columnsMet = last;
  }

  private boolean isHidden() throws IOException {
    String visibility = xml.attribute("visibility");
    return visibility != null && !visibility.equals("visible");
  }

  /** A number of times, 1 where none is given. */
  private long times(String attribute) throws IOException {
    String given = xml.attribute(attribute);
    if (given == null) {
      return 1;
    }
    if (!given.matches("[0-9]{1,9}")) {
      throw new NumberFormatException(attribute);
    }
    return Math.max(1, Long.parseLong(given));
  }

  private boolean isFilledRow(int firstRow, int columns)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    long times = times("number-rows-repeated");
    isHiddenRow = isHidden();
    long number = row() + emptyRows + 1;
    start((int) Math.min(Integer.MAX_VALUE - 1, number));
    cells(firstRow, columns);
    if (width() == 0) {
      emptyRows = number + times - 1 - row();
      return false;
    }
    if (number + times - 1 > CellName.MOST_ROWS) {
      throw new BoundedStream.TooLarge();
    }
    emptyRows = 0;
    repeats = (int) times - 1;
    tellIfHidden();
    return true;
  }

  private void tellIfHidden() {
    if (isHiddenRow) {
      hidden().row(row());
    }
  }

  private void cells(int firstRow, int columns)
      throws IOException, XMLStreamException, UnreadableWorkbookException {
    int above = xml.depth() - 1;
    long column = 0;
    while (xml.next() && xml.depth() > above) {
      if (xml.isStart("table-cell") || xml.isStart("covered-table-cell")) {
        boolean isCovered = xml.isStart("covered-table-cell");
        long times = times("number-columns-repeated");
        boolean isSpanning =
            times("number-columns-spanned") > 1 || times("number-rows-spanned") > 1;
        cell.read(xml);
        if (isSpanning && row() >= firstRow && column < columns) {
          throw merged("from %s on".formatted(CellName.of((int) column, row())));
        }
        if (!isCovered) {
          put((int) Math.min(column, CellName.MOST_COLUMNS), times);
        }
        column += times;
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
  }

  private void put(int column, long times) throws IOException, UnreadableWorkbookException {
    String text = text(column);
    if (text.isBlank()) {
      return;
    }
    if (column + times > CellName.MOST_COLUMNS) {
      throw new BoundedStream.TooLarge();
    }
    for (int i = 0; i < times; i++) {
      put(column + i, text);
    }
  }

  private String text(int column) throws UnreadableWorkbookException {
    try {
      String text = cell.text(shown);
      if (text == null) {
        throw neverWorkedOut(CellName.of(column, row()));
      }
      return text;
    } catch (NumberFormatException | DateTimeException e) {
      throw notUnderstood(CellName.of(column, row()));
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
