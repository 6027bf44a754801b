package org.trustbench.ingest.rows;

/** Names of cells, as {@code C17}. */
public final class CellName {
  /** Rows and columns that a sheet has at most. */
  public static final int MOST_ROWS = 1_048_576;

  public static final int MOST_COLUMNS = 16_384;

  private CellName() {}

  /** The name of a cell; columns are counted from 0, rows from 1. */
  public static String of(int column, int row) {
    return letters(column) + row;
  }

  /** The letters of a column, counted from 0. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** The column of a name, counted from 0; -1 where it is none. */
  public static int column(String name) {
    int column = 0;
    int at = 0;
    while (at < name.length() && name.charAt(at) >= 'A' && name.charAt(at) <= 'Z' && at < 4) {
      column = column * 26 + name.charAt(at++) - 'A' + 1;
    }
    return at == 0 || column > MOST_COLUMNS ? -1 : column - 1;
  }

  /** The row of a name, counted from 1; -1 where it is none. */
  public static int row(String name) {
    int at = 0;
    while (at < name.length() && Character.isLetter(name.charAt(at))) {
      at++;
    }
    return number(name.substring(at));
  }

  /** The number of a row, counted from 1; -1 where it is none that a sheet has. */
  public static int number(String digits) {
    int number = digits.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(digits) : -1;
    return number > MOST_ROWS ? -1 : number;
  }
}
