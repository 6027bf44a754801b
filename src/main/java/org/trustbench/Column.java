package org.trustbench;

import java.util.function.Function;

/**
 * One column of a table: its name, type and a sentence on what it holds, with the way to it from a
 * row. Types, dictionaries and writers all come from this one declaration.
 *
 * @param unit what a number counts or measures, empty for text
 */
public record Column<R>(
    String name, Type type, String unit, String description, Function<R, Object> value) {

  /** The types a column may have; every one of them is flat and may be null. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    BOOLEAN
  }

  public static <R> Column<R> text(String name, String description, Function<R, String> value) {
    return new Column<>(name, Type.TEXT, "", description, value::apply);
  }

  public static <R> Column<R> integer(
      String name, String unit, String description, Function<R, ? extends Number> value) {
    return new Column<>(name, Type.INTEGER, unit, description, value::apply);
  }

  public static <R> Column<R> decimal(
      String name, String unit, String description, Function<R, Double> value) {
    return new Column<>(name, Type.DECIMAL, unit, description, value::apply);
  }

  public static <R> Column<R> date(
      String name, String description, Function<R, java.time.LocalDate> value) {
    return new Column<>(name, Type.DATE, "", description, value::apply);
  }

  public static <R> Column<R> bool(String name, String description, Function<R, Boolean> value) {
    return new Column<>(name, Type.BOOLEAN, "", description, value::apply);
  }
}
