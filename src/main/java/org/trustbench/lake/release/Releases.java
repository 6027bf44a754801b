package org.trustbench.lake.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Framework;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.table.FrameworksTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;

/**
 * The releases that were made from the lake: a tag holds the snapshot of {@code submissions} that
 * each was made from, properties of that table hold the rest, and both come with one commit. The
 * files of frameworks are rows of a table of their own, each framework once.
 */
public final class Releases {
  private static final String PREFIX = "release-";
  private static final String SOFTWARE = ".software";
  private static final String FRAMEWORK = ".framework";
  private static final String SETTINGS = ".settings";

  private final LakeTables tables;

  public Releases(LakeTables tables) {
    this.tables = tables;
  }

  /**
   * Adds a release, unless it is there.
   *
   * @param framework the framework that it was made with
   */
  public void add(PublishedRelease release, Framework framework) {
    Table known = tables.get(SubmissionsTable.DEFINITION.name());
    if (known.refs().containsKey(tag(release.id()))) {
      return;
    }
    boolean isFrameworkKept =
        known.properties().entrySet().stream()
            .anyMatch(
                property ->
                    property.getKey().endsWith(FRAMEWORK)
                        && property.getValue().equals(release.frameworkHash()));
    if (!isFrameworkKept) {
      keep(framework);
    }
    Failpoint.FRAMEWORK_KEPT.reached();
    tables.retried(
        () -> {
          Table table = tables.refreshed(SubmissionsTable.DEFINITION.name());
          String tag = tag(release.id());
          if (table.refs().containsKey(tag)) {
            return;
          }
          Transaction both = table.newTransaction();
          both.manageSnapshots().createTag(tag, release.submissionsSnapshot()).commit();
          both.updateProperties()
              .set(tag + SOFTWARE, release.software())
              .set(tag + FRAMEWORK, release.frameworkHash())
              .set(tag + SETTINGS, release.settings())
              .commit();
          both.commitTransaction();
        });
    Failpoint.RELEASE_TAGGED.reached();
  }

  private void keep(Framework framework) {
    tables.replaceRows(
        FrameworksTable.DEFINITION,
        FrameworksTable::row,
        kept -> {
          List<FrameworksTable.Row> rows = new ArrayList<>(kept);
          rows.removeIf(row -> row.frameworkHash().equals(framework.hash()));
          framework
              .files()
              .forEach(
                  file ->
                      rows.add(
                          new FrameworksTable.Row(framework.hash(), file.name(), file.text())));
          return rows;
        });
  }

  private Optional<PublishedRelease> find(String id) {
    Table table = tables.refreshed(SubmissionsTable.DEFINITION.name());
    String tag = tag(id);
    Map<String, String> properties = table.properties();
    return Optional.ofNullable(table.refs().get(tag))
        .map(
            ref ->
                new PublishedRelease(
                    id,
                    properties.get(tag + SOFTWARE),
                    properties.get(tag + FRAMEWORK),
                    properties.get(tag + SETTINGS),
                    ref.snapshotId()));
  }

  /** The snapshot of {@code submissions} that each release's tag names. */
  public static Map<String, Long> tags(Table submissions) {
    Map<String, Long> tags = new TreeMap<>();
    submissions
        .refs()
        .forEach(
            (name, ref) -> {
              if (name.startsWith(PREFIX)) {
                tags.put(name, ref.snapshotId());
              }
            });
    return tags;
  }

  /** Ids of all recorded releases, sorted. */
  private List<String> ids() {
    return tags(tables.refreshed(SubmissionsTable.DEFINITION.name())).keySet().stream()
        .map(name -> name.substring(PREFIX.length()))
        .toList();
  }

  /** Names the rows of the submissions that any release was made from. */
  public Set<StoredRows> stored() {
    Map<Long, Set<StoredRows>> bySnapshot = new HashMap<>();
    Table table = tables.refreshed(SubmissionsTable.DEFINITION.name());
    Set<StoredRows> stored = new HashSet<>();
    for (String id : ids()) {
      stored.addAll(
          bySnapshot.computeIfAbsent(table.refs().get(tag(id)).snapshotId(), this::storedAt));
    }
    return stored;
  }

  private Set<StoredRows> storedAt(long snapshot) {
    Set<StoredRows> stored = new HashSet<>();
    for (SubmissionsTable.Row row : submissionsAt(snapshot)) {
      if (!row.isPast()) {
        stored.add(row.stored());
      }
    }
    return stored;
  }

  /** A recorded release. */
  public PublishedRelease get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "release \"%s\" is none that this lake remembers: it remembers %s"
                        .formatted(id, ids())));
  }

  /** Every recorded release, sorted by id. */
  public List<PublishedRelease> all() {
    return ids().stream().map(this::get).toList();
  }

  /**
   * Names the rows that a release was made from.
   *
   * @param releaseId of a release, recorded in this lake or not
   * @param hash the submission that the release names
   */
  public Optional<StoredRows> stored(String releaseId, String hash) {
    Stream<SubmissionsTable.Row> ofRelease =
        find(releaseId).stream()
            .flatMap(release -> submissionsAt(release.submissionsSnapshot()).stream());
    return Stream.concat(ofRelease, submissions().stream())
        .filter(row -> row.submissionHash().equals(hash))
        .map(SubmissionsTable.Row::stored)
        .findFirst();
  }

  private List<SubmissionsTable.Row> submissions() {
    return tables.read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row);
  }

  private List<SubmissionsTable.Row> submissionsAt(long snapshot) {
    return tables.readAt(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, snapshot);
  }

  /** The files of a framework as a release was made with it. */
  public List<Framework.SourceFile> frameworkOf(PublishedRelease release) {
    String hash = release.frameworkHash();
    List<Framework.SourceFile> files =
        tables.read(FrameworksTable.DEFINITION.name(), FrameworksTable::row).stream()
            .filter(row -> row.frameworkHash().equals(hash))
            .map(row -> new Framework.SourceFile(row.file(), row.text()))
            .toList();
    if (files.isEmpty()) {
      throw PipelineException.failed(
          "the lake's table frameworks has lost framework %s: restore it from a copy of the lake"
              .formatted(hash));
    }
    return files;
  }

  private static String tag(String id) {
    return PREFIX + id;
  }
}
