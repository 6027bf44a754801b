package org.trustbench.ingest.csv;

import java.util.List;

/**
 * Finds rows that a stray quotation mark has taken into a cell. A note may have several lines; one
 * whose lines have the shape of the rest of its row, of whole rows, and of the beginning of a last
 * one is none. Such rows would otherwise be missed without a trace, because nobody reads notes.
 */
final class UnclosedQuoteDetector {
  private final char delimiter;
  private final int columns;

  UnclosedQuoteDetector(char delimiter, int columns) {
    this.delimiter = delimiter;
    this.columns = columns;
  }

  /**
   * Whether a cell holds rows.
   *
   * @param column the cell's place in its row, counted from 0
   */
  boolean isIn(String cell, int column) {
    if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
      return false;
    }
    List<String> lines = cell.lines().filter(line -> !line.isBlank()).toList();
    int last = lines.size() - 1;
    if (last < 1) {
      return false;
    }
    return cells(lines.get(0)) >= columns - column
        && cells(lines.get(last)) > column
        && lines.subList(1, last).stream().allMatch(line -> cells(line) >= columns);
  }

  private long cells(String line) {
    return 1 + line.chars().filter(c -> c == delimiter).count();
  }
}
