package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import org.trustbench.tasks.Prefetcher;

/**
 * A stream that another thread reads and digests ahead of the reader: for a file so large that it
 * is alone on its machine. The bytes, and what goes wrong with them, are those of the stream read
 * here.
 */
final class PrefetchingInputStream extends PieceStream {
  private static final int PIECE = 1 << 18;

  private final InputStream source;
  private final Prefetcher<byte[], IOException> ahead;
  private byte[] piece = {};
  private int at;

  PrefetchingInputStream(InputStream source) {
    this.source = source;
    this.ahead =
        new Prefetcher<>(
            "read ahead",
            () -> {
              byte[] next = source.readNBytes(PIECE);
              return next.length == 0 ? null : next;
            });
  }

  @Override
  int piece(byte[] bytes, int offset, int length) throws IOException {
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
