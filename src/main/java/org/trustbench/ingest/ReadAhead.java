package org.trustbench.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A stream that another thread reads and digests ahead of the reader, a few pieces at most: for a
 * file so large that it is alone on its machine. The bytes, and what goes wrong with them, are
 * those of the stream read here.
 */
final class ReadAhead extends InputStream {
  private static final int PIECE = 1 << 18;
  private static final int PIECES = 4;

  /** Bytes that were read, none at the end, or why there are no more. */
  private record Piece(byte[] bytes, int length, IOException fault) {}

  private final InputStream source;
  private final BlockingQueue<Piece> ahead = new ArrayBlockingQueue<>(PIECES);
  private final Thread thread = new Thread(this::readAll, "read ahead");
  private Piece piece = new Piece(new byte[0], 0, null);
  private int at;
  private boolean isAtEnd;

  ReadAhead(InputStream source) {
    this.source = source;
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    try {
      Piece next;
      do {
        next = nextPiece();
        ahead.put(next);
      } while (next.length > 0);
    } catch (InterruptedException closed) {
      // Nobody reads on.
    }
  }

  private Piece nextPiece() {
    try {
      byte[] bytes = new byte[PIECE];
      return new Piece(bytes, source.readNBytes(bytes, 0, PIECE), null);
    } catch (IOException e) {
      return new Piece(new byte[0], 0, e);
    }
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
    if (at == piece.length && !isAtEnd) {
      piece = taken();
      at = 0;
      isAtEnd = piece.length == 0;
    }
    if (piece.fault != null) {
      throw piece.fault;
    }
    if (isAtEnd) {
      return -1;
    }
    int found = Math.min(length, piece.length - at);
    System.arraycopy(piece.bytes, at, bytes, offset, found);
    at += found;
    return found;
  }

  private Piece taken() throws IOException {
    try {
      return ahead.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Reading was interrupted", e);
    }
  }

  /** Lets the other thread go, which may be waiting for a reader, and closes the stream. */
  @Override
  public void close() throws IOException {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    source.close();
  }
}
