package org.trustbench.publish.workbook;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/**
 * Sheets as an OpenDocument spreadsheet. SODS writes the cells: it is small (100 kB, nothing else
 * needed) and three times as fast as the ODF Toolkit, whose 23 MB of libraries would be loaded for
 * it. What SODS cannot say, {@link OdsPackage} adds.
 */
final class OdsFile {
  private static final int TITLE_SIZE = 14;

  private OdsFile() {}

  static byte[] bytes(DocumentProperties properties, List<WorkbookSheet> sheets)
      throws IOException {
    SpreadSheet book = new SpreadSheet();
    sheets.forEach(sheet -> book.appendSheet(sheet(sheet)));
    try {
      book.setAdditionalFile("meta.xml", "text/xml", properties.xml());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.save(bytes);
      return OdsPackage.finished(bytes.toByteArray(), sheets, properties.date());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static Sheet sheet(WorkbookSheet from) {
    int columns = from.headings().size();
    int header = WorkbookSheet.ABOVE;
    Sheet sheet = new Sheet(from.name(), header + 1 + from.rows().size(), columns);
    Range title = sheet.getRange(0, 0);
    title.setValue(Cells.clean(from.title()));
    title.setFontBold(true);
    title.setFontSize(TITLE_SIZE);
    sheet.getRange(1, 0).setValue(Cells.clean(from.remark()));
    Object[][] values = new Object[1 + from.rows().size()][];
    values[0] = from.headings().stream().map(Cells::clean).toArray();
    for (int row = 0; row < from.rows().size(); row++) {
      values[row + 1] = from.rows().get(row).stream().map(OdsFile::value).toArray();
    }
    sheet.getRange(header, 0, values.length, columns).setValues(values);
    Style bold = wrapped();
    bold.setBold(true);
    sheet.getRange(header, 0, 1, columns).setStyle(bold);
    lay(sheet, from);
    return sheet;
  }

  private static Object value(Cell cell) {
    if (cell instanceof Cell.Number number) {
      return number.number();
    }
    return cell instanceof Cell.Count count
        ? (Object) count.count()
        : Cells.clean(CellText.joined(cell));
  }

  private static void lay(Sheet sheet, WorkbookSheet from) {
    double[] widths = new double[from.headings().size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Cells.width(from, column);
      sheet.setColumnWidth(column, widths[column]);
    }
    int header = WorkbookSheet.ABOVE;
    int rows = from.rows().size();
    boolean[] areNumbers = new boolean[widths.length];
    for (int column = 0; column < widths.length; column++) {
      areNumbers[column] = isOfNumbers(from, column);
      if (areNumbers[column]) {
        sheet.getRange(header + 1, column, rows, 1).setStyle(centred(new Style()));
      }
    }
    sheet.setRowHeight(header, Cells.headerHeight(from, widths));
    double oneLine = Cells.height(List.of(), new double[0]);
    for (int row = 0; row < rows; row++) {
      double height = Cells.height(from.rows().get(row), widths);
      if (height > oneLine) {
        wrap(sheet, header + 1 + row, areNumbers);
        sheet.setRowHeight(header + 1 + row, height);
      }
    }
  }

  private static void wrap(Sheet sheet, int row, boolean[] areNumbers) {
    for (int column = 0; column < areNumbers.length; column++) {
      Style style = areNumbers[column] ? centred(wrapped()) : wrapped();
      sheet.getRange(row, column).setStyle(style);
    }
  }

  private static boolean isOfNumbers(WorkbookSheet from, int column) {
    return from.rows().stream()
        .map(row -> row.get(column))
        .anyMatch(cell -> cell instanceof Cell.Number || cell instanceof Cell.Count);
  }

  /** Numbers at the right edge of their cell would run into the text of the next. */
  private static Style centred(Style style) {
    style.setTextAligment(Style.TEXT_ALIGMENT.Center);
    return style;
  }

  private static Style wrapped() {
    Style style = new Style();
    style.setWrap(true);
    style.setVerticalTextAligment(Style.VERTICAL_TEXT_ALIGMENT.Top);
    return style;
  }
}
