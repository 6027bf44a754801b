package org.trustbench.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Columns of a Parquet file as coded rows, whoever wrote it and in whatever encoding. A column's
 * list of texts grows as new ones are met.
 */
public final class CodedFile implements CodedRows, AutoCloseable {
  private final ParquetFileReader file;
  private final MessageType schema;
  private final String createdBy;
  private final List<Values> values = new ArrayList<>();
  private final List<ColumnReader> readers = new ArrayList<>();
  private long left;

  /**
   * Opens a file.
   *
   * @param columns names of columns of text or whole numbers, all of which the file has
   */
  public CodedFile(InputFile input, List<String> columns) throws IOException {
    file =
        ParquetFileReader.open(
            input, ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    MessageType whole = file.getFileMetaData().getSchema();
    createdBy = file.getFileMetaData().getCreatedBy();
    schema = new MessageType(whole.getName(), columns.stream().map(whole::getType).toList());
    file.setRequestedSchema(schema);
    schema
        .getColumns()
        .forEach(
            column ->
                values.add(
                    new Values(
                        column.getPrimitiveType().getPrimitiveTypeName()
                            == PrimitiveTypeName.BINARY)));
  }

  @Override
  public List<List<String>> texts() {
    return values.stream().map(column -> column.texts).toList();
  }

  @Override
  public int next(int[][] columns) {
    try {
      if (left == 0 && !isNextGroup()) {
        return 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int count = (int) Math.min(left, columns[0].length);
    for (int i = 0; i < columns.length; i++) {
      fill(columns[i], readers.get(i), values.get(i), count);
    }
    left -= count;
    return count;
  }

  private static void fill(int[] column, ColumnReader reader, Values values, int count) {
    int present = reader.getDescriptor().getMaxDefinitionLevel();
    for (int i = 0; i < count; i++) {
      if (reader.getCurrentDefinitionLevel() == present) {
        reader.writeCurrentValueToConverter();
        column[i] = values.last;
      } else {
        column[i] = NONE;
      }
      reader.consume();
    }
  }

  private boolean isNextGroup() throws IOException {
    PageReadStore pages = file.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    left = pages.getRowCount();
    ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new Root(), schema, createdBy);
    readers.clear();
    schema.getColumns().forEach(column -> readers.add(store.getColumnReader(column)));
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return values.get(field);
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** Takes in the values of one column; knows the last as a number. */
  private static final class Values extends PrimitiveConverter {
    private final List<String> texts;
    private final Map<String, Integer> places = new HashMap<>();
    private int[] ofDictionary;
    private int last;

    Values(boolean isText) {
      texts = isText ? new ArrayList<>() : null;
    }

    private int place(Binary text) {
      return places.computeIfAbsent(
          text.toStringUsingUTF8(),
          added -> {
            texts.add(added);
            return texts.size() - 1;
          });
    }

    @Override
    public boolean hasDictionarySupport() {
      return texts != null;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      ofDictionary = new int[dictionary.getMaxId() + 1];
      for (int id = 0; id < ofDictionary.length; id++) {
        ofDictionary[id] = place(dictionary.decodeToBinary(id));
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      last = ofDictionary[id];
    }

    @Override
    public void addBinary(Binary text) {
      last = place(text);
    }

    @Override
    public void addLong(long number) {
      last = Math.toIntExact(number);
    }
  }
}
