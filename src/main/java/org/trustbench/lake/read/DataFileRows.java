package org.trustbench.lake.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.trustbench.lake.file.ParquetInput;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.table.parquet.DictionaryRows;
import org.trustbench.table.parquet.DictionaryRowsReader;

/** The submissions and the ingest whose rows a data file holds. */
public final class DataFileRows {
  private static final int PAGE = 1 << 12;

  private DataFileRows() {}

  public static Set<StoredRows> in(Table table, DataFile file) {
    String ingest = file.partition().get(0, String.class);
    Set<StoredRows> held = new HashSet<>();
    hashes(table, file).forEach(hash -> held.add(new StoredRows(hash, ingest)));
    return held;
  }

  /** The bounds in the metadata may show that all rows are of one submission. */
  private static Set<String> hashes(Table table, DataFile file) {
    int column = table.schema().findField(StoredRows.HASH).fieldId();
    Optional<String> lowest = bound(file.lowerBounds(), column);
    return lowest.isPresent() && lowest.equals(bound(file.upperBounds(), column))
        ? Set.of(lowest.get())
        : read(table, file);
  }

  /** A bound of a column of texts; empty where the metadata has none. */
  public static Optional<String> bound(Map<Integer, ByteBuffer> bounds, int column) {
    return Optional.ofNullable(bounds)
        .map(of -> of.get(column))
        .map(bound -> Conversions.fromByteBuffer(Types.StringType.get(), bound).toString());
  }

  private static Set<String> read(Table table, DataFile file) {
    Set<String> hashes = new HashSet<>();
    ParquetInput input = new ParquetInput(table.io().newInputFile(file.location()));
    try (DictionaryRowsReader rows = new DictionaryRowsReader(input, List.of(StoredRows.HASH))) {
      int[][] page = new int[1][PAGE];
      for (int found = rows.next(page); found > 0; found = rows.next(page)) {
        for (int i = 0; i < found; i++) {
          hashes.add(
              page[0][i] == DictionaryRows.NONE ? null : rows.texts().get(0).get(page[0][i]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hashes;
  }
}
