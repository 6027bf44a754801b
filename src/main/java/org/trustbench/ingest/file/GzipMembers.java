package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What a gzip file holds: its members one after another, as RFC 1952 has them, to the file's last
 * byte. Nothing but zeros may follow them. (The JDK's own stream takes whatever it cannot read
 * after a member for the end of the file.)
 */
public final class GzipMembers extends BlockInputStream {
  private static final int DEFLATED = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int to;
  private boolean isBegun;
  private boolean isEnded;
  private Fault fault;

  /** What is wrong with the file. */
  public static final class Fault extends ZipException {
    private static final long serialVersionUID = 1L;
    private final Kind kind;

    Fault(Kind kind) {
      super(kind.name());
      this.kind = kind;
    }

    Kind kind() {
      return kind;
    }
  }

  /** What may be wrong with a file. */
  enum Kind {
    NOT_PACKED,
    DAMAGED,
    FOLLOWED
  }

  /** Unpacks a stream from its beginning. */
  GzipMembers(InputStream packed) {
    this.packed = packed;
  }

  @Override
  int piece(byte[] bytes, int offset, int length) throws IOException {
    if (fault != null) {
      throw fault;
    }
    try {
      return unpacked(bytes, offset, length);
    } catch (Fault e) {
      fault = e;
      throw e;
    } catch (DataFormatException e) {
      fault = new Fault(Kind.DAMAGED);
      throw fault;
    }
  }

  private int unpacked(byte[] bytes, int offset, int length)
      throws IOException, DataFormatException {
    isEnded |= !isBegun && !isMember();
    isBegun = true;
    while (!isEnded) {
      int found = inflater.inflate(bytes, offset, length);
      if (found > 0) {
        crc.update(bytes, offset, found);
        return found;
      }
      if (inflater.finished()) {
        at = to - inflater.getRemaining();
        checkTrailer();
        isEnded = !isMember();
      } else if (inflater.needsDictionary() || !isFilled()) {
        throw new Fault(Kind.DAMAGED);
      } else {
        inflater.setInput(buffer, at, to - at);
        at = to;
      }
    }
    return -1;
  }

  /** Begins the next member; false at the end of the file. */
  private boolean isMember() throws IOException {
    if (isBegun && !isFilled()) {
      return false;
    }
    if (isBegun && buffer[at] == 0) {
      checkPadding();
      return false;
    }
    crc.reset();
    Kind otherwise = isBegun ? Kind.FOLLOWED : Kind.NOT_PACKED;
    for (int mark : new int[] {0x1F, 0x8B}) {
      if (!isFilled() || next() != mark) {
        throw new Fault(otherwise);
      }
    }
    passHeader();
    inflater.reset();
    crc.reset();
    return true;
  }

  private void passHeader() throws IOException {
    int method = next();
    int flags = next();
    check(method == DEFLATED && (flags & RESERVED) == 0);
    pass(6);
    if ((flags & EXTRA) != 0) {
      pass(next() | next() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && next() != 0) {
        // A text ends with a zero.
      }
    }
    if ((flags & HEADER_CRC) != 0) {
      long sum = crc.getValue() & 0xFFFF;
      check(sum == (next() | next() << 8));
    }
  }

  private void checkTrailer() throws IOException {
    long sum = crc.getValue();
    long size = inflater.getBytesWritten() & 0xFFFF_FFFFL;
    check(sum == word());
    check(size == word());
  }

  private void checkPadding() throws IOException {
    while (isFilled()) {
      if (buffer[at++] != 0) {
        throw new Fault(Kind.FOLLOWED);
      }
    }
  }

  private long word() throws IOException {
    long word = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      word |= (long) next() << shift;
    }
    return word;
  }

  private void pass(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  /** The next byte of a header or trailer, none of which may end early. */
  private int next() throws IOException {
    check(isFilled());
    crc.update(buffer[at]);
    return buffer[at++] & 0xFF;
  }

  private static void check(boolean isSound) throws Fault {
    if (!isSound) {
      throw new Fault(Kind.DAMAGED);
    }
  }

  /** Whether there is a byte; reads more of the file where the buffer has none. */
  private boolean isFilled() throws IOException {
    if (at == to) {
      at = 0;
      do {
        to = packed.read(buffer, 0, buffer.length);
      } while (to == 0);
      to = Math.max(0, to);
    }
    return at < to;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
