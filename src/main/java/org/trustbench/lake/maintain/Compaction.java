package org.trustbench.lake.maintain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.file.ParquetFileCheck;
import org.trustbench.lake.read.DataFileRows;
import org.trustbench.lake.table.StoredRows;

/**
 * Brings files that hold the same submissions of one ingest together in one, and the lists of files
 * of a table too. Ingest writes batches of inspections; other programs that write to the lake may
 * leave many small files.
 */
final class Compaction {
  private static final int MOST_MANIFESTS = 8;

  private final LakeTables tables;
  private final Table table;

  Compaction(LakeTables tables, Table table) {
    this.tables = tables;
    this.table = table;
  }

  /** Gives how often several files became one. */
  int run() {
    List<List<DataFile>> scattered = new ArrayList<>();
    tables.retried(
        () -> {
          table.refresh();
          scattered.clear();
          scattered.addAll(scattered());
          if (!scattered.isEmpty()) {
            rewrite(scattered);
          }
        });
    if (table.currentSnapshot() != null
        && table.currentSnapshot().allManifests(table.io()).size() > MOST_MANIFESTS) {
      tables.retried(() -> table.rewriteManifests().clusterBy(file -> "").commit());
    }
    return scattered.size();
  }

  private List<List<DataFile>> scattered() {
    Map<List<Object>, List<DataFile>> alike = new LinkedHashMap<>();
    for (DataFile file : LakeTables.dataFiles(table)) {
      Object held = table.spec().isUnpartitioned() ? "all" : DataFileRows.in(table, file);
      alike
          .computeIfAbsent(
              List.of(table.spec().partitionToPath(file.partition()), held),
              place -> new ArrayList<>())
          .add(file);
    }
    return alike.values().stream().filter(files -> files.size() > 1).toList();
  }

  private void rewrite(List<List<DataFile>> scattered) throws IOException {
    RewriteFiles rewrite =
        table.newRewrite().validateFromSnapshot(table.currentSnapshot().snapshotId());
    for (List<DataFile> files : scattered) {
      files.forEach(rewrite::deleteFile);
      rewrite.addFile(merged(table, files, rows -> true));
    }
    rewrite.commit();
  }

  /**
   * Writes the rows of files as one.
   *
   * @param isWanted the rows that are kept
   */
  static DataFile merged(Table table, List<DataFile> files, Predicate<StoredRows> isWanted)
      throws IOException {
    DataFile first = files.get(0);
    DataWriter<Record> writer =
        Parquet.writeData(
                table
                    .io()
                    .newOutputFile(
                        table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet")))
            .forTable(table)
            .withSpec(table.spec())
            .withPartition(first.partition())
            .createWriterFunc(GenericParquetWriter::create)
            .build();
    try (writer) {
      for (DataFile file : files) {
        ParquetFileCheck.ensure(table, file);
        try (CloseableIterable<Record> rows =
            Parquet.read(table.io().newInputFile(file.location()))
                .project(table.schema())
                .createReaderFunc(
                    schema -> GenericParquetReaders.buildReader(table.schema(), schema))
                .build()) {
          for (Record row : rows) {
            if (isWanted.test(StoredRows.of(row))) {
              writer.write(row);
            }
          }
        }
      }
    }
    return writer.toDataFile();
  }
}
