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

  private boolean isEnded;
  private Place place = Place.BEGINNING;

  private enum Place {
    BEGINNING,
    PLAIN,
    QUOTED,
    /** Behind a mark that closes the cell, or is the first of two that stand for one. */
    MARKED
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
    int cell = 0;
    int end = from;
    for (int at = from; at < to; at++) {
      char c = block[at];
      boolean isEnd = c == delimiter || c == '\n' || c == '\r';
      switch (place) {
        case BEGINNING -> {
          end = c == '"' ? cell : end;
          place =
              c == '"'
                  ? Place.QUOTED
                  : isEnd || c == ' ' || c == '\t' ? Place.BEGINNING : Place.PLAIN;
        }
        case QUOTED -> place = c == '"' ? Place.MARKED : Place.QUOTED;
        case MARKED -> place = c == '"' ? Place.QUOTED : isEnd ? Place.BEGINNING : Place.PLAIN;
        case PLAIN -> place = isEnd ? Place.BEGINNING : Place.PLAIN;
      }
      block[end++] = c;
      cell = isEnd ? end : cell;
    }
    ready = place == Place.BEGINNING ? cell : end;
    held = end;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
