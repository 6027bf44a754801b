package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.rows.CellName;

/**
 * The rows of a sheet that hold anything, one at a time. Hidden rows and columns are read like
 * others, as they are where a sheet is saved as CSV.
 */
abstract class SheetRows implements AutoCloseable {
  /** Cells that hold something; a few bytes may stand for as many as a sheet has places. */
  private static final long MOST_CELLS = 400_000_000;

  private final HiddenCells hidden = new HiddenCells();
  private String[] cells = new String[64];
  private int width;
  private int row;
  private long filled;

  /**
   * Moves to the next row that holds anything; false at the end.
   *
   * @param firstRow the row from which on no cells may be merged
   * @param columns so many columns, from the first on, in which none may be
   */
  abstract boolean next(int firstRow, int columns)
      throws IOException, XMLStreamException, UnreadableWorkbookException;

  /** What of the sheet is hidden, as far as it has been read. */
  final HiddenCells hidden() {
    return hidden;
  }

  /** The row, counted from 1. */
  final int row() {
    return row;
  }

  /** Cells from the first column to the last that holds anything. */
  final int width() {
    return width;
  }

  /** The text of a cell; empty where there is none. */
  final String cell(int column) {
    return column < width && cells[column] != null ? cells[column] : "";
  }

  /** Begins a row that holds nothing yet. */
  final void start(int number) throws UnreadableWorkbookException {
    if (number <= row) {
      throw new UnreadableWorkbookException(
          "its rows are not in their order: save it again and send it");
    }
    row = number;
    Arrays.fill(cells, 0, width, null);
    width = 0;
  }

  /** Takes the row for the one below as well. */
  final void repeat() throws BoundedStream.TooLarge {
    row++;
    count(width);
  }

  final void put(int column, String text) throws BoundedStream.TooLarge {
    if (text.isBlank() || text.charAt(0) > '~' && Spelling.plain(text).isEmpty()) {
      return;
    }
    count(1);
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
    }
    cells[column] = text;
    width = column + 1;
  }

  private void count(int more) throws BoundedStream.TooLarge {
    filled += more;
    if (filled > MOST_CELLS || more > 0 && row > CellName.MOST_ROWS) {
      throw new BoundedStream.TooLarge();
    }
  }

  static UnreadableWorkbookException merged(String cells) {
    return new UnreadableWorkbookException(
        "cells %s are merged: unmerge them and fill each of them in".formatted(cells));
  }

  static UnreadableWorkbookException neverWorkedOut(String cell) {
    return new UnreadableWorkbookException(
        "cell %s has a formula that was never worked out: open it in a spreadsheet program, save it and send it again"
            .formatted(cell));
  }

  static UnreadableWorkbookException notUnderstood(String cell) {
    return new UnreadableWorkbookException(
        "cell %s cannot be read: save it again and send it".formatted(cell));
  }

  @Override
  public abstract void close() throws IOException;
}
