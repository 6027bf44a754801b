package org.trustbench.lake.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.TalliesTable;
import org.trustbench.tally.Tally;

/**
 * Reads what is stored of submissions, by hash and ingest: rows that another ingest wrote of the
 * same submission are left out.
 */
public final class RowsOfSubmissions {
  private final LakeTables tables;
  private final String frameworkHash;

  public RowsOfSubmissions(LakeTables tables, String frameworkHash) {
    this.tables = tables;
    this.frameworkHash = frameworkHash;
  }

  /** The accounts of the files of some submissions. */
  public List<FilesTable.Row> files(Collection<StoredRows> wanted) {
    return of(FilesTable.DEFINITION.name(), wanted, FilesTable::row, FilesTable.Row::stored);
  }

  /** The rejects of some submissions. */
  public List<RejectsTable.Row> rejects(Collection<StoredRows> wanted) {
    return of(RejectsTable.DEFINITION.name(), wanted, RejectsTable::row, RejectsTable.Row::stored);
  }

  /** Tallies under the framework, those of the ingest or of a later scoring. */
  public Map<StoredRows, List<Tally>> tallies(Collection<StoredRows> wanted) {
    Map<StoredRows, List<Tally>> found = underFramework(wanted);
    Set<StoredRows> lacking = new HashSet<>(wanted);
    lacking.removeAll(found.keySet());
    if (!lacking.isEmpty()) {
      List<ScoringsTable.Row> scorings =
          tables.read(ScoringsTable.DEFINITION.name(), ScoringsTable::row).stream()
              .filter(row -> row.frameworkHash().equals(frameworkHash))
              .filter(row -> lacking.contains(row.stored()))
              .toList();
      Map<StoredRows, List<Tally>> later =
          underFramework(scorings.stream().map(ScoringsTable.Row::tallies).toList());
      for (ScoringsTable.Row scoring : scorings) {
        if (later.containsKey(scoring.tallies())) {
          found.put(scoring.stored(), later.get(scoring.tallies()));
        }
      }
    }
    return found;
  }

  private Map<StoredRows, List<Tally>> underFramework(Collection<StoredRows> wanted) {
    Map<StoredRows, List<Tally>> found = new HashMap<>();
    if (!wanted.isEmpty()) {
      Expression filter =
          Expressions.and(Expressions.equal("framework_hash", frameworkHash), ingests(wanted));
      Set<StoredRows> all = new HashSet<>(wanted);
      tables.read(TalliesTable.DEFINITION.name(), TalliesTable::row, filter).stream()
          .filter(row -> all.contains(row.stored()))
          .forEach(
              row ->
                  found
                      .computeIfAbsent(row.stored(), stored -> new ArrayList<>())
                      .add(row.tally()));
    }
    return found;
  }

  private <R> List<R> of(
      String table,
      Collection<StoredRows> wanted,
      Function<Record, R> row,
      Function<R, StoredRows> stored) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<StoredRows> all = new HashSet<>(wanted);
    return tables.read(table, row, ingests(wanted)).stream()
        .filter(one -> all.contains(stored.apply(one)))
        .toList();
  }

  /** Files are told apart by their ingest. */
  private static Expression ingests(Collection<StoredRows> wanted) {
    return Expressions.in(
        StoredRows.INGEST, wanted.stream().map(StoredRows::ingestId).distinct().sorted().toArray());
  }
}
