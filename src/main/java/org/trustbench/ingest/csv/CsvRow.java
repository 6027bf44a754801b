package org.trustbench.ingest.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;
import org.trustbench.ingest.rows.MemoizedLookup;

/**
 * The row that was read last. Its cells stay characters in one array, which the next row takes
 * over, and become texts only where they are asked for: most cells are names met before.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  /** More columns than any form has questions. */
  static final int MOST_COLUMNS = 16_384;

  static final int LONGEST_CELL = 1 << 20;

  /** What is wrong with a row that is not read. */
  static final String TOO_WIDE =
      "a row there has more than %d columns: check delimiters and quotation marks"
          .formatted(MOST_COLUMNS);

  static final String TOO_LONG =
      "a cell there has more than %d characters, or its row twice as many: shorten it, or close the quotation mark before it"
          .formatted(LONGEST_CELL);

  private static final int LONGEST_ROW = 2 * LONGEST_CELL;

  private char[] text = new char[1 << 10];
  private int[] ends = new int[64];
  private int width;
  private boolean hasLineBreak;

  /** The line that the row begins on, counted from the first that was read. */
  int line() {
    return (int) getStartingLineNumber();
  }

  int width() {
    return width;
  }

  String cell(int column) {
    int start = start(column);
    return new String(text, start, ends[column] - start);
  }

  /** What the text of a cell comes to. */
  <T> T value(int column, MemoizedLookup<T> values) {
    return values.of(text, start(column), ends[column]);
  }

  /** The first character of a cell; 0 of an empty one. */
  char beginning(int column) {
    int start = start(column);
    return start == ends[column] ? 0 : text[start];
  }

  /** Whether any cell has a line break in it. */
  boolean hasLineBreak() {
    return hasLineBreak;
  }

  /** The line breaks in its cells. */
  int lineBreaks() {
    int breaks = 0;
    int end = width == 0 ? 0 : ends[width - 1];
    for (int at = 0; hasLineBreak && at < end; at++) {
      boolean isPair = text[at] == '\r' && at + 1 < end && text[at + 1] == '\n';
      breaks += (text[at] == '\n' || text[at] == '\r') && !isPair ? 1 : 0;
    }
    return breaks;
  }

  private int start(int column) {
    return column == 0 ? 0 : ends[column - 1];
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    width = 0;
    hasLineBreak = false;
  }

  @Override
  protected void handleField(int column, char[] from, int offset, int length, boolean isQuoted) {
    int start = start(width);
    int end = start + length;
    if (width == MOST_COLUMNS) {
      throw new CsvParseException(TOO_WIDE);
    }
    if (length > LONGEST_CELL || end > LONGEST_ROW) {
      throw new CsvParseException(TOO_LONG);
    }
    if (width == ends.length) {
      ends = Arrays.copyOf(ends, 2 * width);
    }
    if (end > text.length) {
      text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
    }
    System.arraycopy(from, offset, text, start, length);
    ends[width++] = end;
    for (int at = start; isQuoted && !hasLineBreak && at < end; at++) {
      hasLineBreak = text[at] == '\n' || text[at] == '\r';
    }
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }
}
