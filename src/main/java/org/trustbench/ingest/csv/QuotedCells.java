package org.trustbench.ingest.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Takes out the blanks between a delimiter and a quotation mark, so that the mark begins its cell:
 * some programs write {@code "a", "b"}.
 */
final class QuotedCells extends Reader {
  private final Reader text;
  private final char delimiter;
  private char[] block = new char[1 << 13];

  /** What has been handed on, and what is ready to be. */
  private int handed;

  private int ready;

  /** The end of the blanks after that, of which it is not known yet what follows them. */
  private int held;

  /** Where the cell begins that what has been read last ends in. */
  private int cell;

  private boolean isEnded;
  private Place place = Place.BEGINNING;

  private enum Place {
    BEGINNING,
    PLAIN,
    QUOTED,
    /** Behind a mark that closes the cell, or is the first of two that stand for one. */
    MARKED;

    Place behindMark() {
      return switch (this) {
        case BEGINNING, MARKED -> QUOTED;
        case QUOTED -> MARKED;
        case PLAIN -> PLAIN;
      };
    }
  }

  QuotedCells(Reader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (handed == ready && !isEnded) {
      fill();
    }
    int given = Math.min(length, ready - handed);
    System.arraycopy(block, handed, into, offset, given);
    handed += given;
    return given > 0 || length == 0 ? given : -1;
  }

  private void fill() throws IOException {
    int kept = held - ready;
    if (kept > CsvRow.LONGEST_CELL) {
      // No row may be as long, whatever follows.
      place = Place.PLAIN;
    }
    if (kept > block.length / 2) {
      block = Arrays.copyOfRange(block, ready, ready + 2 * block.length);
    } else {
      System.arraycopy(block, ready, block, 0, kept);
    }
    handed = 0;
    ready = 0;
    held = kept;
    int found = text.read(block, kept, block.length - kept);
    isEnded = found < 0;
    if (isEnded) {
      ready = kept;
    } else {
      clean(kept, kept + found);
    }
  }

  /** Moves what has just been read forward, over the blanks that are taken out. */
  private void clean(int from, int to) {
    cell = 0;
    held = from;
    int at = from;
    while (at < to) {
      if (place == Place.MARKED) {
        place = block[at] == '"' ? Place.QUOTED : isEnd(block[at]) ? Place.BEGINNING : Place.PLAIN;
        block[held++] = block[at++];
        cell = held;
        continue;
      }
      int mark = mark(at, to);
      if (place != Place.QUOTED) {
        findCell(at, mark);
      }
      keep(at, mark);
      if (mark < to) {
        held = place == Place.BEGINNING ? cell : held;
        place = place.behindMark();
        block[held++] = '"';
      }
      at = mark + 1;
    }
    ready = place == Place.BEGINNING ? cell : held;
  }

  /** The next quotation mark; the end where there is none. */
  private int mark(int from, int to) {
    int at = from;
    while (at < to && block[at] != '"') {
      at++;
    }
    return at;
  }

  /** Finds where the cell begins that a run without marks ends in, and whether in blanks alone. */
  private void findCell(int from, int to) {
    int start = to;
    while (start > from && !isEnd(block[start - 1])) {
      start--;
    }
    if (start > from) {
      place = Place.BEGINNING;
      cell = held + start - from;
    }
    for (int at = start; place == Place.BEGINNING && at < to; at++) {
      place = block[at] == ' ' || block[at] == '\t' ? Place.BEGINNING : Place.PLAIN;
    }
  }

  private void keep(int from, int to) {
    if (held < from) {
      System.arraycopy(block, from, block, held, to - from);
    }
    held += to - from;
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
