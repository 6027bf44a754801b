package org.trustbench.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.trustbench.Failpoint;
import org.trustbench.lake.SubmissionsTable.Row;

/**
 * Clears away what neither the present nor any release needs. What is younger than a given moment
 * is left alone, because a run that is not finished may be about to name it.
 */
public final class Maintenance {
  private static final List<String> OF_SUBMISSIONS =
      List.of("cases", "judgements", "rejects", "tallies");

  private final LakeTables tables;
  private final RememberedReleases releases;
  private final Instant before;

  Maintenance(LakeTables tables, RememberedReleases releases, Instant before) {
    this.tables = tables;
    this.releases = releases;
    this.before = before;
  }

  /**
   * What was cleared away.
   *
   * @param submissions whose rows are gone; that they were there once is still known
   * @param compactedPartitions whose small files became one
   * @param snapshots of all tables that nobody can go back to any more
   * @param orphans files that no table knew of
   */
  public record Cleared(int submissions, int compactedPartitions, int snapshots, int orphans) {}

  Cleared run() {
    Set<String> removed = removeUnnamed();
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

  private Set<String> removeUnnamed() {
    Set<String> named = named();
    Set<String> removed = new HashSet<>();
    for (String name : OF_SUBMISSIONS) {
      tables.retried(() -> removed.addAll(removeUnnamed(tables.refreshed(name), named)));
    }
    if (!removed.isEmpty()) {
      tables.replaceRows(
          FilesTable.DEFINITION,
          FilesTable::row,
          rows -> rows.stream().filter(row -> !removed.contains(row.submissionHash())).toList());
    }
    return removed;
  }

  /**
   * Submissions that have to stay: those of the present, withdrawn ones that may come back, those
   * that only just became the past, which a reader may still be at, and all that a release names.
   */
  private Set<String> named() {
    Set<String> named = new HashSet<>(releases.submissionHashes());
    Map<String, Row> last = new HashMap<>();
    for (Row row : tables.read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, null)) {
      if (!row.isPast() || !Instant.parse(row.revision().until()).isBefore(before)) {
        named.add(row.submissionHash());
      }
      if (row.status().equals(SubmissionsTable.WITHDRAWN)) {
        last.merge(
            row.inspectionId(),
            row,
            (a, b) -> a.revision().number() > b.revision().number() ? a : b);
      }
    }
    last.values().forEach(row -> named.add(row.submissionHash()));
    return named;
  }

  private Set<String> removeUnnamed(Table table, Set<String> named) {
    Set<String> removed = new HashSet<>();
    DeleteFiles delete = table.newDelete();
    long young = firstYoungSequence(table);
    for (DataFile file : dataFiles(table)) {
      String hash = file.partition().get(0, String.class);
      if (!named.contains(hash) && file.dataSequenceNumber() < young) {
        delete.deleteFile(file);
        removed.add(hash);
      }
    }
    if (!removed.isEmpty()) {
      delete.commit();
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

  static List<DataFile> dataFiles(Table table) {
    List<DataFile> files = new ArrayList<>();
    try (var tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        files.add(task.file());
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    files.sort(Comparator.comparing(DataFile::location));
    return files;
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
