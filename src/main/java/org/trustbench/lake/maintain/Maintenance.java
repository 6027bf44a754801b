package org.trustbench.lake.maintain;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.trustbench.environment.Failpoint;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.read.CurrentSubmissions;
import org.trustbench.lake.read.DataFileRows;
import org.trustbench.lake.release.KeyChangeTags;
import org.trustbench.lake.release.Releases;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.table.SubmissionsTable.Row;

/**
 * Clears away what neither the present nor any release needs. What is younger than a given moment
 * is left alone, because a run that is not finished may be about to name it.
 */
public final class Maintenance {
  private static final List<String> OF_SUBMISSIONS =
      List.of("cases", "judgements", "second_readings", "rejects", "tallies", "files");

  private final LakeTables tables;
  private final Releases releases;
  private final Instant before;

  public Maintenance(LakeTables tables, Releases releases, Instant before) {
    this.tables = tables;
    this.releases = releases;
    this.before = before;
  }

  /**
   * What was cleared away.
   *
   * @param submissions as an ingest wrote them, whose rows are gone; that those were there once
   *     which counted is still known
   * @param compactedPartitions whose small files became one
   * @param snapshots of all tables that were expired
   * @param orphans files that no table knew of
   */
  public record Cleared(int submissions, int compactedPartitions, int snapshots, int orphans) {}

  public Cleared run() {
    forgetKeyChanges();
    Set<StoredRows> removed = removeUnnamed();
    Failpoint.UNNAMED_REMOVED.reached();
    int compacted = 0;
    int snapshots = 0;
    int orphans = 0;
    for (Table table : tables.all()) {
      compacted += new Compaction(tables, table).run();
      Failpoint.PARTITIONS_COMPACTED.reached();
      snapshots += expire(table);
      Failpoint.SNAPSHOTS_EXPIRED.reached();
      orphans += new Orphans(table, before).remove();
    }
    return new Cleared(removed.size(), compacted, snapshots, orphans);
  }

  /** What came under another key long enough ago is no reader's any more. */
  private void forgetKeyChanges() {
    tables.retried(
        () -> {
          Table table = tables.refreshed(SubmissionsTable.DEFINITION.name());
          List<String> tags = KeyChangeTags.before(table, before);
          if (!tags.isEmpty()) {
            ManageSnapshots change = table.manageSnapshots();
            tags.forEach(change::removeTag);
            change.commit();
          }
        });
  }

  private Set<StoredRows> removeUnnamed() {
    Set<StoredRows> named = named();
    Set<StoredRows> withScorings = new HashSet<>(named);
    for (ScoringsTable.Row scoring : scorings()) {
      if (named.contains(scoring.stored())) {
        withScorings.add(scoring.tallies());
      }
    }
    Set<StoredRows> removed = new HashSet<>();
    for (String name : OF_SUBMISSIONS) {
      tables.retried(() -> removed.addAll(removeUnnamed(tables.refreshed(name), withScorings)));
    }
    if (scorings().stream().anyMatch(row -> isGone(row, removed))) {
      tables.replaceRows(
          ScoringsTable.DEFINITION,
          ScoringsTable::row,
          rows -> rows.stream().filter(row -> !isGone(row, removed)).toList());
    }
    return removed;
  }

  private static boolean isGone(ScoringsTable.Row scoring, Set<StoredRows> removed) {
    return removed.contains(scoring.tallies()) || removed.contains(scoring.stored());
  }

  private List<ScoringsTable.Row> scorings() {
    return tables.read(ScoringsTable.DEFINITION.name(), ScoringsTable::row);
  }

  /**
   * Rows that have to stay: those of the present, of withdrawn submissions that may come back, of
   * those that only just became the past or came under another key, which a reader may still be at,
   * and all that a release names.
   */
  private static Instant ended(Row past) {
    return Instant.parse(past.revision().end().orElseThrow().at());
  }

  private Set<StoredRows> named() {
    Set<StoredRows> named = new HashSet<>(releases.stored());
    List<Row> history = tables.read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row);
    new CurrentSubmissions(0, history).needed().forEach(row -> named.add(row.stored()));
    history.stream()
        .filter(row -> row.isPast() && !ended(row).isBefore(before))
        .forEach(row -> named.add(row.stored()));
    KeyChangeTags.since(tables.get(SubmissionsTable.DEFINITION.name()), before)
        .forEach(
            snapshot ->
                tables
                    .readAt(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, snapshot)
                    .forEach(row -> named.add(row.stored())));
    return named;
  }

  private Set<StoredRows> removeUnnamed(Table table, Set<StoredRows> named) throws IOException {
    Set<StoredRows> removed = new HashSet<>();
    OverwriteFiles overwrite = table.newOverwrite();
    if (table.currentSnapshot() != null) {
      overwrite.validateFromSnapshot(table.currentSnapshot().snapshotId());
    }
    long young = firstYoungSequence(table);
    for (DataFile file : LakeTables.dataFiles(table)) {
      Set<StoredRows> unnamed = new HashSet<>(DataFileRows.in(table, file));
      int held = unnamed.size();
      unnamed.removeAll(named);
      if (!unnamed.isEmpty() && file.dataSequenceNumber() < young) {
        overwrite.deleteFile(file);
        removed.addAll(unnamed);
        if (unnamed.size() < held) {
          overwrite.addFile(Compaction.merged(table, List.of(file), named::contains));
        }
      }
    }
    if (!removed.isEmpty()) {
      overwrite.validateNoConflictingDeletes().commit();
    }
    return removed;
  }

  /** Files added by this or a later commit are too young to be looked at. */
  private long firstYoungSequence(Table table) {
    long first = Long.MAX_VALUE;
    for (Snapshot snapshot : table.snapshots()) {
      if (snapshot.timestampMillis() >= before.toEpochMilli()) {
        first = Math.min(first, snapshot.sequenceNumber());
      }
    }
    return first;
  }

  /** A snapshot that a release is tagged to never expires. */
  private int expire(Table table) {
    table.refresh();
    int held = count(table.snapshots());
    if (held > 1) {
      tables.retried(
          () ->
              table
                  .expireSnapshots()
                  .expireOlderThan(before.toEpochMilli())
                  .retainLast(1)
                  .cleanExpiredFiles(true)
                  .commit());
      table.refresh();
    }
    return held - count(table.snapshots());
  }

  private static int count(Iterable<Snapshot> snapshots) {
    int count = 0;
    for (Snapshot ignored : snapshots) {
      count++;
    }
    return count;
  }
}
