package org.trustbench.table.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Columns of a Parquet file as dictionary-encoded rows, whoever wrote it and in whatever encoding.
 * A column's list of texts grows as new ones are met.
 */
public final class DictionaryRowsReader implements DictionaryRows, AutoCloseable {
  private final ParquetFileReader file;
  private final List<ColumnChunkReader> columns = new ArrayList<>();
  private long left;

  /**
   * Opens a file.
   *
   * @param names of columns of text or whole numbers; of those that the file does not have, because
   *     they came to the table later, all values are null
   */
  public DictionaryRowsReader(InputFile input, List<String> names) throws IOException {
    file =
        ParquetFileReader.open(
            input,
            ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .build());
    MessageType whole = file.getFileMetaData().getSchema();
    file.setRequestedSchema(
        new MessageType(
            whole.getName(),
            names.stream().filter(whole::containsField).map(whole::getType).toList()));
    for (String name : names) {
      columns.add(
          whole.containsField(name)
              ? new ColumnChunkReader(whole.getColumnDescription(new String[] {name}))
              : null);
    }
  }

  @Override
  public List<List<String>> texts() {
    List<List<String>> texts = new ArrayList<>();
    columns.forEach(column -> texts.add(column == null ? List.of() : column.texts()));
    return texts;
  }

  @Override
  public int next(int[][] page) {
    try {
      if (left == 0 && !isNextGroup()) {
        return 0;
      }
      int count = (int) Math.min(left, page[0].length);
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i) == null) {
          Arrays.fill(page[i], 0, count, NONE);
        } else {
          columns.get(i).next(page[i], count);
        }
      }
      left -= count;
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isNextGroup() throws IOException {
    PageReadStore group = file.readNextRowGroup();
    if (group == null) {
      return false;
    }
    left = group.getRowCount();
    for (ColumnChunkReader column : columns) {
      if (column != null) {
        column.begin(group.getPageReader(column.descriptor()));
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
