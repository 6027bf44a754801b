package org.trustbench.summary.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for people: a title, columns, and rows of typed cells. Terminal, page, workbook and
 * Tablesaw each lay it out in their own way.
 *
 * @param rows cells in the order of the columns
 */
public record Grid(String title, List<Column> columns, List<List<Cell>> rows) {
  /** A column's heading, and how its cells are laid out. */
  public record Column(String heading, ColumnLayout layout) {}

  /** The table of some rows, each with a cell for every heading. */
  public static Grid of(String title, List<String> headings, List<List<Cell>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int place = i;
      columns.add(
          new Column(
              headings.get(i), ColumnLayout.of(rows.stream().map(row -> row.get(place)).toList())));
    }
    return new Grid(title, columns, List.copyOf(rows));
  }

  public List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The cells of one column, from the first row to the last. */
  public List<Cell> cells(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** The place of the column with a heading; −1 if there is none. */
  public int column(String heading) {
    return headings().indexOf(heading);
  }
}
