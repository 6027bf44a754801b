package org.trustbench.ingest.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The bytes of a part of a workbook. Fails beyond a bound, so that a small file cannot unpack to
 * more than anybody means, and at the end where they are not those that were packed.
 */
final class BoundedStream extends FilterInputStream {
  /** So many bytes one tag, comment or stretch of text may take; a cell holds 32,767 characters. */
  private static final long MOST_AT_ONCE = 1L << 25;

  private final ZipEntry entry;
  private final CRC32 sum = new CRC32();
  private final long most;
  private long found;
  private long mostNow;

  /** Says that a part of a workbook is larger than any is. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  BoundedStream(InputStream stream, ZipEntry entry, long most) throws TooLarge {
    super(stream);
    this.entry = entry;
    this.most = most;
    if (entry.getSize() > most) {
      throw new TooLarge();
    }
    startOfMarkup();
  }

  /** Says that what was read before is done with, and a new piece of markup begins. */
  void startOfMarkup() {
    mostNow = Math.min(most, found + MOST_AT_ONCE);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0) {
      checkWhole();
      return read;
    }
    sum.update(bytes, offset, read);
    found += read;
    if (found > mostNow) {
      throw new TooLarge();
    }
    return read;
  }

  private void checkWhole() throws ZipException {
    boolean isOther =
        entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()
            || entry.getSize() >= 0 && entry.getSize() != found;
    if (isOther) {
      throw new ZipException("part " + entry.getName() + " is damaged");
    }
  }
}
