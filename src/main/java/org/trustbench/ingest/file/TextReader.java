package org.trustbench.ingest.file;

import java.io.CharConversionException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Reads text, and fails on a NUL character, which a damaged or wrongly decoded file holds. */
final class TextReader extends FilterReader {
  /** What was read is no text. */
  static final class NotText extends CharConversionException {
    private static final long serialVersionUID = 1L;
  }

  TextReader(Reader reader) {
    super(reader);
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    check(c == 0);
    return c;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int found = super.read(into, offset, length);
    for (int i = 0; i < found; i++) {
      check(into[offset + i] == 0);
    }
    return found;
  }

  private static void check(boolean isNul) throws NotText {
    if (isNul) {
      throw new NotText();
    }
  }
}
