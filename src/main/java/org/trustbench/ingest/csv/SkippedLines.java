package org.trustbench.ingest.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import org.trustbench.ingest.file.LineBuffer;
import org.trustbench.ingest.file.SourceText;

/** Passes over the lines that stand before the rows of a CSV file. */
public final class SkippedLines {
  private SkippedLines() {}

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
      if (isLoneReturn || bytes[at] == 0) {
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
}
