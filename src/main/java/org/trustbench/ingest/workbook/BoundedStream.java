package org.trustbench.ingest.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails beyond so many bytes, so that a small file cannot unpack to more than anybody means. */
final class BoundedStream extends FilterInputStream {
  private long left;

  /** Says that a part of a workbook is larger than any is. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  BoundedStream(InputStream stream, long most) {
    super(stream);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int found = super.read(bytes, offset, length);
    count(Math.max(0, found));
    return found;
  }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new TooLarge();
    }
  }
}
