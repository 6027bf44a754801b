package org.trustbench.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.trustbench.table.ParquetRows;

/**
 * Writes rows of one table as a Parquet data file that no reader sees before it is committed. It
 * travels to tasks.
 */
final class RowWriter implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Table table;

  RowWriter(Table table) {
    this.table = SerializableTable.copyOf(table);
  }

  /**
   * Writes rows that all belong to one partition.
   *
   * @param partition values of the table's partition columns, in their order
   * @return the file, or null if there were no rows
   */
  <R> DataFile write(
      org.trustbench.table.Table<R> definition, Iterator<R> rows, String... partition)
      throws IOException {
    if (!rows.hasNext()) {
      return null;
    }
    String name = UUID.randomUUID() + ".parquet";
    String folder = partition.length == 0 ? "" : String.join("-", partition) + "/";
    OutputFile file =
        table.io().newOutputFile(table.locationProvider().newDataLocation(folder + name));
    ParquetOutput output = new ParquetOutput(file);
    long written =
        ParquetRows.write(
            output, definition, column -> table.schema().findField(column).fieldId(), rows);
    DataFiles.Builder built =
        DataFiles.builder(table.spec())
            .withPath(file.location())
            .withFormat(FileFormat.PARQUET)
            .withRecordCount(written)
            .withFileSizeInBytes(output.length());
    return partition.length == 0
        ? built.build()
        : built.withPartition(new PartitionValues(partition)).build();
  }

  /** Partition values, all of them text. */
  private record PartitionValues(String[] values) implements org.apache.iceberg.StructLike {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public <T> T get(int position, Class<T> type) {
      return type.cast(values[position]);
    }

    @Override
    public <T> void set(int position, T value) {
      throw new UnsupportedOperationException();
    }
  }
}
