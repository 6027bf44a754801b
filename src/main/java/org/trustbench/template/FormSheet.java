package org.trustbench.template;

import java.util.List;

/**
 * A sheet of a workbook that is to be filled in. It is protected: only open cells take anything.
 *
 * @param columns the columns, which say what cells take that hold nothing yet
 * @param frozenRows rows that stay in sight
 * @param frozenColumns columns that stay in sight
 */
record FormSheet(
    String name,
    List<Column> columns,
    List<List<Cell>> rows,
    List<Rule> rules,
    int frozenRows,
    int frozenColumns) {

  record Column(int width, CellStyle style) {}

  record Cell(String text, CellStyle style) {
    static Cell heading(String text) {
      return new Cell(text, CellStyle.HEADING);
    }

    static Cell read(String text) {
      return new Cell(text, CellStyle.READ);
    }
  }

  /**
   * What some cells take, and what is said when one of them is chosen.
   *
   * @param cells the cells, such as {@code B2:B201}
   * @param kind of rule, as SpreadsheetML has it: list, date, whole, textLength or custom
   * @param operator of the rule; null where the kind has none
   * @param formula what the operator compares with, or where the list stands
   * @param title a heading of what is said
   * @param says what is said; empty for nothing
   * @param refuses what is said of anything else that is typed
   */
  record Rule(
      String cells,
      String kind,
      String operator,
      String formula,
      String title,
      String says,
      String refuses) {}

  /** The letters of a column, counted from 0. */
  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
