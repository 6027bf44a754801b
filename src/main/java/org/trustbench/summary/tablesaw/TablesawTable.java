package org.trustbench.summary.tablesaw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.summary.grid.TerminalTable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables for people as Tablesaw's tables: in words, or as figures to compute with. */
public final class TablesawTable {
  private TablesawTable() {}

  /**
   * A grid as people read it. A column of whole numbers that are all there is a {@link LongColumn};
   * any other holds text, since a column of Tablesaw's has one type.
   */
  public static Table of(Grid grid) {
    List<Column<?>> columns = new ArrayList<>();
    for (int i = 0; i < grid.columns().size(); i++) {
      columns.add(column(grid.headings().get(i), grid.cells(i)));
    }
    return Table.create(grid.title(), columns);
  }

  /** The figures of some rows, a typed column each; what is absent is missing. */
  public static <R> Table figures(SummaryTable<R> table, List<R> rows) {
    return Table.create(
        table.name(),
        table.figures().columns().stream()
            .map(column -> figures(column, rows))
            .toArray(Column<?>[]::new));
  }

  /** A table of Tablesaw's as lines of text that fit a width. */
  public static List<String> lines(Table table, int width) {
    List<List<Cell>> rows =
        IntStream.range(0, table.rowCount())
            .mapToObj(row -> table.columns().stream().map(column -> cell(column, row)).toList())
            .toList();
    return TerminalTable.lines(Grid.of(table.name(), table.columnNames(), rows), width);
  }

  private static Column<?> column(String heading, List<Cell> cells) {
    if (cells.stream().allMatch(cell -> whole(cell) != null)) {
      LongColumn numbers = LongColumn.create(heading);
      cells.forEach(cell -> numbers.append(whole(cell)));
      return numbers;
    }
    return StringColumn.create(heading, cells.stream().map(CellText::joined).toList());
  }

  private static Long whole(Cell cell) {
    return cell instanceof Cell.Count count
        ? (Long) count.count()
        : cell instanceof Cell.Number number ? number.number() : null;
  }

  private static <R> Column<?> figures(org.trustbench.table.Column<R> from, List<R> rows) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(from.value().apply(row)));
    return switch (from.type()) {
      case TEXT -> {
        StringColumn texts = StringColumn.create(from.name());
        values.forEach(value -> texts.append((String) value));
        yield texts;
      }
      case INTEGER -> {
        LongColumn numbers = LongColumn.create(from.name());
        values.forEach(value -> numbers.append((Long) value));
        yield numbers;
      }
      case DECIMAL -> {
        DoubleColumn numbers = DoubleColumn.create(from.name());
        values.forEach(value -> numbers.append((Double) value));
        yield numbers;
      }
      case DATE -> {
        DateColumn dates = DateColumn.create(from.name());
        values.forEach(value -> dates.append((LocalDate) value));
        yield dates;
      }
      case BOOLEAN -> {
        BooleanColumn answers = BooleanColumn.create(from.name());
        values.forEach(value -> answers.append((Boolean) value));
        yield answers;
      }
    };
  }

  private static Cell cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return Cell.EMPTY;
    }
    if (column.type().equals(ColumnType.LONG)
        || column.type().equals(ColumnType.INTEGER)
        || column.type().equals(ColumnType.SHORT)) {
      return new Cell.Number(((Number) column.get(row)).longValue());
    }
    return column instanceof tech.tablesaw.api.NumericColumn
        ? new Cell.Digits(column.getString(row))
        : Cell.text(column.getString(row));
  }
}
