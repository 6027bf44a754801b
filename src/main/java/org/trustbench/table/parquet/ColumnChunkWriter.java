package org.trustbench.table.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;

/**
 * One column of a row group in the making: its pages as bytes, in the encodings of the Parquet
 * format. Texts are a dictionary and their places in it (RLE_DICTIONARY), whole numbers their
 * differences (DELTA_BINARY_PACKED); both carry a definition level each, 0 for null.
 */
final class ColumnChunkWriter {
  private static final int SLAB = 1 << 12;
  private static final int MOST_RANKED = 1 << 10;
  private static final RleBitPackingHybrid LEVELS = new RleBitPackingHybrid(1);

  private final ColumnDescriptor descriptor;
  private final CodecFactory codecs = new CodecFactory(new PlainParquetConfiguration(), 0);
  private final BytesInputCompressor compressor = codecs.getCompressor(DictionaryRowsWriter.CODEC);
  private final Binary[] texts;
  private final Comparator<Binary> order;
  private final int[] sorted;
  private final int[] ranks;
  private final RleBitPackingHybrid places;
  private final DeltaBinaryPackingValuesWriterForLong numbers;
  private final int[] levels = new int[DictionaryRowsWriter.PAGE];
  private final List<Page> pages = new ArrayList<>();
  private final List<Binary> dictionary = new ArrayList<>();
  private final int[] inDictionary;
  private long rows;

  private record Page(int rows, int size, BytesInput bytes, Statistics<?> statistics) {}

  /**
   * Makes a column without rows.
   *
   * @param texts what places in it stand for; null for a column of whole numbers
   */
  ColumnChunkWriter(ColumnDescriptor descriptor, List<String> texts) {
    this.descriptor = descriptor;
    this.order = descriptor.getPrimitiveType().comparator();
    if (texts == null) {
      this.texts = null;
      sorted = null;
      ranks = null;
      inDictionary = null;
      places = null;
      numbers = new DeltaBinaryPackingValuesWriterForLong(SLAB, SLAB, allocator());
    } else {
      this.texts = texts.stream().map(Binary::fromString).toArray(Binary[]::new);
      sorted = texts.size() > MOST_RANKED ? null : sorted(this.texts, order);
      ranks = sorted == null ? null : ranks(sorted);
      inDictionary = new int[texts.size()];
      Arrays.fill(inDictionary, DictionaryRows.NONE);
      places =
          new RleBitPackingHybrid(BytesUtils.getWidthFromMaxInt(Math.max(0, texts.size() - 1)));
      numbers = null;
    }
  }

  private static HeapByteBufferAllocator allocator() {
    return HeapByteBufferAllocator.getInstance();
  }

  /** Texts as Parquet sorts them: by unsigned bytes. */
  private static int[] sorted(Binary[] texts, Comparator<Binary> order) {
    return IntStream.range(0, texts.length)
        .boxed()
        .sorted((a, b) -> order.compare(texts[a], texts[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] ranks(int[] sorted) {
    int[] ranks = new int[sorted.length];
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
    int present = 0;
    for (int i = 0; i < count; i++) {
      levels[i] = values[i] == DictionaryRows.NONE ? 0 : 1;
      values[present] = values[i];
      present += levels[i];
    }
    statistics.setNumNulls(count - present);
    boolean isOneText = present == 0 || ends(values, present, statistics);
    for (int i = 0; i < present; i++) {
      values[i] = inDictionary(values[i]);
    }
    return page(
        present == count ? LEVELS.run(1, count) : LEVELS.encoded(levels, count),
        BytesInput.concat(
            BytesInput.from(new byte[] {(byte) places.width()}),
            BytesInput.from(
                isOneText ? places.run(values[0], present) : places.encoded(values, present))));
  }

  /** Finds the texts that sort first and last; gives whether they are the same. */
  private boolean ends(int[] values, int count, BinaryStatistics statistics) {
    int first = values[0];
    int last = values[0];
    if (ranks != null) {
      int least = ranks[first];
      int most = least;
      for (int i = 1; i < count; i++) {
        int rank = ranks[values[i]];
        least = Math.min(least, rank);
        most = Math.max(most, rank);
      }
      first = sorted[least];
      last = sorted[most];
    } else {
      // Rows name one of many texts in runs.
      for (int i = 1; i < count; i++) {
        if (values[i] != values[i - 1]) {
          first = order.compare(texts[values[i]], texts[first]) < 0 ? values[i] : first;
          last = order.compare(texts[values[i]], texts[last]) > 0 ? values[i] : last;
        }
      }
    }
    statistics.setMinMax(texts[first], texts[last]);
    return first == last;
  }

  /** The place of a text among those that the row group has named so far, and now this. */
  private int inDictionary(int text) {
    if (inDictionary[text] == DictionaryRows.NONE) {
      inDictionary[text] = dictionary.size();
      dictionary.add(texts[text]);
    }
    return inDictionary[text];
  }

  private static BytesInput page(ByteBuffer levels, BytesInput values) {
    return BytesInput.concat(
        BytesInput.fromInt(levels.remaining()), BytesInput.from(levels), values);
  }

  /** Writes the pages that were added as a chunk of the row group, and begins anew without any. */
  void flush(ParquetFileWriter writer) throws IOException {
    writer.startColumn(descriptor, rows, DictionaryRowsWriter.CODEC);
    if (texts != null) {
      writer.writeDictionaryPage(dictionaryPage());
      dictionary.clear();
      Arrays.fill(inDictionary, DictionaryRows.NONE);
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

  private DictionaryPage dictionaryPage() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (Binary text : dictionary) {
      BytesUtils.writeIntLittleEndian(plain, text.length());
      text.writeTo(plain);
    }
    return new DictionaryPage(
        BytesInput.copy(compressor.compress(BytesInput.from(plain))),
        plain.size(),
        dictionary.size(),
        Encoding.PLAIN);
  }

  void close() {
    codecs.release();
    if (numbers != null) {
      numbers.close();
    }
  }
}
