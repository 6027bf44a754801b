package org.trustbench.table.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * Small numbers in the RLE/bit-packing hybrid of the Parquet format: runs of one number, or eights
 * of numbers of a few bits each. A sequence of few runs is written as runs alone, another as eights
 * alone; both are read, in any mixture.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Encodings,
 *     Apache Parquet</a>
 */
final class RleBitPackingHybrid {
  private static final int EIGHT = 8;

  /** Shorter runs than this take more room than eights. */
  private static final int SHORTEST_MEAN_RUN = 8;

  private final int width;
  private final int widthInBytes;
  private final BytePacker packer;

  /**
   * Makes a coder.
   *
   * @param width bits of the largest number, 0 to 32
   */
  RleBitPackingHybrid(int width) {
    this.width = width;
    this.widthInBytes = BytesUtils.paddedByteCountFromBits(width);
    this.packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
  }

  int width() {
    return width;
  }

  /** Encodes the first numbers of an array, whose length is a multiple of 8. */
  ByteBuffer encoded(int[] numbers, int count) {
    int runs = runs(numbers, count);
    return runs * (long) SHORTEST_MEAN_RUN <= Math.max(count, SHORTEST_MEAN_RUN)
        ? inRuns(numbers, count, runs)
        : inEights(numbers, count);
  }

  /** Encodes one number that is there so many times. */
  ByteBuffer run(int number, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(5 + widthInBytes);
    if (count > 0) {
      run(bytes, number, count);
    }
    return bytes.flip();
  }

  private static int runs(int[] numbers, int count) {
    int runs = count > 0 ? 1 : 0;
    for (int i = 1; i < count; i++) {
      runs += numbers[i] == numbers[i - 1] ? 0 : 1;
    }
    return runs;
  }

  private ByteBuffer inRuns(int[] numbers, int count, int runs) {
    ByteBuffer bytes = ByteBuffer.allocate(runs * (5 + widthInBytes));
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && numbers[to] == numbers[from]) {
        to++;
      }
      run(bytes, numbers[from], to - from);
      from = to;
    }
    return bytes.flip();
  }

  private void run(ByteBuffer bytes, int number, int count) {
    header(bytes, count << 1);
    for (int i = 0; i < widthInBytes; i++) {
      bytes.put((byte) (number >>> EIGHT * i));
    }
  }

  private ByteBuffer inEights(int[] numbers, int count) {
    int eights = (count + EIGHT - 1) / EIGHT;
    Arrays.fill(numbers, count, eights * EIGHT, 0);
    ByteBuffer bytes = ByteBuffer.allocate(5 + eights * width);
    header(bytes, eights << 1 | 1);
    byte[] packed = bytes.array();
    int at = bytes.position();
    for (int eight = 0; eight < eights; eight++) {
      packer.pack8Values(numbers, eight * EIGHT, packed, at);
      at += width;
    }
    return bytes.position(at).flip();
  }

  private static void header(ByteBuffer bytes, int value) {
    int left = value;
    while ((left & ~0x7F) != 0) {
      bytes.put((byte) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    bytes.put((byte) left);
  }

  /**
   * Decodes numbers.
   *
   * @param bytes what was encoded; its position comes to lie after what was read
   * @throws IOException if the bytes are not what an encoder made of so many numbers
   */
  void decode(ByteBuffer bytes, int[] numbers, int count) throws IOException {
    try {
      for (int done = 0; done < count; ) {
        int header = header(bytes);
        int length = header >>> 1;
        if (length == 0) {
          throw new IOException("A run in the file is empty");
        }
        done =
            (header & 1) == 0
                ? ofRun(bytes, numbers, done, (int) Math.min(count, (long) done + length))
                : ofEights(bytes, numbers, done, count, length);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("A page in the file ends early", e);
    }
  }

  private int ofRun(ByteBuffer bytes, int[] numbers, int from, int to) {
    int number = 0;
    for (int i = 0; i < widthInBytes; i++) {
      number |= (bytes.get() & 0xFF) << EIGHT * i;
    }
    Arrays.fill(numbers, from, to, number);
    return to;
  }

  private int ofEights(ByteBuffer bytes, int[] numbers, int from, int count, int eights) {
    int at = bytes.position();
    int done = from;
    for (int eight = 0; eight < eights && done < count; eight++, at += width) {
      if (done + EIGHT <= numbers.length) {
        packer.unpack8Values(bytes, at, numbers, done);
      } else {
        int[] last = new int[EIGHT];
        packer.unpack8Values(bytes, at, last, 0);
        System.arraycopy(last, 0, numbers, done, numbers.length - done);
      }
      done += EIGHT;
    }
    bytes.position(at);
    return Math.min(done, count);
  }

  private static int header(ByteBuffer bytes) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int one = bytes.get();
      value |= (one & 0x7F) << shift;
      if (one >= 0) {
        return value;
      }
    }
  }
}
