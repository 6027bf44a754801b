package org.trustbench.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first of them the lowest of a number. */
final class Words {
  static final int BYTES = Long.BYTES;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /** The word that begins at a place, from which there are eight bytes at least. */
  static long at(byte[] bytes, int place) {
    return (long) WORD.get(bytes, place);
  }

  /** The first bytes of a word, and 0 for the others; all of it for eight and more. */
  static long first(long word, int bytes) {
    return bytes >= BYTES ? word : word & ((1L << bytes * 8) - 1);
  }
}
