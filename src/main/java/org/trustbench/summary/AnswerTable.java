package org.trustbench.summary;

import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The answer to a question that was asked of the lake, one row per row of it. */
public final class AnswerTable {
  private AnswerTable() {}

  /**
   * The table.
   *
   * @param isWhole for each column whether it holds whole numbers
   * @param rows cells by row, empty where there is no value
   */
  public static Table of(
      String title, List<String> names, List<Boolean> isWhole, List<List<String>> rows) {
    Column<?>[] columns = new Column<?>[names.size()];
    for (int i = 0; i < columns.length; i++) {
      int place = i;
      List<String> cells = rows.stream().map(row -> row.get(place)).toList();
      // Two columns of an answer may bear one name; two of a table may not.
      String name =
          names.subList(0, i).contains(names.get(i)) ? names.get(i) + " " + (i + 1) : names.get(i);
      columns[i] = isWhole.get(i) ? numbers(name, cells) : StringColumn.create(name, cells);
    }
    return Tablesaw.table(title, columns);
  }

  private static LongColumn numbers(String name, List<String> cells) {
    LongColumn column = LongColumn.create(name);
    for (String cell : cells) {
      if (cell.isEmpty()) {
        column.appendMissing();
      } else {
        column.append(Long.parseLong(cell));
      }
    }
    return column;
  }
}
