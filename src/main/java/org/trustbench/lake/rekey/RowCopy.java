package org.trustbench.lake.rekey;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.trustbench.PipelineException;
import org.trustbench.lake.file.ParquetFileCheck;
import org.trustbench.lake.table.StoredRows;

/**
 * Copies the rows of one data file under a new ingest, with other pseudonyms and nothing else
 * changed. Travels to tasks.
 *
 * @param file where the rows are
 * @param hashes the submissions whose rows are copied
 * @param fingerprint of the key that their pseudonyms are under
 * @param ingestId that the copies are written under
 */
public record RowCopy(
    String name,
    Table table,
    DataFile file,
    HashSet<String> hashes,
    String fingerprint,
    String ingestId)
    implements Serializable {
  /** What holds pseudonyms, in any table. */
  private static final List<String> PSEUDONYMS = List.of("case_id", "inspector");

  /** A copy that was made, and no reader sees yet. */
  public record Made(String table, String ingestId, DataFile file) implements Serializable {}

  /** About how much there is to read. */
  public long bytes() {
    return file.fileSizeInBytes();
  }

  /** A copy of a table that may travel. */
  static Table travelling(Table table) {
    return SerializableTable.copyOf(table);
  }

  /**
   * Makes the copy, and reads it back.
   *
   * @param renewing makes the new pseudonym of an old one
   */
  public Made made(UnaryOperator<String> renewing) throws IOException {
    ParquetFileCheck.ensure(table, file);
    Map<String, String> renewed = new HashMap<>();
    UnaryOperator<String> once = id -> renewed.computeIfAbsent(id, renewing);
    DataWriter<Record> writer =
        Parquet.writeData(
                table
                    .io()
                    .newOutputFile(
                        table
                            .locationProvider()
                            .newDataLocation(ingestId + "/" + UUID.randomUUID() + ".parquet")))
            .forTable(table)
            .withSpec(table.spec())
            .withPartition(partition())
            .createWriterFunc(GenericParquetWriter::create)
            .build();
    try (writer;
        CloseableIterable<Record> rows = rows(file)) {
      for (Record row : rows) {
        if (hashes.contains(StoredRows.of(row).submissionHash())) {
          writer.write(copied(row, once));
        }
      }
    }
    DataFile copy = writer.toDataFile();
    ensureAlike(copy, once);
    return new Made(name, ingestId, copy);
  }

  private GenericRecord partition() {
    GenericRecord partition = GenericRecord.create(table.spec().partitionType());
    for (int i = 0; i < partition.size(); i++) {
      partition.set(i, file.partition().get(i, Object.class));
    }
    partition.setField(StoredRows.INGEST, ingestId);
    return partition;
  }

  private CloseableIterable<Record> rows(DataFile from) {
    return Parquet.read(table.io().newInputFile(from.location()))
        .project(table.schema())
        .createReaderFunc(schema -> GenericParquetReaders.buildReader(table.schema(), schema))
        .build();
  }

  private Record copied(Record row, UnaryOperator<String> renewing) {
    Record copy = row.copy();
    copy.setField(StoredRows.INGEST, ingestId);
    for (String column : PSEUDONYMS) {
      if (table.schema().findField(column) != null && row.getField(column) != null) {
        copy.setField(column, renewing.apply((String) row.getField(column)));
      }
    }
    return copy;
  }

  /** What was written is held to what was read, row by row. */
  private void ensureAlike(DataFile copy, UnaryOperator<String> renewing) throws IOException {
    try (CloseableIterable<Record> from = rows(file);
        CloseableIterable<Record> to = rows(copy)) {
      CloseableIterator<Record> written = to.iterator();
      for (Record row : from) {
        if (hashes.contains(StoredRows.of(row).submissionHash())
            && !(written.hasNext() && copied(row, renewing).equals(written.next()))) {
          throw differs(copy);
        }
      }
      if (written.hasNext()) {
        throw differs(copy);
      }
    }
  }

  private PipelineException differs(DataFile copy) {
    return PipelineException.failed(
        "the copy %s of %s is not as it was written: nothing was changed; run it again, and if that does not help look at the disk"
            .formatted(copy.location(), file.location()));
  }
}
