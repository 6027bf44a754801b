package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;

/** The rows that an SQL query of the lake gave, as a table for people. */
public final class AnswerTable {
  private AnswerTable() {}

  /**
   * The table.
   *
   * @param areNumbers for each column whether it holds numbers
   * @param rows cells by row, empty where there is no value
   */
  public static Grid of(
      String title, List<String> names, List<Boolean> areNumbers, List<List<String>> rows) {
    return Grid.of(title, names, rows.stream().map(row -> cells(areNumbers, row)).toList());
  }

  private static List<Cell> cells(List<Boolean> areNumbers, List<String> row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i);
      cells.add(areNumbers.get(i) && !value.isEmpty() ? new Cell.Digits(value) : Cell.text(value));
    }
    return cells;
  }
}
