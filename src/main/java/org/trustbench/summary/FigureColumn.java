package org.trustbench.summary;

import java.util.function.Function;
import org.trustbench.table.Column;

/**
 * A number or a word of its own, as files that are computed with hold it.
 *
 * @param heading what a workbook calls it
 * @param ifNone what a workbook shows in place of none; null where the row says why there is none
 */
public record FigureColumn<R>(String heading, Column<R> column, Function<R, String> ifNone) {

  static <R> FigureColumn<R> of(String heading, Column<R> column) {
    return new FigureColumn<>(heading, column, null);
  }

  FigureColumn<R> orElse(Function<R, String> words) {
    return new FigureColumn<>(heading, column, words);
  }

  /** What a cell holds: a number, or text that is never empty. */
  Object cell(R row, String missing) {
    Object value = column.value().apply(row);
    if (value instanceof Number) {
      return value;
    }
    String text = value == null ? "" : value.toString();
    return text.isEmpty() ? (ifNone == null ? missing : ifNone.apply(row)) : text;
  }
}
