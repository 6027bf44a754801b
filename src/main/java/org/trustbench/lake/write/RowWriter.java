package org.trustbench.lake.write;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.trustbench.lake.file.ParquetOutput;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.table.parquet.DictionaryRows;
import org.trustbench.table.parquet.DictionaryRowsWriter;
import org.trustbench.table.parquet.ParquetRowsWriter;

/**
 * Writes rows of one table as a Parquet data file that no reader sees before it is committed. It
 * travels to tasks.
 */
public final class RowWriter implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Table table;

  public RowWriter(Table table) {
    this.table = SerializableTable.copyOf(table);
  }

  /**
   * What a file holds, by which readers of other submissions and inspections pass it over.
   *
   * @param hashes the first and the last submission in order; empty where that is not said
   * @param inspections the same of inspections
   */
  record Held(String ingestId, Optional<Ends> hashes, Optional<Ends> inspections) {

    /** The first and the last of texts as Iceberg orders them. */
    record Ends(String first, String last) {
      static Optional<Ends> of(List<String> texts) {
        Comparator<CharSequence> order = Comparators.charSequences();
        return texts.isEmpty()
            ? Optional.empty()
            : Optional.of(new Ends(Collections.min(texts, order), Collections.max(texts, order)));
      }
    }

    static Held of(String ingestId, List<String> hashes, List<String> inspections) {
      return new Held(ingestId, Ends.of(hashes), Ends.of(inspections));
    }

    static Held of(String ingestId, List<String> hashes) {
      return of(ingestId, hashes, List.of());
    }
  }

  /**
   * Writes rows of one ingest.
   *
   * @param further values of the table's partition columns after the ingest
   * @return the file; empty if there were no rows
   */
  public <R> Optional<DataFile> write(
      org.trustbench.table.Table<R> definition, Iterator<R> rows, Held held, String... further)
      throws IOException {
    return rows.hasNext()
        ? Optional.of(
            written(
                (file, ids) -> ParquetRowsWriter.write(file, definition, ids, rows),
                count -> metrics(count, held),
                partition(held.ingestId(), further)))
        : Optional.empty();
  }

  /** Writes coded rows of one ingest; the file is kept also without rows. */
  DataFile writeCoded(org.trustbench.table.Table<?> definition, DictionaryRows rows, Held held)
      throws IOException {
    return written(
        (file, ids) -> DictionaryRowsWriter.write(file, definition, ids, rows),
        count -> metrics(count, held),
        held.ingestId());
  }

  /**
   * Writes rows of any submissions.
   *
   * @param partition values of the table's partition columns, in their order
   * @return the file; empty if there were no rows
   */
  public <R> Optional<DataFile> write(
      org.trustbench.table.Table<R> definition, Iterator<R> rows, String... partition)
      throws IOException {
    return rows.hasNext()
        ? Optional.of(
            written(
                (file, ids) -> ParquetRowsWriter.write(file, definition, ids, rows),
                Metrics::new,
                partition))
        : Optional.empty();
  }

  private interface Writing {
    long into(org.apache.parquet.io.OutputFile file, ToIntFunction<String> fieldId)
        throws IOException;
  }

  private DataFile written(Writing writing, LongFunction<Metrics> metrics, String... partition)
      throws IOException {
    String name = UUID.randomUUID() + ".parquet";
    String folder = partition.length == 0 ? "" : String.join("-", partition) + "/";
    OutputFile file =
        table.io().newOutputFile(table.locationProvider().newDataLocation(folder + name));
    ParquetOutput output = new ParquetOutput(file);
    long rows = writing.into(output, column -> table.schema().findField(column).fieldId());
    DataFiles.Builder built =
        DataFiles.builder(table.spec())
            .withPath(file.location())
            .withFormat(FileFormat.PARQUET)
            .withMetrics(metrics.apply(rows))
            .withFileSizeInBytes(output.length());
    return partition.length == 0
        ? built.build()
        : built.withPartition(new PartitionValues(partition)).build();
  }

  private Metrics metrics(long rows, Held held) {
    Map<Integer, ByteBuffer> lowest = new HashMap<>();
    Map<Integer, ByteBuffer> highest = new HashMap<>();
    bound(StoredRows.HASH, held.hashes(), lowest, highest);
    bound(StoredRows.INSPECTION, held.inspections(), lowest, highest);
    return new Metrics(rows, null, null, null, null, lowest, highest);
  }

  private void bound(
      String column,
      Optional<Held.Ends> ends,
      Map<Integer, ByteBuffer> lowest,
      Map<Integer, ByteBuffer> highest) {
    ends.ifPresent(
        of -> {
          int id = table.schema().findField(column).fieldId();
          lowest.put(id, Conversions.toByteBuffer(Types.StringType.get(), of.first()));
          highest.put(id, Conversions.toByteBuffer(Types.StringType.get(), of.last()));
        });
  }

  private static String[] partition(String ingestId, String... further) {
    String[] values = new String[further.length + 1];
    values[0] = ingestId;
    System.arraycopy(further, 0, values, 1, further.length);
    return values;
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
