package org.trustbench.table;

import java.util.List;

/**
 * The declaration of a table.
 *
 * @param name its name in the lake or a release
 * @param grain what one row is, beginning with "One row per"
 * @param key the columns that together identify a row
 */
public record Table<R>(String name, String grain, List<String> key, List<Column<R>> columns) {

  /** The same table with percentages whole, for rows whose figures are. */
  public Table<R> whole() {
    return new Table<>(name, grain, key, columns.stream().map(Column::whole).toList());
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
