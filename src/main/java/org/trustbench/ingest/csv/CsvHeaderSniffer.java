package org.trustbench.ingest.csv;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.trustbench.ingest.file.LineBuffer;
import org.trustbench.ingest.file.SourceText;

/**
 * What stands before the rows of a CSV file: lines to pass over, and how the header is delimited.
 */
public final class CsvHeaderSniffer {
  private static final char[] DELIMITERS = {',', ';', '\t'};

  private CsvHeaderSniffer() {}

  /** Passes over a line of any length; false where there is none. */
  public static boolean isSkipped(BufferedReader reader) throws IOException {
    int c = reader.read();
    boolean isThere = c >= 0;
    while (c >= 0 && c != '\n' && c != '\r') {
      c = reader.read();
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
    return isThere;
  }

  /**
   * Passes over lines that end with LF or CRLF; false, with nothing passed, where the buffer does
   * not hold them and the header after them, or they are no text.
   */
  static boolean isSkipped(LineBuffer buffer, int lines, Charset charset) throws IOException {
    while (buffer.more()) {
      // A header is looked at as a whole.
    }
    byte[] bytes = buffer.bytes();
    int header = 0;
    int ended = 0;
    for (int at = 0; at < buffer.to() && ended <= lines; at++) {
      boolean isEnd = bytes[at] == '\n';
      boolean isLoneReturn = bytes[at] == '\r' && (at + 1 == buffer.to() || bytes[at + 1] != '\n');
      if (isLoneReturn) {
        return false;
      }
      ended += isEnd ? 1 : 0;
      header = isEnd && ended == lines ? at + 1 : header;
    }
    boolean isWhole = ended > lines || ended == lines && buffer.isEnded();
    if (!isWhole || !SourceText.isText(bytes, 0, header, charset)) {
      return false;
    }
    buffer.pass(header);
    return true;
  }

  /** The delimiter that stands most often in the header, outside quotation marks. */
  public static char delimiterOf(BufferedReader reader) throws IOException {
    reader.mark(CsvTable.LONGEST_ROW);
    int[] seen = new int[DELIMITERS.length];
    boolean isQuoted = false;
    for (int read = 0; read < CsvTable.LONGEST_ROW - 1; read++) {
      int c = reader.read();
      if (c < 0 || c == '\n') {
        break;
      }
      isQuoted ^= c == '"';
      for (int i = 0; i < DELIMITERS.length; i++) {
        seen[i] += !isQuoted && c == DELIMITERS[i] ? 1 : 0;
      }
    }
    reader.reset();
    int best = 0;
    for (int i = 1; i < DELIMITERS.length; i++) {
      best = seen[i] > seen[best] ? i : best;
    }
    return DELIMITERS[best];
  }

  /** The same of a header that a buffer holds: no delimiter is part of another character. */
  static char delimiterOf(LineBuffer buffer) throws IOException {
    return delimiterOf(
        new BufferedReader(
            new InputStreamReader(
                new ByteArrayInputStream(
                    buffer.bytes(), buffer.from(), buffer.to() - buffer.from()),
                StandardCharsets.ISO_8859_1)));
  }
}
