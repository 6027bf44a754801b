package org.trustbench.table;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.trustbench.terms.Terms;

/**
 * One column of a table: its name, type and a sentence on what it holds, with the way to it from a
 * row. Types, dictionaries and writers all come from this one declaration.
 *
 * @param unit what a number counts or measures, empty for text; with places for terms, as the
 *     description
 * @param decimals digits after the point, to which a decimal is rounded half up; {@link
 *     Decimals#SIGNIFICANT} for a number that may be very small
 * @param isFree whether it may be empty though part of a key, and may name what no other table has
 */
public record Column<R>(
    String name,
    Type type,
    String unit,
    int decimals,
    String description,
    Function<R, Object> value,
    boolean isFree) {

  private Column(
      String name,
      Type type,
      String unit,
      int decimals,
      String description,
      Function<R, Object> value) {
    this(name, type, unit, decimals, description, value, false);
  }

  /** The same column of an account, which also tells of what is known nowhere else. */
  public Column<R> free() {
    return new Column<>(name, type, unit, decimals, description, value, true);
  }

  /** The types a column may have; every one of them is flat and may be null. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    BOOLEAN
  }

  private static final int PERCENT_DECIMALS = 4;
  private static final int OTHER_DECIMALS = 6;

  /** The way to what a row may lack, which leaves its cell empty. */
  public static <R, T> Function<R, T> orEmpty(Function<R, Optional<T>> value) {
    return row -> value.apply(row).orElse(null);
  }

  public static <R> Column<R> text(String name, String description, Function<R, String> value) {
    return new Column<>(name, Type.TEXT, "", 0, description, value::apply);
  }

  /** A whole number; its values are {@link Long}. */
  public static <R> Column<R> integer(
      String name, String unit, String description, Function<R, ? extends Number> value) {
    return new Column<>(
        name,
        Type.INTEGER,
        unit,
        0,
        description,
        row -> {
          Number number = value.apply(row);
          return number == null ? null : (Object) number.longValue();
        });
  }

  /** A proportion, or a difference of two, shown in percent or percentage points. */
  public static <R> Column<R> percent(
      String name, String description, Function<R, Double> proportion) {
    return new Column<>(
        name,
        Type.DECIMAL,
        name.endsWith("_points") ? "percentage points" : "percent",
        PERCENT_DECIMALS,
        description,
        row -> {
          Double value = proportion.apply(row);
          return value == null ? null : (Object) Decimals.percent(value, PERCENT_DECIMALS);
        });
  }

  /** The same column of rows that hold, among others, a row of this one's. */
  public <S> Column<S> within(Function<S, R> row) {
    return new Column<>(name, type, unit, decimals, description, value.compose(row), isFree);
  }

  /** The same column under another name. */
  public Column<R> named(String other) {
    return new Column<>(other, type, unit, decimals, description, value, isFree);
  }

  /** The same column with its texts in the words of an inspectorate. */
  public Column<R> in(Terms terms) {
    return new Column<>(
        name, type, terms.text(unit), decimals, terms.text(description), value, isFree);
  }

  /** The same column with percentages whole, for rows whose figures are. */
  Column<R> whole() {
    return unit.startsWith("percent")
        ? new Column<>(name, type, unit, 0, description, value, isFree)
        : this;
  }

  public static <R> Column<R> decimal(
      String name, String unit, String description, Function<R, Double> value) {
    return decimal(name, unit, OTHER_DECIMALS, description, value);
  }

  /** A number of which the first digits matter however small it is, such as a p-value. */
  public static <R> Column<R> significant(
      String name, String unit, String description, Function<R, Double> value) {
    return decimal(name, unit, Decimals.SIGNIFICANT, description, value);
  }

  /** A number with so many digits after the point, at most six. */
  public static <R> Column<R> decimal(
      String name, String unit, int decimals, String description, Function<R, Double> value) {
    return new Column<>(
        name,
        Type.DECIMAL,
        unit,
        decimals,
        description,
        row -> {
          Double number = value.apply(row);
          return number == null ? null : (Object) Decimals.rounded(number, decimals);
        });
  }

  public static <R> Column<R> date(String name, String description, Function<R, LocalDate> value) {
    return new Column<>(name, Type.DATE, "", 0, description, value::apply);
  }

  public static <R> Column<R> bool(String name, String description, Function<R, Boolean> value) {
    return new Column<>(name, Type.BOOLEAN, "", 0, description, value::apply);
  }
}
