package org.trustbench.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;
import org.trustbench.table.Decimals;

/**
 * A sheet with the widths of its columns and the heights of its rows, so that the text of its cells
 * fits. Lengths are in millimetres.
 *
 * @param texts what each cell of the table shows
 * @param widths of the columns
 * @param headerHeight of the header row
 * @param heights of the rows under it
 * @param areNumbers whether a column holds numbers
 */
record SheetLayout(
    WorkbookSheet sheet,
    List<List<String>> texts,
    List<Double> widths,
    double headerHeight,
    List<Double> heights,
    List<Boolean> areNumbers) {
  /** Left and right of a cell's text, so that columns do not run together in print. */
  private static final double PADDING = 4;

  private static final double LINE = 4.3;
  private static final double NARROWEST = 14;
  private static final double WIDEST = 110;

  /** Programs differ a little in how they set a line. */
  private static final double CAREFUL = .97;

  /** The height of a row in which no text wraps. */
  static final double ONE_LINE = height(1);

  /** Lays out a sheet: long text wraps. */
  static SheetLayout of(WorkbookSheet sheet) {
    List<List<String>> texts =
        sheet.rows().stream().map(row -> row.stream().map(SheetLayout::text).toList()).toList();
    List<Double> widths = new ArrayList<>();
    List<Boolean> areNumbers = new ArrayList<>();
    for (int i = 0; i < sheet.headings().size(); i++) {
      int column = i;
      widths.add(width(sheet.headings().get(column), texts, column));
      areNumbers.add(sheet.rows().stream().anyMatch(row -> isNumber(row.get(column))));
    }
    List<Double> heights = texts.stream().map(row -> height(lines(row, widths, false))).toList();
    double headerHeight = height(lines(sheet.headings(), widths, true));
    return new SheetLayout(sheet, texts, widths, headerHeight, heights, areNumbers);
  }

  /** Whether a cell is written as a number, which a program can count with. */
  static boolean isNumber(Cell cell) {
    return cell instanceof Cell.Number || cell instanceof Cell.Count || isCoefficient(cell);
  }

  private static boolean isCoefficient(Cell cell) {
    return cell instanceof Cell.Figure figure && figure.unit() == Cell.Unit.COEFFICIENT;
  }

  /** Numbers without marks of thousands, which are the reader's program's to add. */
  private static String text(Cell cell) {
    if (isCoefficient(cell)) {
      Cell.Figure figure = (Cell.Figure) cell;
      return Decimals.text(figure.value(), figure.decimals());
    }
    return cell instanceof Cell.Count count
        ? Long.toString(count.count())
        : XmlText.clean(CellText.joined(cell));
  }

  private static double width(String heading, List<List<String>> texts, int column) {
    double widest = NARROWEST;
    // A mark such as "[note 12]" is not to be broken.
    for (String word : ArialText.parts(heading.replace("[note ", "[note\u00a0"), ' ')) {
      widest = Math.max(widest, ArialText.width(word, true) / CAREFUL + PADDING);
    }
    for (List<String> row : texts) {
      widest = Math.max(widest, ArialText.width(row.get(column), false) / CAREFUL + PADDING);
    }
    return Math.ceil(Math.min(widest, WIDEST));
  }

  private static int lines(List<String> row, List<Double> widths, boolean isBold) {
    int lines = 1;
    for (int i = 0; i < widths.size(); i++) {
      double room = (widths.get(i) - PADDING) * CAREFUL;
      lines = Math.max(lines, ArialText.lines(row.get(i), room, isBold));
    }
    return lines;
  }

  private static double height(int lines) {
    return Math.rint(10 * (lines * LINE + 1)) / 10;
  }
}
