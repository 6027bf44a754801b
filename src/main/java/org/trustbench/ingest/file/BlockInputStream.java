package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read by the piece, of which a single byte is one too. */
abstract class BlockInputStream extends InputStream {

  /** At least one byte, or -1 at the end; never asked for none. */
  abstract int piece(byte[] bytes, int offset, int length) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return piece(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public final int read(byte[] bytes, int offset, int length) throws IOException {
    return length == 0 ? 0 : piece(bytes, offset, length);
  }
}
