package org.trustbench.table.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The values of one column of a Parquet file as numbers, page by page. Places in a dictionary are
 * taken as they are; values in any other encoding are decoded one by one.
 */
final class ColumnChunkReader {
  private static final RleBitPackingHybrid LEVELS = new RleBitPackingHybrid(1);

  private final ColumnDescriptor descriptor;
  private final List<String> texts;
  private final Map<String, Integer> places = new HashMap<>();
  private PageReader pages;
  private Dictionary dictionary;
  private int[] ofDictionary;
  private int[] levels = {};
  private int[] values = {};
  private int at;
  private int end;

  ColumnChunkReader(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
    boolean isText =
        descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    this.texts = isText ? new ArrayList<>() : null;
  }

  ColumnDescriptor descriptor() {
    return descriptor;
  }

  /** The texts met so far; null for whole numbers. */
  List<String> texts() {
    return texts;
  }

  /** Goes on with the pages of another row group. */
  void begin(PageReader group) throws IOException {
    pages = group;
    at = 0;
    end = 0;
    DictionaryPage page = group.readDictionaryPage();
    dictionary = page == null ? null : page.getEncoding().initDictionary(descriptor, page);
    ofDictionary = new int[dictionary == null ? 0 : dictionary.getMaxId() + 1];
    for (int id = 0; id < ofDictionary.length; id++) {
      ofDictionary[id] =
          texts == null
              ? Math.toIntExact(dictionary.decodeToLong(id))
              : place(dictionary.decodeToBinary(id));
    }
  }

  /** Gives the next values of the row group, which has so many. */
  void next(int[] column, int count) throws IOException {
    for (int filled = 0; filled < count; ) {
      if (at == end) {
        read(pages.readPage());
      }
      int found = Math.min(count - filled, end - at);
      System.arraycopy(values, at, column, filled, found);
      at += found;
      filled += found;
    }
  }

  private int place(Binary text) {
    return places.computeIfAbsent(
        text.toStringUsingUTF8(),
        added -> {
          texts.add(added);
          return texts.size() - 1;
        });
  }

  private void read(DataPage page) throws IOException {
    if (page == null) {
      throw new IOException("A column of the file has fewer values than rows");
    }
    at = 0;
    end = page.getValueCount();
    if (end > values.length) {
      levels = new int[end];
      values = new int[end];
    }
    if (page instanceof DataPageV1 one) {
      ByteBuffer bytes = one.getBytes().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      int present = end;
      if (descriptor.getMaxDefinitionLevel() > 0) {
        int after = bytes.getInt() + bytes.position();
        present = present(bytes);
        bytes.position(after);
      }
      values(one.getValueEncoding(), bytes, present);
    } else if (page instanceof DataPageV2 two) {
      int present =
          descriptor.getMaxDefinitionLevel() == 0
              ? end
              : present(two.getDefinitionLevels().toByteBuffer());
      values(two.getDataEncoding(), two.getData().toByteBuffer(), present);
    }
  }

  private int present(ByteBuffer bytes) throws IOException {
    LEVELS.decode(bytes, levels, end);
    int present = 0;
    for (int i = 0; i < end; i++) {
      present += levels[i];
    }
    return present;
  }

  private void values(Encoding encoding, ByteBuffer bytes, int present) throws IOException {
    if (encoding.usesDictionary()) {
      if (present > 0) {
        new RleBitPackingHybrid(bytes.get()).decode(bytes, values, present);
      }
      for (int i = 0; i < present; i++) {
        values[i] = ofDictionary[values[i]];
      }
    } else {
      ValuesReader reader = encoding.getValuesReader(descriptor, ValuesType.VALUES);
      reader.initFromPage(present, ByteBufferInputStream.wrap(bytes.slice()));
      for (int i = 0; i < present; i++) {
        values[i] = texts == null ? Math.toIntExact(reader.readLong()) : place(reader.readBytes());
      }
    }
    spread(present);
  }

  /** Moves the values that are there apart, where some are null. */
  private void spread(int present) {
    if (present < end) {
      int from = present;
      for (int to = end - 1; to >= 0; to--) {
        values[to] = levels[to] == 1 ? values[--from] : DictionaryRows.NONE;
      }
    }
  }
}
