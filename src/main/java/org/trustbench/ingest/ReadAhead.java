package org.trustbench.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.trustbench.Ahead;

/**
 * A stream that another thread reads and digests ahead of the reader: for a file so large that it
 * is alone on its machine. The bytes, and what goes wrong with them, are those of the stream read
 * here.
 */
final class ReadAhead extends InputStream {
  private static final int PIECE = 1 << 18;

  private final InputStream source;
  private final Ahead<byte[], IOException> ahead;
  private byte[] piece = {};
  private int at;

  ReadAhead(InputStream source) {
    this.source = source;
    this.ahead =
        new Ahead<>(
            "read ahead",
            () -> {
              byte[] next = source.readNBytes(PIECE);
              return next.length == 0 ? null : next;
            });
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == piece.length) {
      byte[] next = ahead.next();
      if (next == null) {
        return -1;
      }
      piece = next;
      at = 0;
    }
    int found = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, bytes, offset, found);
    at += found;
    return found;
  }

  @Override
  public void close() throws IOException {
    ahead.close();
    source.close();
  }
}
