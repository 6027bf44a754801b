package org.trustbench.publish.workbook;

import java.util.List;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/** Column widths and row heights that fit the text of cells, in millimetres. */
final class Cells {
  /** Left and right of a cell's text, so that columns do not run together in print. */
  private static final double PADDING = 4;

  private static final double LINE = 4.3;
  private static final double NARROWEST = 14;
  private static final double WIDEST = 110;

  /** Programs differ a little in how they set a line. */
  private static final double CAREFUL = .97;

  private Cells() {}

  /** The width of a column: long text wraps. */
  static double width(WorkbookSheet sheet, int column) {
    double widest = NARROWEST;
    for (String word : ArialText.parts(sheet.headings().get(column), ' ')) {
      widest = Math.max(widest, ArialText.width(word, true) / CAREFUL + PADDING);
    }
    for (List<Cell> row : sheet.rows()) {
      String text = CellText.joined(row.get(column));
      widest = Math.max(widest, ArialText.width(text, false) / CAREFUL + PADDING);
    }
    return Math.ceil(Math.min(widest, WIDEST));
  }

  /** The height of the header row. */
  static double headerHeight(WorkbookSheet sheet, double[] widths) {
    int lines = 1;
    for (int i = 0; i < widths.length; i++) {
      lines = Math.max(lines, ArialText.lines(sheet.headings().get(i), room(widths[i]), true));
    }
    return height(lines);
  }

  /** The height of a row of the table. */
  static double height(List<Cell> row, double[] widths) {
    int lines = 1;
    for (int i = 0; i < widths.length; i++) {
      lines = Math.max(lines, ArialText.lines(CellText.joined(row.get(i)), room(widths[i]), false));
    }
    return height(lines);
  }

  private static double room(double width) {
    return (width - PADDING) * CAREFUL;
  }

  /** Text without what XML cannot hold. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .map(c -> isAllowed(c) ? c : '\ufffd')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }

  private static double height(int lines) {
    return Math.rint(10 * (lines * LINE + 1)) / 10;
  }
}
