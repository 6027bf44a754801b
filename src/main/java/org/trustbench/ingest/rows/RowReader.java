package org.trustbench.ingest.rows;

import java.io.IOException;
import java.util.List;
import org.trustbench.ingest.reject.Refusal;

/**
 * The rows of a table as sent, one after another: each with its place, its cells as texts, and what
 * is wrong with it. Every format is read through this, small and large files alike.
 *
 * <p>A row that is faulty is a value, and the rows after it go on. Whatever makes the rest of the
 * file unreadable is a {@link Refusal}, because the rows after it cannot be accounted for. A row
 * without any cell is none.
 */
public interface RowReader extends AutoCloseable {
  /** The header of the table. */
  Header heading();

  /** Names of the columns without the blanks around them, each of them once. */
  default List<String> header() {
    return heading().names();
  }

  /** The line or row that the header stands on, counted from 1. */
  default int headerLine() {
    return heading().line();
  }

  /** The place of a column that must be there, counted from 0. */
  default int column(String name) throws Refusal {
    return heading().column(name);
  }

  /** Moves to the next row; false at the end of the file. */
  boolean next() throws Refusal;

  /** The line or row that the row begins on, counted from 1. */
  int line();

  /** A cell of the row as it is referred to by people; null where cells have no names. */
  default String place(int column) {
    return heading().place(column, line());
  }

  /** A reason that is about a cell, with the cell in front where it has a name; -1 is no column. */
  default String told(int column, String reason) {
    String place = column < 0 ? null : place(column);
    return place == null ? reason : place + ": " + reason;
  }

  /** What of a table that was read to its end is hidden, in words; mostly nothing. */
  default List<String> hidden() {
    return List.of();
  }

  /** Whether the row is none of the table's, and has no cells to ask for. */
  boolean isFaulty();

  /** What is wrong with a faulty row, and what to do. */
  String fault();

  /** The last line that the row takes in: quotation marks may draw several into one row. */
  default int lastLine() {
    return line();
  }

  /** Whether a faulty row is the header once more, which holds no judgement. */
  boolean isHeaderAgain();

  /**
   * The judgements that a faulty row counts for, in the account and against the tolerance: as many
   * as there are in a sound row on each of the lines that it takes in. The header once more is one.
   *
   * @param ofRow judgements of a sound row
   */
  default long cellsLost(int ofRow) {
    return isHeaderAgain() ? 1 : (long) ofRow * (lastLine() - line() + 1);
  }

  /** A cell as it stands; of a faulty row, what it has there, if anything. */
  String cell(int column);

  /**
   * A cell that names something, as a reader sees it, and never with a line break inside, which
   * would mean that it has swallowed what comes after.
   */
  String name(int column) throws Refusal;

  /** The same as it was given, with whatever a reader does not see. */
  String given(int column) throws Refusal;

  /** What a cell that names something comes to. */
  <T> T value(int column, MemoizedLookup<T> values) throws Refusal;

  /** Fails where a cell that names something has swallowed what comes after; -1 is no column. */
  void checkNoLineBreak(int column) throws Refusal;

  /** SHA-256 of the whole file, all of which is read for it. */
  String sha256Hex() throws Refusal;

  @Override
  void close() throws IOException;
}
