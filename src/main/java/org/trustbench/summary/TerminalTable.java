package org.trustbench.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as lines of text: numbers to the right, long words cut to fit the width. */
public final class TerminalTable {
  private static final int SHORTEST = 24;

  private TerminalTable() {}

  /**
   * The table's title, header and rows.
   *
   * @param width columns of the terminal; the widest text column gives way
   */
  public static List<String> lines(Table table, int width) {
    int[] widths = table.columns().stream().mapToInt(TerminalTable::width).toArray();
    int total = 0;
    int widest = 0;
    for (int i = 0; i < widths.length; i++) {
      total += widths[i] + 2;
      widest = widths[i] > widths[widest] ? i : widest;
    }
    int shortest = Math.min(SHORTEST, widths[widest]);
    widths[widest] = Math.max(shortest, widths[widest] - Math.max(0, total - 2 - width));
    List<String> lines = new ArrayList<>();
    lines.add(table.name());
    lines.add(line(table, widths, -1));
    lines.add(rule(widths));
    for (int row = 0; row < table.rowCount(); row++) {
      lines.add(line(table, widths, row));
    }
    return lines;
  }

  private static String rule(int[] widths) {
    List<String> dashes = new ArrayList<>();
    for (int width : widths) {
      dashes.add(String.join("", Collections.nCopies(width, "─")));
    }
    return String.join("  ", dashes);
  }

  private static String line(Table table, int[] widths, int row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      Column<?> column = table.column(i);
      String text = row < 0 ? column.name() : text(column, row);
      String cut = text.length() > widths[i] ? text.substring(0, widths[i] - 1) + "…" : text;
      boolean isNumber = column.type() != ColumnType.STRING;
      cells.add(("%" + (isNumber ? "" : "-") + widths[i] + "s").formatted(cut));
    }
    return String.join("  ", cells).stripTrailing();
  }

  private static String text(Column<?> column, int row) {
    return column.isMissing(row) ? "" : column.getString(row);
  }

  private static int width(Column<?> column) {
    int width = column.name().length();
    for (int row = 0; row < column.size(); row++) {
      width = Math.max(width, text(column, row).length());
    }
    return width;
  }
}
