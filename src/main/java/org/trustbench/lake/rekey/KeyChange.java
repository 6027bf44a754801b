package org.trustbench.lake.rekey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.io.CloseableIterable;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.read.DataFileRows;
import org.trustbench.lake.release.KeyChangeTags;
import org.trustbench.lake.release.Releases;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.lake.write.RowWriter;

/**
 * The change of the key that pseudonyms in the lake are under: rows are copied beside those there
 * are, and one commit to {@code submissions} has the present and every release name the copies.
 */
public final class KeyChange {
  private static final List<String> TABLES =
      List.of("cases", "judgements", "second_readings", "rejects", "tallies", "files");

  private final LakeTables tables;
  private final String newest;
  private final Map<StoredRows, StoredRows> copied = new HashMap<>();

  /**
   * Begins.
   *
   * @param newest fingerprint of the key that all is brought under
   */
  public KeyChange(LakeTables tables, String newest) {
    this.tables = tables;
    this.newest = newest;
  }

  /** What is still to be copied. */
  public OutdatedRows outdated() {
    Table table = tables.refreshed(SubmissionsTable.DEFINITION.name());
    List<List<Row>> states = new ArrayList<>(List.of(history()));
    Releases.tags(table).values().stream()
        .distinct()
        .forEach(snapshot -> states.add(historyAt(snapshot)));
    OutdatedRows outdated = OutdatedRows.among(states, newest);
    outdated.fingerprints().keySet().removeAll(copied.keySet());
    return outdated;
  }

  private List<Row> history() {
    return tables.read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row);
  }

  private List<Row> historyAt(long snapshot) {
    return tables.readAt(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, snapshot);
  }

  /**
   * The copies that are to be made.
   *
   * @param ingestIds of the copies, by the ingests that wrote what is copied
   */
  public List<RowCopy> copies(OutdatedRows outdated, UnaryOperator<String> ingestIds) {
    Map<String, Map<String, String>> byIngest = new HashMap<>();
    outdated
        .fingerprints()
        .forEach(
            (rows, fingerprint) ->
                byIngest
                    .computeIfAbsent(rows.ingestId(), ingest -> new HashMap<>())
                    .put(rows.submissionHash(), fingerprint));
    List<RowCopy> copies = new ArrayList<>();
    for (String name : TABLES) {
      Table table = tables.refreshed(name);
      Table travelling = RowCopy.travelling(table);
      for (DataFile file : files(table)) {
        Map<String, String> ofIngest =
            byIngest.getOrDefault(file.partition().get(0, String.class), Map.of());
        if (!ofIngest.isEmpty()) {
          Set<String> held =
              DataFileRows.in(table, file).stream()
                  .map(StoredRows::submissionHash)
                  .filter(ofIngest::containsKey)
                  .collect(Collectors.toSet());
          held.stream()
              .collect(Collectors.groupingBy(ofIngest::get, Collectors.toCollection(HashSet::new)))
              .forEach(
                  (fingerprint, hashes) ->
                      copies.add(
                          new RowCopy(
                              name,
                              travelling,
                              file,
                              hashes,
                              fingerprint,
                              ingestIds.apply(file.partition().get(0, String.class)))));
        }
      }
    }
    return copies;
  }

  private static List<DataFile> files(Table table) {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        if (!task.deletes().isEmpty()) {
          throw PipelineException.failed(
              "another program has deleted rows of the lake's table %s, which cannot be copied as it is: have that program rewrite its data files, then run it again"
                  .formatted(table.name()));
        }
        files.add(task.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Adds copies to the tables, where nobody reads them yet. */
  public void append(
      OutdatedRows outdated, UnaryOperator<String> ingestIds, List<RowCopy.Made> made) {
    for (String name : TABLES) {
      tables.append(
          name,
          made.stream()
              .filter(one -> one.table().equals(name))
              .collect(
                  Collectors.groupingBy(
                      RowCopy.Made::ingestId,
                      TreeMap::new,
                      Collectors.mapping(RowCopy.Made::file, Collectors.toList()))));
      Failpoint.COPIES_APPENDED.reached();
    }
    Map<StoredRows, StoredRows> now = new HashMap<>();
    for (StoredRows rows : outdated.fingerprints().keySet()) {
      now.put(rows, new StoredRows(rows.submissionHash(), ingestIds.apply(rows.ingestId())));
    }
    tables.replaceRows(
        ScoringsTable.DEFINITION,
        ScoringsTable::row,
        known ->
            ScoringsTable.with(
                known,
                known.stream()
                    .filter(row -> now.containsKey(row.stored()))
                    .map(
                        row ->
                            new ScoringsTable.Row(
                                now.get(row.stored()), row.frameworkHash(), row.scoringId()))
                    .toList()));
    copied.putAll(now);
  }

  /**
   * The one commit that readers notice: the present and all releases name the copies.
   *
   * @return whether it was made; not if another run has added rows under an earlier key meanwhile
   */
  public boolean commit() {
    boolean[] isDone = new boolean[1];
    tables.retried(
        () -> {
          Table table = tables.refreshed(SubmissionsTable.DEFINITION.name());
          isDone[0] = outdated().isEmpty();
          if (isDone[0]) {
            commit(table);
          }
        });
    if (isDone[0]) {
      copied.clear();
      Failpoint.SUBMISSIONS_COMMITTED.reached();
    }
    return isDone[0];
  }

  private void commit(Table table) throws IOException {
    Snapshot present = table.currentSnapshot();
    Map<Long, List<String>> tags = new LinkedHashMap<>();
    Releases.tags(table)
        .forEach(
            (tag, snapshot) -> tags.computeIfAbsent(snapshot, at -> new ArrayList<>()).add(tag));
    List<Long> states = new ArrayList<>(tags.keySet());
    states.removeIf(snapshot -> snapshot == present.snapshotId());
    states.add(present.snapshotId());
    Transaction all = table.newTransaction();
    LakeTables.Held held = LakeTables.Held.by(table);
    for (long state : states) {
      Optional<DataFile> rows =
          new RowWriter(table)
              .write(
                  SubmissionsTable.DEFINITION,
                  historyAt(state).stream().map(this::renewed).iterator());
      OverwriteFiles overwrite = all.newOverwrite();
      held.replace(overwrite, rows);
      overwrite.commit();
      long snapshot = all.table().currentSnapshot().snapshotId();
      held = new LakeTables.Held(OptionalLong.of(snapshot), rows.stream().toList());
      for (String tag : tags.getOrDefault(state, List.of())) {
        all.manageSnapshots().replaceTag(tag, snapshot).commit();
      }
    }
    KeyChangeTags.add(all, states, System.currentTimeMillis());
    all.commitTransaction();
  }

  private Row renewed(Row row) {
    StoredRows copy = copied.get(row.stored());
    return copy == null ? row : row.renewed(copy, newest);
  }
}
