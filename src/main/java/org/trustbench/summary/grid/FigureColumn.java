package org.trustbench.summary.grid;

import java.util.Optional;
import java.util.function.Function;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/**
 * A column of a file of figures: one number or word a row, such as the lower end of an interval.
 *
 * @param heading what a workbook calls it
 * @param ifNone what a workbook shows in place of none; empty where the row says why there is none
 */
public record FigureColumn<R>(
    String heading, Column<R> column, Optional<Function<R, Cell>> ifNone) {

  public static <R> FigureColumn<R> of(String heading, Column<R> column) {
    return new FigureColumn<>(heading, column, Optional.empty());
  }

  public FigureColumn<R> orElse(Function<R, Cell> shown) {
    return new FigureColumn<>(heading, column, Optional.of(shown));
  }

  /** The same column with its texts in the words of an inspectorate. */
  FigureColumn<R> in(Terms terms) {
    return new FigureColumn<>(terms.text(heading), column.in(terms), ifNone);
  }

  /** What a workbook's cell holds, which is never empty. */
  Cell cell(R row, Cell missing) {
    Object value = column.value().apply(row);
    if (value instanceof Double decimal) {
      return new Cell.Figure(decimal, Cell.Unit.COEFFICIENT, column.decimals());
    }
    if (value instanceof Number number) {
      return new Cell.Number(number.longValue());
    }
    Cell text = Cell.text(value == null ? "" : value.toString());
    return !text.equals(Cell.EMPTY) ? text : ifNone.map(shown -> shown.apply(row)).orElse(missing);
  }
}
