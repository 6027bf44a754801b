package org.trustbench.ingest.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first of them the lowest of a number. */
public final class SwarBytes {
  public static final int BYTES = Long.BYTES;

  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
  private static final long HIGH = 0x8080808080808080L;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private SwarBytes() {}

  /** The word that begins at a place, from which there are eight bytes at least. */
  public static long at(byte[] bytes, int place) {
    return (long) WORD.get(bytes, place);
  }

  /** The first bytes of a word, and 0 for the others; all of it for eight and more. */
  public static long first(long word, int bytes) {
    return bytes >= BYTES ? word : word & ((1L << bytes * 8) - 1);
  }

  /** The word of one byte below 128, eight times. */
  public static long of(int b) {
    return b * 0x0101010101010101L;
  }

  /** The highest bit of each byte that is the same in both. */
  public static long equal(long word, long other) {
    long differences = word ^ other;
    return ~((differences & LOW) + LOW | differences) & HIGH;
  }

  /** The highest bit of each byte that is below one of below 128. */
  public static long below(long word, long limit) {
    return ~((word & LOW) + (HIGH - limit) | word) & HIGH;
  }

  /** Whether each byte is a character of ASCII. */
  public static boolean isAscii(long word) {
    return (word & HIGH) == 0;
  }
}
