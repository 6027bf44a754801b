package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.table.Column;
import org.trustbench.table.Table;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/**
 * The one definition of a table for people. In words it is a Tablesaw table, for the terminal and
 * the report; its figures, a column each, are for CSV and the workbook.
 *
 * @param name of the file that keeps it
 * @param grain what one row is, beginning with "One row per"
 * @param key the figures that together identify a row
 * @param missing the shorthand that says why a figure of a row is not there
 */
public record SummaryTable<R>(
    String name,
    String grain,
    List<String> key,
    List<SummaryColumn<R>> columns,
    Function<R, String> missing) {

  /** The table as people read it. */
  public tech.tablesaw.api.Table words(String title, List<R> rows) {
    List<tech.tablesaw.columns.Column<?>> shown = new ArrayList<>();
    for (SummaryColumn<R> column : columns) {
      if (column.isShown()) {
        shown.add(column.isNumber() ? numbers(column, rows) : texts(column, rows));
      }
    }
    return Tablesaw.table(title, shown.toArray(tech.tablesaw.columns.Column<?>[]::new));
  }

  /**
   * Numbers that are all there are numbers; beside a shorthand they are words, since a column of
   * Tablesaw's holds one type.
   */
  private tech.tablesaw.columns.Column<?> numbers(SummaryColumn<R> column, List<R> rows) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(column.shown().apply(row)));
    if (values.stream().noneMatch(value -> value == null)) {
      LongColumn numbers = LongColumn.create(column.heading());
      values.forEach(value -> numbers.append((Long) value));
      return numbers;
    }
    StringColumn words = StringColumn.create(column.heading());
    for (int i = 0; i < rows.size(); i++) {
      words.append(
          values.get(i) == null
              ? missing.apply(rows.get(i))
              : String.format(java.util.Locale.ROOT, "%,d", (Long) values.get(i)));
    }
    return words;
  }

  private StringColumn texts(SummaryColumn<R> column, List<R> rows) {
    StringColumn words = StringColumn.create(column.heading());
    for (R row : rows) {
      Object text = column.shown().apply(row);
      words.append(text == null ? "" : text.toString());
    }
    return words;
  }

  /** The figures as a table of their own. */
  public Table<R> figures() {
    return new Table<>(
        "summary_" + name,
        grain,
        key,
        kept().map(FigureColumn::column).map(c -> (Column<R>) c).toList());
  }

  /** The same without some figures, which all rows share. */
  public SummaryTable<R> without(Set<String> figures) {
    return new SummaryTable<>(
        name,
        grain,
        key,
        columns.stream()
            .map(
                column ->
                    new SummaryColumn<>(
                        column.heading(),
                        column.isNumber(),
                        column.shown(),
                        column.figures().stream()
                            .filter(figure -> !figures.contains(figure.column().name()))
                            .toList()))
            .toList(),
        missing);
  }

  /** The figures, in the order of their columns. */
  public Stream<FigureColumn<R>> kept() {
    return columns.stream().flatMap(column -> column.figures().stream());
  }

  /** A row's figures, each a number or text that is never empty. */
  public List<Object> cells(R row) {
    String why = missing.apply(row);
    return kept().map(figure -> figure.cell(row, why)).toList();
  }
}
