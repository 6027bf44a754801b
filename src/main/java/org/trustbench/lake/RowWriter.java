package org.trustbench.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

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
   * @return the file, or null if there were no rows
   */
  <R> DataFile write(org.trustbench.Table<R> definition, Iterator<R> rows) throws IOException {
    if (!rows.hasNext()) {
      return null;
    }
    List<? extends Function<R, Object>> values =
        definition.columns().stream().map(org.trustbench.Column::value).toList();
    GenericRecord record = GenericRecord.create(table.schema());
    fill(record, rows.next(), values);
    PartitionKey partition = new PartitionKey(table.spec(), table.schema());
    partition.partition(record);
    String name = UUID.randomUUID() + ".parquet";
    String location =
        table.spec().isUnpartitioned()
            ? table.locationProvider().newDataLocation(name)
            : table.locationProvider().newDataLocation(table.spec(), partition, name);
    DataWriter<Record> writer =
        Parquet.writeData(table.io().newOutputFile(location))
            .forTable(table)
            .withPartition(table.spec().isUnpartitioned() ? null : partition)
            .createWriterFunc(GenericParquetWriter::create)
            .build();
    try (writer) {
      writer.write(record);
      while (rows.hasNext()) {
        fill(record, rows.next(), values);
        writer.write(record);
      }
    }
    return writer.toDataFile();
  }

  private static <R> void fill(
      GenericRecord record, R row, List<? extends Function<R, Object>> values) {
    for (int i = 0; i < values.size(); i++) {
      record.set(i, values.get(i).apply(row));
    }
  }
}
