package org.trustbench.lake.maintain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.trustbench.PipelineException;

/**
 * Files in a table's folder that nothing in the table leads to, left by runs that broke off.
 *
 * <p>What a list calls a file and what the table calls it may differ: {@code s3:} for {@code s3a:},
 * a cluster named or not, percent signs. So files are the same where their paths are, and nothing
 * is removed where that is not to be relied on: where the table, its files and the list are not of
 * the same storage, or a file that the table leads to has a namesake among what would be removed
 * (all names of Iceberg's files are unique).
 */
final class Orphans {
  private final Table table;
  private final Instant before;
  private final StoredName folder;

  Orphans(Table table, Instant before) {
    this.table = table;
    this.before = before;
    this.folder = StoredName.of(table.location());
  }

  /** Removes those that are old enough; none where the store cannot list its files. */
  int remove() {
    if (!(table.io() instanceof SupportsPrefixOperations listing)) {
      return 0;
    }
    // Listed before the table is looked at: what is committed in between is then no orphan.
    List<FileInfo> old = new ArrayList<>();
    for (FileInfo file : listing.listPrefix(StoredName.withSlash(table.location()))) {
      if (file.createdAtMillis() < before.toEpochMilli()) {
        old.add(file);
      }
    }
    table.refresh();
    Set<StoredName> reachable = reachable();
    Set<String> paths = new HashSet<>();
    reachable.forEach(file -> paths.addAll(file.paths()));
    List<FileInfo> orphans =
        old.stream()
            .filter(file -> StoredName.of(file.location()).isIn(folder))
            .filter(file -> Collections.disjoint(StoredName.of(file.location()).paths(), paths))
            .toList();
    if (!orphans.isEmpty()) {
      checkNames(reachable, orphans);
    }
    orphans.forEach(file -> table.io().deleteFile(file.location()));
    return orphans.size();
  }

  private void checkNames(Set<StoredName> reachable, List<FileInfo> orphans) {
    Map<String, StoredName> led = new HashMap<>();
    for (StoredName file : reachable) {
      if (!file.isBeside(folder)) {
        throw refused("it lies in %s and its file %s elsewhere".formatted(folder, file));
      }
      led.put(file.name(), file);
    }
    for (FileInfo orphan : orphans) {
      StoredName name = StoredName.of(orphan.location());
      StoredName namesake = led.get(name.name());
      if (!name.isBeside(folder) || namesake != null) {
        throw refused(
            "%s may be %s under another name"
                .formatted(orphan.location(), namesake == null ? "one of its files" : namesake));
      }
    }
  }

  private PipelineException refused(String why) {
    return PipelineException.failed(
        "no file of table %s is removed as an orphan, since %s: have all that write to the table name its storage alike"
            .formatted(table.name(), why));
  }

  private Set<StoredName> reachable() {
    Set<String> reachable = new HashSet<>(ReachableFileUtil.metadataFileLocations(table, true));
    reachable.addAll(ReachableFileUtil.manifestListLocations(table));
    reachable.addAll(ReachableFileUtil.statisticsFilesLocations(table));
    Set<String> manifests = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (manifests.add(manifest.path())) {
          reachable.add(manifest.path());
          addFiles(manifest, reachable);
        }
      }
    }
    return reachable.stream().map(StoredName::of).collect(Collectors.toSet());
  }

  private void addFiles(ManifestFile manifest, Set<String> reachable) {
    try (CloseableIterable<String> files =
        ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
      files.forEach(reachable::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
