package org.trustbench.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.BinaryStatistics;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;

/**
 * One column of a row group in the making: its pages as bytes, in the encodings of the Parquet
 * format. Texts are a dictionary and their places in it (RLE_DICTIONARY), whole numbers their
 * differences (DELTA_BINARY_PACKED); both carry a definition level each, 0 for null.
 */
final class CodedColumn {
  private static final int SLAB = 1 << 12;
  private static final int MOST_RANKED = 1 << 10;
  private static final HybridCodes LEVELS = new HybridCodes(1);

  private final ColumnDescriptor descriptor;
  private final BytesInputCompressor compressor;
  private final Binary[] texts;
  private final Comparator<Binary> order;
  private final int[] ranks;
  private final HybridCodes places;
  private final DeltaBinaryPackingValuesWriterForLong numbers;
  private final int[] levels = new int[ParquetCodes.PAGE];
  private final List<Page> pages = new ArrayList<>();
  private long rows;

  private record Page(int rows, int size, BytesInput bytes, Statistics<?> statistics) {}

  /**
   * Makes a column without rows.
   *
   * @param texts what places in it stand for; null for a column of whole numbers
   */
  CodedColumn(ColumnDescriptor descriptor, List<String> texts, BytesInputCompressor compressor) {
    this.descriptor = descriptor;
    this.order = descriptor.getPrimitiveType().comparator();
    this.compressor = compressor;
    if (texts == null) {
      this.texts = null;
      ranks = null;
      places = null;
      numbers = new DeltaBinaryPackingValuesWriterForLong(SLAB, SLAB, allocator());
    } else {
      this.texts = texts.stream().map(Binary::fromString).toArray(Binary[]::new);
      ranks = ranks(this.texts, order);
      places = new HybridCodes(BytesUtils.getWidthFromMaxInt(Math.max(0, texts.size() - 1)));
      numbers = null;
    }
  }

  private static HeapByteBufferAllocator allocator() {
    return HeapByteBufferAllocator.getInstance();
  }

  /** Whether a text sorts before another as Parquet sorts them: by unsigned bytes. */
  private boolean isBefore(int place, int other) {
    return ranks == null
        ? order.compare(texts[place], texts[other]) < 0
        : ranks[place] < ranks[other];
  }

  /** The place of each text when they are sorted; null for many, which rows name in runs. */
  private static int[] ranks(Binary[] texts, Comparator<Binary> order) {
    if (texts.length > MOST_RANKED) {
      return null;
    }
    int[] sorted =
        IntStream.range(0, texts.length)
            .boxed()
            .sorted((a, b) -> order.compare(texts[a], texts[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[texts.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    return ranks;
  }

  /** Adds a page; its values are overwritten. */
  void add(int[] values, int count) throws IOException {
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    BytesInput whole =
        texts == null
            ? numbers(values, count, (LongStatistics) statistics)
            : places(values, count, (BinaryStatistics) statistics);
    int size = Math.toIntExact(whole.size());
    pages.add(new Page(count, size, BytesInput.copy(compressor.compress(whole)), statistics));
    rows += count;
  }

  private BytesInput numbers(int[] values, int count, LongStatistics statistics) {
    numbers.reset();
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      numbers.writeLong(values[i]);
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    statistics.setMinMax(least, most);
    return page(LEVELS.run(1, count), numbers.getBytes());
  }

  private BytesInput places(int[] values, int count, BinaryStatistics statistics) {
    int least = CodedRows.NONE;
    int most = CodedRows.NONE;
    int last = CodedRows.NONE;
    int present = 0;
    for (int i = 0; i < count; i++) {
      int value = values[i];
      if (value != last && value != CodedRows.NONE) {
        least = least < 0 || isBefore(value, least) ? value : least;
        most = most < 0 || isBefore(most, value) ? value : most;
        last = value;
      }
      levels[i] = value == CodedRows.NONE ? 0 : 1;
      values[present] = value;
      present += levels[i];
    }
    statistics.setNumNulls(count - present);
    if (present > 0) {
      statistics.setMinMax(texts[least], texts[most]);
    }
    return page(
        present == count ? LEVELS.run(1, count) : LEVELS.encoded(levels, count),
        BytesInput.concat(
            BytesInput.from(new byte[] {(byte) places.width()}),
            BytesInput.from(
                least == most ? places.run(least, present) : places.encoded(values, present))));
  }

  private static BytesInput page(ByteBuffer levels, BytesInput values) {
    return BytesInput.concat(
        BytesInput.fromInt(levels.remaining()), BytesInput.from(levels), values);
  }

  /** Writes the pages that were added as a chunk of the row group, and begins anew without any. */
  void flush(ParquetFileWriter writer) throws IOException {
    writer.startColumn(descriptor, rows, ParquetCodes.CODEC);
    if (texts != null) {
      writer.writeDictionaryPage(dictionary());
    }
    for (Page page : pages) {
      writer.writeDataPage(
          page.rows,
          page.size,
          page.bytes,
          page.statistics,
          page.rows,
          Encoding.RLE,
          Encoding.RLE,
          texts == null ? Encoding.DELTA_BINARY_PACKED : Encoding.RLE_DICTIONARY);
    }
    writer.endColumn();
    pages.clear();
    rows = 0;
  }

  private DictionaryPage dictionary() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (Binary text : texts) {
      BytesUtils.writeIntLittleEndian(plain, text.length());
      text.writeTo(plain);
    }
    return new DictionaryPage(
        BytesInput.copy(compressor.compress(BytesInput.from(plain))),
        plain.size(),
        texts.length,
        Encoding.PLAIN);
  }

  void close() {
    if (numbers != null) {
      numbers.close();
    }
  }
}
