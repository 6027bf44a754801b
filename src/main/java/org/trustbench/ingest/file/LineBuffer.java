package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Bytes of a stream that are looked at where they lie. The buffer begins with a line that has not
 * been passed yet; whoever finds that the line goes on beyond the bytes that are there asks for
 * more, which moves the line to the front.
 */
public final class LineBuffer {
  private final InputStream stream;
  private final byte[] bytes;
  private final int room;
  private int from;
  private int to;
  private boolean isEnded;

  /**
   * Makes a buffer.
   *
   * @param room the longest line in bytes, its end included, that is held
   */
  public LineBuffer(InputStream stream, int room) {
    this.stream = stream;
    this.room = room;
    this.bytes = new byte[room + SwarBytes.BYTES];
  }

  /** The bytes, and eight more after those that are there. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the line begins. */
  public int from() {
    return from;
  }

  /** Where the bytes that are there end. */
  public int to() {
    return to;
  }

  /** Whether the stream ends with the bytes that are there. */
  public boolean isEnded() {
    return isEnded;
  }

  /** Passes over all before a place. */
  public void pass(int place) {
    from = place;
  }

  /** Takes in more of the stream; false where there is no more, or no room for it. */
  public boolean more() throws IOException {
    System.arraycopy(bytes, from, bytes, 0, to - from);
    to -= from;
    from = 0;
    if (to == room) {
      return false;
    }
    int read = stream.read(bytes, to, room - to);
    isEnded = read < 0;
    to += Math.max(read, 0);
    return !isEnded;
  }

  /** All that has not been passed, to be read in another way. */
  public InputStream rest() throws IOException {
    if (from == to) {
      return stream;
    }
    PushbackInputStream rest = new PushbackInputStream(stream, to - from);
    rest.unread(bytes, from, to - from);
    return rest;
  }
}
