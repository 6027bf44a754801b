package org.trustbench.lake.maintain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Files in a table's folder that nothing in the table leads to, left by runs that broke off. */
final class Orphans {
  private final Table table;
  private final Instant before;

  Orphans(Table table, Instant before) {
    this.table = table;
    this.before = before;
  }

  /** Removes those that are old enough; none where the store cannot list its files. */
  int remove() {
    if (!(table.io() instanceof SupportsPrefixOperations listing)) {
      return 0;
    }
    // Listed before the table is looked at: what is committed in between is then no orphan.
    List<FileInfo> old =
        StreamSupport.stream(listing.listPrefix(table.location()).spliterator(), false)
            .filter(file -> file.createdAtMillis() < before.toEpochMilli())
            .toList();
    table.refresh();
    Set<String> reachable = reachable();
    List<FileInfo> orphans =
        old.stream().filter(file -> !reachable.contains(path(file.location()))).toList();
    orphans.forEach(file -> table.io().deleteFile(file.location()));
    return orphans.size();
  }

  private Set<String> reachable() {
    Set<String> reachable = new HashSet<>();
    ReachableFileUtil.metadataFileLocations(table, true).forEach(file -> reachable.add(path(file)));
    ReachableFileUtil.manifestListLocations(table).forEach(file -> reachable.add(path(file)));
    ReachableFileUtil.statisticsFilesLocations(table).forEach(file -> reachable.add(path(file)));
    Set<String> manifests = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (manifests.add(manifest.path())) {
          reachable.add(path(manifest.path()));
          addFiles(manifest, reachable);
        }
      }
    }
    return reachable;
  }

  private void addFiles(ManifestFile manifest, Set<String> reachable) {
    try (CloseableIterable<String> files =
        ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
      files.forEach(file -> reachable.add(path(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same file may be named with and without its scheme. */
  private static String path(String location) {
    return location.startsWith("file:") ? URI.create(location).getPath() : location;
  }
}
