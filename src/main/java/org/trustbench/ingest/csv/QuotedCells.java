package org.trustbench.ingest.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Takes out the blanks between a delimiter and a quotation mark, so that the mark begins its cell:
 * some programs write {@code "a", "b"}.
 */
final class QuotedCells extends Reader {
  private final Reader text;
  private final char delimiter;
  private final char[] read = new char[1 << 13];
  private int at;
  private int to;
  private boolean isEnded;

  /** What has been read and not handed on. */
  private final StringBuilder ready = new StringBuilder();

  private int handed;

  /** Blanks that a cell begins with, as long as it is not known what follows them. */
  private final StringBuilder blanks = new StringBuilder();

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
    int given = 0;
    while (given < length && isReady()) {
      int some = Math.min(length - given, ready.length() - handed);
      ready.getChars(handed, handed + some, into, offset + given);
      handed += some;
      given += some;
    }
    return given == 0 && length > 0 ? -1 : given;
  }

  private boolean isReady() throws IOException {
    while (handed == ready.length() && !isEnded) {
      ready.setLength(0);
      handed = 0;
      to = text.read(read, 0, read.length);
      isEnded = to < 0;
      for (at = 0; at < to; at++) {
        take(read[at]);
      }
      if (isEnded) {
        ready.append(blanks);
      }
    }
    return handed < ready.length();
  }

  private void take(char c) {
    boolean isEnd = c == delimiter || c == '\n' || c == '\r';
    switch (place) {
      case BEGINNING -> begin(c, isEnd);
      case QUOTED -> place = c == '"' ? Place.MARKED : Place.QUOTED;
      case MARKED -> place = c == '"' ? Place.QUOTED : isEnd ? Place.BEGINNING : Place.PLAIN;
      case PLAIN -> place = isEnd ? Place.BEGINNING : Place.PLAIN;
    }
    if (place != Place.BEGINNING || isEnd) {
      ready.append(c);
    }
  }

  private void begin(char c, boolean isEnd) {
    if (!isEnd && (c == ' ' || c == '\t')) {
      blanks.append(c);
      return;
    }
    if (c != '"') {
      ready.append(blanks);
    }
    blanks.setLength(0);
    place = c == '"' ? Place.QUOTED : isEnd ? Place.BEGINNING : Place.PLAIN;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
