package org.trustbench.publish.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustbench.summary.grid.Cell;

/**
 * One sheet: a title at A1, a remark under it, then one table with one header row.
 *
 * @param name on its tab
 * @param remark what to know before reading the table
 * @param rows cells in the order of the headings, none of them empty
 * @param links the sheet that a row's first cell leads to, by the row's place
 */
record WorkbookSheet(
    String name,
    String title,
    String remark,
    List<String> headings,
    List<List<Cell>> rows,
    Map<Integer, String> links) {
  /** Rows above the header row. */
  static final int ABOVE = 2;

  WorkbookSheet(
      String name, String title, String remark, List<String> headings, List<List<Cell>> rows) {
    this(name, title, remark, headings, rows, Map.of());
  }

  /** A row of words. */
  static List<Cell> texts(String... texts) {
    return Stream.of(texts).map(Cell::text).toList();
  }
}
