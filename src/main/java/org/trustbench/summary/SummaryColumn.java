package org.trustbench.summary;

import java.util.List;
import java.util.function.Function;
import org.trustbench.table.Column;

/**
 * One column of a table for people, which knows its words and its figures: {@code 76 (71–80)} is
 * shown in one cell, and kept as a score and the two ends of its interval.
 *
 * @param heading what people read above it; null for what is kept and not shown
 * @param isNumber whether it shows plain numbers
 * @param shown the words, or a {@link Long}; null for an empty cell
 * @param figures what is kept; empty for what is shown and not kept
 */
public record SummaryColumn<R>(
    String heading, boolean isNumber, Function<R, Object> shown, List<FigureColumn<R>> figures) {

  /** Text that is shown as it is kept. */
  static <R> SummaryColumn<R> text(
      String heading, String name, String description, Function<R, String> value) {
    return worded(heading, value, FigureColumn.of(heading, Column.text(name, description, value)));
  }

  /** A whole number that is shown as it is kept. */
  static <R> SummaryColumn<R> number(
      String heading, String name, String unit, String description, Function<R, Number> value) {
    Column<R> column = Column.integer(name, unit, description, value);
    return new SummaryColumn<>(
        heading, true, column.value(), List.of(FigureColumn.of(heading, column)));
  }

  /** Words that stand for some figures. */
  @SafeVarargs
  static <R> SummaryColumn<R> worded(
      String heading, Function<R, String> words, FigureColumn<R>... figures) {
    return new SummaryColumn<>(heading, false, words::apply, List.of(figures));
  }

  /** Figures that are kept and not shown. */
  @SafeVarargs
  static <R> SummaryColumn<R> kept(FigureColumn<R>... figures) {
    return new SummaryColumn<>(null, false, row -> null, List.of(figures));
  }

  /** Text that is kept and not shown, such as a code. */
  static <R> SummaryColumn<R> kept(
      String heading, String name, String description, Function<R, String> value) {
    return kept(FigureColumn.of(heading, Column.text(name, description, value)));
  }

  /** A proportion as the whole percent that people are shown. */
  static <R> FigureColumn<R> percent(
      String heading, String name, String description, Function<R, Double> proportion) {
    String unit = name.endsWith("_points") ? "percentage points" : "percent";
    return FigureColumn.of(
        heading,
        Column.integer(
            name, unit, description, row -> Formatting.wholePercent(proportion.apply(row))));
  }

  boolean isShown() {
    return heading != null;
  }
}
