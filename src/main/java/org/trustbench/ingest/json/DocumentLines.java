package org.trustbench.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * The lines of a file with a JSON document on each, ended by LF. No line is held beyond the longest
 * allowed.
 */
public final class DocumentLines {
  private final Reader reader;
  private final int longest;
  private char[] text = new char[1 << 16];

  /** Where the line begins, and where it ends. */
  private int from;

  private int end;

  /** Where the line after it begins, and the characters end that have been read. */
  private int next;

  private int to;
  private boolean isCut;

  /**
   * Makes a reader of lines.
   *
   * @param longest characters of the longest line allowed
   */
  public DocumentLines(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
  }

  /** Moves to the next line; false at the end. */
  public boolean next() throws IOException {
    from = next;
    end = from;
    isCut = false;
    while (true) {
      while (end < to && text[end] != '\n') {
        end++;
      }
      if (end < to) {
        next = end + 1;
        return true;
      }
      if (end - from > longest) {
        isCut = true;
        end = from;
        to = from;
      }
      if (!isMoreRead()) {
        next = end;
        return isCut || end > from;
      }
    }
  }

  /** Reads more characters of the line, which is moved to the front. */
  private boolean isMoreRead() throws IOException {
    System.arraycopy(text, from, text, 0, to - from);
    to -= from;
    end -= from;
    from = 0;
    if (to == text.length) {
      text = Arrays.copyOf(text, 2 * to);
    }
    int found = reader.read(text, to, text.length - to);
    to += Math.max(0, found);
    return found >= 0;
  }

  /** Whether the line was longer than allowed. */
  public boolean isCut() {
    return isCut || end - from > longest;
  }

  public boolean isBlank() {
    int at = from;
    while (at < end && Character.isWhitespace(text[at])) {
      at++;
    }
    return at == end;
  }

  public JsonParser parser(JsonFactory json) throws IOException {
    return json.createParser(text, from, end - from);
  }
}
