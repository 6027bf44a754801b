package org.trustbench.summary.grid;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Availability;
import org.trustbench.table.Column;
import org.trustbench.table.Decimals;
import org.trustbench.terms.Terms;

/**
 * One column of a table for people: the cell that is shown, and the figures that files keep of it.
 * {@code 76 (71–80)} is shown in one cell, and kept as a score and the two ends of its interval.
 *
 * @param heading what people read above it; null for what is kept and not shown
 * @param shown the cell of a row; null for one that the row says is absent, and why
 * @param figures what is kept; empty for what is shown and not kept
 */
public record SummaryColumn<R>(
    String heading, Function<R, Cell> shown, List<FigureColumn<R>> figures) {

  /** Text that is shown as it is kept. */
  public static <R> SummaryColumn<R> text(
      String heading, String name, String description, Function<R, String> value) {
    return shown(
        heading,
        row -> Cell.text(value.apply(row)),
        FigureColumn.of(heading, Column.text(name, description, value)));
  }

  /** A count that is shown as it is kept. */
  public static <R> SummaryColumn<R> count(
      String heading,
      String name,
      String unit,
      String description,
      Function<R, ? extends Number> value) {
    return number(heading, name, unit, description, value, Cell.Count::new);
  }

  /** A whole number that counts nothing, shown as it is kept. */
  public static <R> SummaryColumn<R> ordinal(
      String heading, String name, String description, Function<R, ? extends Number> value) {
    return number(heading, name, "", description, value, Cell.Number::new);
  }

  private static <R> SummaryColumn<R> number(
      String heading,
      String name,
      String unit,
      String description,
      Function<R, ? extends Number> value,
      Function<Long, Cell> cell) {
    return shown(
        heading,
        row -> {
          Number number = value.apply(row);
          return number == null ? null : cell.apply(number.longValue());
        },
        FigureColumn.of(heading, Column.integer(name, unit, description, value)));
  }

  /** A cell that stands for some figures. */
  @SafeVarargs
  public static <R> SummaryColumn<R> shown(
      String heading, Function<R, Cell> shown, FigureColumn<R>... figures) {
    return new SummaryColumn<>(heading, shown, List.of(figures));
  }

  /** Figures that are kept and not shown. */
  @SafeVarargs
  public static <R> SummaryColumn<R> kept(FigureColumn<R>... figures) {
    return new SummaryColumn<>(null, row -> Cell.EMPTY, List.of(figures));
  }

  /** Text that is kept and not shown, such as a code. */
  public static <R> SummaryColumn<R> kept(
      String heading, String name, String description, Function<R, String> value) {
    return kept(FigureColumn.of(heading, Column.text(name, description, value)));
  }

  /** A proportion as the whole percent that people are shown. */
  public static <R> FigureColumn<R> percent(
      String heading, String name, String description, Function<R, Double> proportion) {
    String unit = name.endsWith("_points") ? "percentage points" : "percent";
    return FigureColumn.of(
        heading,
        Column.integer(name, unit, description, row -> wholePercent(proportion.apply(row))));
  }

  private static Long wholePercent(Double proportion) {
    return proportion == null ? null : (Long) (long) Decimals.percent(proportion, 0);
  }

  /** The same column with its texts in the words of an inspectorate. */
  SummaryColumn<R> in(Terms terms) {
    return new SummaryColumn<>(
        heading == null ? null : terms.text(heading),
        shown,
        figures.stream().map(figure -> figure.in(terms)).toList());
  }

  boolean isShown() {
    return heading != null;
  }

  /** The cell of a row, or that it is absent for the row's own reason. */
  Cell cell(R row, Availability missing) {
    Cell cell = shown.apply(row);
    return cell == null ? new Cell.Absent(missing) : cell;
  }
}
