package org.trustbench.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.trustbench.ingest.file.LineBuffer;
import org.trustbench.ingest.file.SourceText;

/**
 * The lines of a file with a JSON document on each, ended by LF. Lines that fit into a buffer are
 * found where their bytes lie, and parsed there if they are all of ordinary ASCII; from the first
 * on that is longer, or no UTF-8, the file is read character by character, and no line held beyond
 * the longest allowed.
 */
public final class DocumentLines {
  private final LineBuffer buffer;
  private final int longest;

  /** What is left, character by character; null as long as lines are found in the buffer. */
  private BufferedReader rest;

  private int after;

  /** The line, where it is not parsed in the buffer. */
  private String text;

  private boolean isCut;

  /**
   * Makes a reader of lines.
   *
   * @param longest characters of the longest line allowed
   */
  public DocumentLines(LineBuffer buffer, int longest) {
    this.buffer = buffer;
    this.longest = longest;
  }

  /** Moves to the next line; false at the end. */
  public boolean next() throws IOException {
    if (rest == null) {
      buffer.pass(after);
      if (isInBuffer()) {
        return true;
      }
      if (buffer.isEnded() && buffer.from() == buffer.to()) {
        return false;
      }
      rest =
          new BufferedReader(
              new InputStreamReader(buffer.rest(), SourceText.strict(StandardCharsets.UTF_8)),
              1 << 16);
    }
    return isRead();
  }

  /** Whether the line was longer than allowed. */
  public boolean isCut() {
    return isCut;
  }

  public boolean isBlank() {
    if (text != null) {
      return text.isBlank();
    }
    int at = buffer.from();
    while (at < after && buffer.bytes()[at] <= ' ') {
      at++;
    }
    return at == after;
  }

  public JsonParser parser(JsonFactory json) throws IOException {
    return text == null
        ? json.createParser(buffer.bytes(), buffer.from(), after - buffer.from())
        : json.createParser(text);
  }

  /** Moves to the line that the buffer begins with, if it holds the whole of it. */
  private boolean isInBuffer() throws IOException {
    int at = buffer.from();
    boolean isOrdinary = true;
    while (true) {
      byte[] bytes = buffer.bytes();
      for (; at < buffer.to(); at++) {
        byte b = bytes[at];
        if (b < ' ') {
          if (b == '\n') {
            return isMovedTo(at, at + 1, isOrdinary);
          }
          isOrdinary &= b == '\t' || b == '\r';
        }
      }
      at -= buffer.from();
      if (!buffer.more()) {
        return buffer.isEnded() && at > 0 && isMovedTo(buffer.to(), buffer.to(), isOrdinary);
      }
    }
  }

  private boolean isMovedTo(int end, int next, boolean isOrdinary) {
    try {
      ByteBuffer line = ByteBuffer.wrap(buffer.bytes(), buffer.from(), end - buffer.from());
      text = isOrdinary ? null : SourceText.strict(StandardCharsets.UTF_8).decode(line).toString();
      after = next;
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private boolean isRead() throws IOException {
    StringBuilder line = new StringBuilder();
    isCut = false;
    int c = rest.read();
    if (c < 0) {
      return false;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < longest) {
        line.append((char) c);
      } else {
        isCut = true;
      }
      c = rest.read();
    }
    text = line.toString();
    return true;
  }
}
