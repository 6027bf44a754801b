package org.trustbench.ingest.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.trustbench.ingest.file.LineBuffer;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.file.SwarBytes;
import org.trustbench.ingest.rows.MemoizedLookup;

/**
 * The plain lines that a CSV file begins with, split where their bytes lie. A line is plain if it
 * is one row by itself: it ends with LF or CRLF or with the file, a cell that begins with a
 * quotation mark ends with the next one, and its bytes are text. The first line that is not is left
 * for the reader of any rows, together with all after it.
 */
final class FastLineSplitter {
  /** Encodings in which a byte below 128 is always the character of ASCII. */
  private static final Set<Charset> READABLE =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("windows-1252"));

  /** Both LF and CR are below. */
  private static final long LINE_ENDS = SwarBytes.of('\r' + 1);

  private static final byte DELETE = 127;

  private static final int NOT_PLAIN = -1;
  private static final int UNFINISHED = -2;

  private final LineBuffer buffer;
  private final Charset charset;
  private final byte delimiter;
  private final long delimiters;
  private int after;
  private int line;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int width;
  private boolean isAscii;

  /**
   * Makes a reader of the lines of a buffer.
   *
   * @param linesBefore lines already passed
   */
  FastLineSplitter(LineBuffer buffer, Charset charset, char delimiter, int linesBefore) {
    this.buffer = buffer;
    this.charset = charset;
    this.delimiter = (byte) delimiter;
    this.delimiters = SwarBytes.of(this.delimiter);
    this.after = buffer.from();
    this.line = linesBefore;
  }

  /** Whether lines can be split by their bytes; a delimiter not yet known is null. */
  static boolean canSplit(Charset charset, Character delimiter) {
    return READABLE.contains(charset)
        && (delimiter == null || delimiter < 128 && "\"\r\n".indexOf(delimiter) < 0);
  }

  /**
   * Moves to the next line that is not empty; false where there is none, or where it is not plain.
   * Then the buffer begins with what is left.
   */
  boolean next() throws IOException {
    do {
      buffer.pass(after);
      int end = split();
      while (end == UNFINISHED) {
        boolean isMore = buffer.more() || buffer.isEnded();
        end = isMore ? split() : NOT_PLAIN;
      }
      if (end == NOT_PLAIN
          || end == buffer.from()
          || !isAscii && !SourceText.isText(buffer.bytes(), buffer.from(), end, charset)) {
        return false;
      }
      after = end;
      line++;
    } while (width == 0);
    return true;
  }

  /** Whether all lines have been passed. */
  boolean isAtEnd() {
    return buffer.isEnded() && buffer.from() == buffer.to();
  }

  /** The line last moved to, counted from 1. */
  int line() {
    return line;
  }

  int width() {
    return width;
  }

  String cell(int column) {
    return new String(buffer.bytes(), starts[column], ends[column] - starts[column], charset);
  }

  /** What the text of a cell comes to. */
  <T> T value(int column, MemoizedLookup<T> values) {
    return values.of(buffer.bytes(), starts[column], ends[column], charset);
  }

  boolean isEmpty(int column) {
    return starts[column] == ends[column];
  }

  /** The first byte of a cell, as if it were a character; 0 of an empty one. */
  char beginning(int column) {
    return (char) (isEmpty(column) ? 0 : buffer.bytes()[starts[column]] & 0xFF);
  }

  /** Whether a cell may hold nothing but what nobody sees. */
  boolean isDoubtful(int column) {
    return ends[column] > starts[column]
        && (buffer.bytes()[starts[column]] <= ' ' || buffer.bytes()[starts[column]] == DELETE);
  }

  /** Splits the line that the buffer begins with; gives where the next one begins. */
  private int split() {
    byte[] bytes = buffer.bytes();
    int to = buffer.to();
    int start = buffer.from();
    int closed = 0;
    int at = start;
    long seen = 0;
    width = 0;
    isAscii = true;
    if (start < to && bytes[start] <= '"') {
      closed = begun(start);
      if (closed < 0) {
        return closed;
      }
      at = closed > 0 ? closed + 1 : at;
    }
    while (at < to) {
      long word = SwarBytes.at(bytes, at);
      seen |= word;
      long marks = SwarBytes.equal(word, delimiters) | SwarBytes.below(word, LINE_ENDS);
      int next = at + SwarBytes.BYTES;
      for (; marks != 0; marks &= marks - 1) {
        int mark = at + (Long.numberOfTrailingZeros(marks) >>> 3);
        if (mark >= to) {
          break;
        }
        byte b = bytes[mark];
        if (b == delimiter) {
          add(start, mark, closed);
          start = mark + 1;
          closed = 0;
          if (start < to && bytes[start] <= '"' && bytes[start] > 0) {
            closed = begun(start);
            if (closed < 0) {
              return closed;
            }
            if (closed > 0) {
              next = closed + 1;
              break;
            }
          }
        } else if (b == 0) {
          return NOT_PLAIN;
        } else if (b == '\n' || b == '\r') {
          isAscii &= SwarBytes.isAscii(seen);
          return ended(start, mark, closed);
        }
      }
      at = next;
    }
    isAscii &= SwarBytes.isAscii(seen);
    if (!buffer.isEnded()) {
      return UNFINISHED;
    }
    if (to > buffer.from()) {
      add(start, to, closed);
    }
    return width > CsvTable.MOST_COLUMNS ? NOT_PLAIN : to;
  }

  /** Ends the line before LF or CRLF; gives where the next line begins. */
  private int ended(int start, int at, int closed) {
    int next = at + 1;
    if (buffer.bytes()[at] == '\r') {
      if (next == buffer.to()) {
        return buffer.isEnded() ? NOT_PLAIN : UNFINISHED;
      }
      if (buffer.bytes()[next] != '\n') {
        return NOT_PLAIN;
      }
      next++;
    }
    if (at > buffer.from()) {
      add(start, at, closed);
    }
    return width > CsvTable.MOST_COLUMNS ? NOT_PLAIN : next;
  }

  /**
   * What a cell begins with: 0 where that is no quotation mark, or else where the one stands that
   * closes it.
   */
  private int begun(int start) {
    byte[] bytes = buffer.bytes();
    int at = start;
    while (at < buffer.to() && (bytes[at] == ' ' || bytes[at] == '\t') && bytes[at] != delimiter) {
      at++;
    }
    if (at == buffer.to() && !buffer.isEnded()) {
      return UNFINISHED;
    }
    boolean isQuoted = at < buffer.to() && bytes[at] == '"';
    return !isQuoted ? 0 : at == start ? closed(start) : NOT_PLAIN;
  }

  /** Where the quotation mark stands that closes the one at a place, and with it the cell. */
  private int closed(int opened) {
    byte[] bytes = buffer.bytes();
    int at = opened + 1;
    while (at < buffer.to() && bytes[at] != '"') {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        return NOT_PLAIN;
      }
      if (bytes[at] == 0) {
        return NOT_PLAIN;
      }
      isAscii &= bytes[at] >= 0;
      at++;
    }
    if (at + 1 >= buffer.to()) {
      return !buffer.isEnded() ? UNFINISHED : at < buffer.to() ? at : NOT_PLAIN;
    }
    byte next = bytes[at + 1];
    return next == delimiter || next == '\n' || next == '\r' ? at : NOT_PLAIN;
  }

  /** Adds a cell; one in quotation marks stands between them. */
  private void add(int start, int end, int closed) {
    if (width == starts.length) {
      starts = Arrays.copyOf(starts, 2 * width);
      ends = Arrays.copyOf(ends, 2 * width);
    }
    starts[width] = closed > 0 ? start + 1 : start;
    ends[width++] = closed > 0 ? closed : end;
  }
}
