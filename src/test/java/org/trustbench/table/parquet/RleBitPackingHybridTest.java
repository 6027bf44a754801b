package org.trustbench.table.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are compared with what Parquet's own encoder and decoder make of the same numbers. */
class RleBitPackingHybridTest {
  private static final int MOST = 1_000;

  /** Numbers in runs of up to some length, in an array whose length is a multiple of 8. */
  private static int[] numbers(Random random, int count, int width, int longestRun) {
    int[] numbers = new int[(count + 7) / 8 * 8];
    for (int i = 0; i < count; ) {
      int number = width == 0 ? 0 : random.nextInt() >>> 32 - width;
      int to = Math.min(count, i + 1 + random.nextInt(longestRun));
      Arrays.fill(numbers, i, to, number);
      i = to;
    }
    return numbers;
  }

  private static int[] decodedByParquet(ByteBuffer bytes, int width, int count) throws IOException {
    RunLengthBitPackingHybridDecoder decoder =
        new RunLengthBitPackingHybridDecoder(
            width, org.apache.parquet.bytes.ByteBufferInputStream.wrap(bytes));
    int[] decoded = new int[count];
    for (int i = 0; i < count; i++) {
      decoded[i] = decoder.readInt();
    }
    return decoded;
  }

  private static ByteBuffer encodedByParquet(int[] numbers, int width, int count)
      throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            width, 64, 1 << 16, HeapByteBufferAllocator.getInstance())) {
      for (int i = 0; i < count; i++) {
        encoder.writeInt(numbers[i]);
      }
      return ByteBuffer.wrap(encoder.toBytes().toByteArray());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 9, 13, 16, 17, 24, 31, 32})
  void numbers_of_any_width_come_back_here_and_in_parquet(int width) throws IOException {
    Random random = new Random(width);
    RleBitPackingHybrid codes = new RleBitPackingHybrid(width);
    for (int round = 0; round < 200; round++) {
      int count = 1 + random.nextInt(MOST);
      int[] numbers = numbers(random, count, width, 1 + random.nextInt(40));
      int[] expected = Arrays.copyOf(numbers, count);

      ByteBuffer encoded = codes.encoded(numbers, count);
      assertThat(decodedByParquet(encoded.duplicate(), width, count)).isEqualTo(expected);

      int[] decoded = new int[count + random.nextInt(9)];
      codes.decode(encoded, decoded, count);
      assertThat(decoded).startsWith(expected);
      assertThat(encoded.remaining()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 8, 15, 32})
  void what_parquet_encodes_in_a_mixture_of_runs_is_read(int width) throws IOException {
    Random random = new Random(width);
    for (int round = 0; round < 200; round++) {
      int count = 1 + random.nextInt(MOST);
      int[] numbers = numbers(random, count, width, 30);
      int[] decoded = new int[count];
      new RleBitPackingHybrid(width)
          .decode(encodedByParquet(numbers, width, count), decoded, count);
      assertThat(decoded).isEqualTo(Arrays.copyOf(numbers, count));
    }
  }

  @Test
  void one_run_is_what_its_numbers_one_by_one_are() {
    RleBitPackingHybrid codes = new RleBitPackingHybrid(9);
    int[] numbers = new int[800];
    Arrays.fill(numbers, 300);
    assertThat(codes.run(300, 797)).isEqualTo(codes.encoded(numbers, 797));
    assertThat(codes.run(300, 0).remaining()).isZero();
  }

  @Test
  void bytes_that_end_early_are_no_numbers() {
    RleBitPackingHybrid codes = new RleBitPackingHybrid(5);
    int[] numbers = numbers(new Random(1), 400, 5, 1);
    ByteBuffer encoded = codes.encoded(numbers, 400);
    for (int length = 0; length < encoded.limit(); length++) {
      ByteBuffer cut = encoded.duplicate().limit(length);
      assertThatThrownBy(() -> codes.decode(cut, new int[400], 400))
          .isInstanceOf(IOException.class);
    }
    ByteBuffer empty = ByteBuffer.wrap(new byte[] {0, 0, 0});
    assertThatThrownBy(() -> codes.decode(empty, new int[400], 400))
        .isInstanceOf(IOException.class);
  }
}
