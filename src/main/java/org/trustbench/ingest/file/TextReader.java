package org.trustbench.ingest.file;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes text, and fails on bytes that are none. Whatever stands before them is read first, so
 * that a message names the last line that could be read, however large the buffers are.
 */
final class TextReader extends Reader {
  /** The text has a NUL character, which a damaged or wrongly decoded file holds. */
  static final class NulFound extends CharConversionException {
    private static final long serialVersionUID = 1L;
  }

  private static final int BUFFER = 1 << 14;

  private final InputStream stream;
  private final CharsetDecoder decoder;
  private final boolean isNulAllowed;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private boolean hasAllBytes;
  private boolean isEnded;

  /** What is thrown after the last characters before it. */
  private IOException failure;

  private TextReader(InputStream stream, Charset charset, boolean isNulAllowed) {
    this.stream = stream;
    this.decoder = SourceText.strict(charset);
    this.isNulAllowed = isNulAllowed;
  }

  /** Reads text in which a NUL character is a fault. */
  static TextReader withoutNul(InputStream stream, Charset charset) {
    return new TextReader(stream, charset, false);
  }

  /** Reads text in which a NUL character is left to the caller. */
  static TextReader withNul(InputStream stream, Charset charset) {
    return new TextReader(stream, charset, true);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!chars.hasRemaining() && failure == null && !isEnded) {
      fill();
    }
    if (!chars.hasRemaining() && failure != null) {
      throw failure;
    }
    int found = Math.min(length, chars.remaining());
    chars.get(into, offset, found);
    return found > 0 || length == 0 ? found : -1;
  }

  private void fill() {
    chars.clear();
    try {
      CoderResult result = decoder.decode(bytes, chars, hasAllBytes);
      if (result.isError()) {
        result.throwException();
      }
      if (result.isUnderflow() && !hasAllBytes) {
        readBytes();
      } else if (result.isUnderflow() && chars.position() == 0) {
        isEnded = decoder.flush(chars).isUnderflow();
      }
    } catch (IOException e) {
      failure = e;
    }
    chars.flip();
    endBeforeNul();
  }

  private void readBytes() throws IOException {
    bytes.compact();
    try {
      int found = stream.read(bytes.array(), bytes.position(), bytes.remaining());
      hasAllBytes = found < 0;
      bytes.position(bytes.position() + Math.max(0, found));
    } finally {
      bytes.flip();
    }
  }

  private void endBeforeNul() {
    for (int at = 0; !isNulAllowed && at < chars.limit(); at++) {
      if (chars.get(at) == 0) {
        chars.limit(at);
        failure = new NulFound();
      }
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
