package org.trustbench.publish.workbook;

import java.util.List;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/** How wide and how high cells must be for what is in them, in millimetres. */
final class Cells {
  private static final double CHARACTER = 1.8;
  private static final double BOLD_CHARACTER = 2.2;
  private static final double PADDING = 5;
  private static final double LINE = 4.3;
  private static final double NARROWEST = 20;
  private static final double WIDEST = 95;

  private Cells() {}

  /** The width of a column: long text wraps. */
  static double width(WorkbookSheet sheet, int column) {
    double widest = NARROWEST;
    for (String word : sheet.headings().get(column).split(" ", -1)) {
      widest = Math.max(widest, word.length() * BOLD_CHARACTER + PADDING);
    }
    for (List<Cell> row : sheet.rows()) {
      widest = Math.max(widest, CellText.joined(row.get(column)).length() * CHARACTER + PADDING);
    }
    return Math.rint(Math.min(widest, WIDEST));
  }

  /** The height of the header row. */
  static double headerHeight(WorkbookSheet sheet, double[] widths) {
    int lines = 1;
    for (int i = 0; i < widths.length; i++) {
      lines = Math.max(lines, lines(sheet.headings().get(i), widths[i], BOLD_CHARACTER));
    }
    return height(lines);
  }

  /** The height of a row of the table. */
  static double height(List<Cell> row, double[] widths) {
    int lines = 1;
    for (int i = 0; i < widths.length; i++) {
      lines = Math.max(lines, lines(CellText.joined(row.get(i)), widths[i], CHARACTER));
    }
    return height(lines);
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

  /** Lines that words take when they wrap, a word at a time. */
  private static int lines(String text, double width, double character) {
    int fits = Math.max(1, (int) ((width - PADDING / 2) / character));
    if (text.length() <= fits && text.indexOf('\n') < 0) {
      return 1;
    }
    int lines = 1;
    int used = 0;
    for (String word : text.split("[ \n]", -1)) {
      int more = used == 0 ? word.length() : word.length() + 1;
      if (used > 0 && used + more > fits) {
        lines++;
        used = word.length();
      } else {
        used += more;
      }
      lines += Math.max(0, (used - 1) / fits);
      used = used > fits ? (used - 1) % fits + 1 : used;
    }
    return lines;
  }
}
