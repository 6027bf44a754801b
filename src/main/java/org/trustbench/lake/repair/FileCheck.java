package org.trustbench.lake.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.types.Types.NestedField;
import org.trustbench.PipelineException;
import org.trustbench.lake.catalog.CatalogCopy;
import org.trustbench.lake.catalog.CatalogFile;
import org.trustbench.lake.catalog.EmbeddedCatalog;
import org.trustbench.lake.file.FileChecksum;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.lake.file.ParquetFileCheck;
import org.trustbench.lake.read.DataFileRows;
import org.trustbench.lake.repair.FileFault.Kind;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.StorageFailure;

/**
 * Looks at every file that the present and the releases rest on: its sum, its length, the checksums
 * of its pages and the number of its rows; of an embedded lake also at all that lies beside them.
 */
public final class FileCheck {
  private static final Set<String> TALLIES = Set.of("tallies", "scorings");
  private static final Set<String> ROWS =
      Set.of("cases", "judgements", "second_readings", "rejects", "files");

  private final Map<String, FileFault> faults = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private long rows;
  private long withoutSum;

  private FileCheck() {
    FileChecksum.forget();
  }

  /**
   * What was found.
   *
   * @param files how many files the present and the releases rest on
   * @param rows how many rows they hold
   * @param withoutSum files of them that the catalog's store keeps no sum of, so that of those that
   *     are no data files nothing but that they can be read is known
   */
  public record Found(List<FileFault> faults, long files, long rows, long withoutSum) {}

  /** Looks at an embedded lake without opening it, whatever state it is in. */
  public static Found ofFolder(Path lake) {
    Path folder = lake.toAbsolutePath().normalize();
    FileCheck check = new FileCheck();
    CatalogFile catalog = new CatalogFile(folder);
    LocalFileIO io = new LocalFileIO();
    io.initialize(Map.of(LocalFileIO.ROOT, folder.toString()));
    Map<String, String> tables = check.tables(catalog);
    String copy = CatalogCopy.fault(folder);
    if (copy != null) {
      check.add(FileFault.of(CatalogCopy.path(folder).toString(), copy, Kind.COPY));
    }
    tables.forEach(
        (name, location) ->
            check.table(
                name.substring(name.lastIndexOf('/') + 1),
                io,
                check.read(
                    location,
                    Optional.empty(),
                    Kind.TABLE,
                    () -> TableMetadataParser.read(io, location))));
    check.others(folder.resolve("warehouse"), io);
    return check.found();
  }

  /** Writes the copy of what the catalog of an embedded lake says, unless it is there. */
  public static void keepCatalogCopy(Path lake) {
    CatalogCopy.keep(lake.toAbsolutePath().normalize());
  }

  public static Found ofTables(Collection<Table> tables) {
    FileCheck check = new FileCheck();
    for (Table table : tables) {
      table.refresh();
      check.table(shortName(table), table.io(), ((BaseTable) table).operations().current());
    }
    return check.found();
  }

  private static String shortName(Table table) {
    return table.name().substring(table.name().lastIndexOf('.') + 1);
  }

  private Found found() {
    return new Found(List.copyOf(faults.values()), seen.size(), rows, withoutSum);
  }

  private void add(FileFault fault) {
    faults.putIfAbsent(fault.file(), fault);
  }

  private Map<String, String> tables(CatalogFile catalog) {
    try {
      EmbeddedCatalog.checkWritable(catalog);
      EmbeddedCatalog.checkCurrent(catalog);
      return catalog.tables();
    } catch (PipelineException e) {
      add(FileFault.of(catalog.path().toString(), e.getMessage(), Kind.CATALOG));
      return Map.of();
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * Gives what is read from a file; null, with the fault noted, where that fails. Where storage
   * lets nobody read or does not answer nothing is known of the file, and that is no fault of it.
   */
  private <T> T read(
      String location, Optional<FileFault.Held> held, Kind kind, Reading<T> reading) {
    seen.add(location);
    try {
      return reading.read();
    } catch (LostFileException e) {
      add(new FileFault(e.file(), e.what(), kind, held));
    } catch (IOException | RuntimeException e) {
      if (StorageFailure.isOutOfReach(e)) {
        throw PipelineException.failed(
            "%s cannot be looked at: %s".formatted(location, StorageFailure.words(location, e)), e);
      }
      add(new FileFault(location, "cannot be read (%s)".formatted(FailureCause.of(e)), kind, held));
    }
    return null;
  }

  private void table(String name, FileIO io, TableMetadata metadata) {
    if (metadata == null) {
      return;
    }
    Set<Long> needed = new LinkedHashSet<>();
    if (metadata.currentSnapshot() != null) {
      needed.add(metadata.currentSnapshot().snapshotId());
    }
    metadata.refs().values().stream().map(SnapshotRef::snapshotId).forEach(needed::add);
    for (long id : needed) {
      Snapshot snapshot = metadata.snapshot(id);
      List<ManifestFile> manifests =
          read(
              snapshot.manifestListLocation(),
              Optional.empty(),
              Kind.TABLE,
              () -> snapshot.allManifests(io));
      if (manifests != null) {
        manifests.stream()
            .filter(manifest -> !seen.contains(manifest.path()))
            .forEach(manifest -> manifest(name, io, metadata, manifest));
      }
    }
  }

  private void manifest(String table, FileIO io, TableMetadata metadata, ManifestFile manifest) {
    List<ContentFile<?>> files =
        read(
            manifest.path(),
            Optional.empty(),
            Kind.TABLE,
            () -> {
              List<ContentFile<?>> named = new ArrayList<>();
              try (ManifestReader<? extends ContentFile<?>> reader =
                  manifest.content() == ManifestContent.DATA
                      ? ManifestFiles.read(manifest, io, metadata.specsById())
                      : ManifestFiles.readDeleteManifest(manifest, io, metadata.specsById())) {
                reader.forEach(file -> named.add(file.copy()));
              }
              return named;
            });
    if (files != null) {
      files.stream()
          .filter(file -> !seen.contains(file.location()))
          .forEach(file -> data(table, io, metadata, file));
    }
  }

  private void data(String table, FileIO io, TableMetadata metadata, ContentFile<?> file) {
    Kind kind =
        TALLIES.contains(table) ? Kind.TALLIES : ROWS.contains(table) ? Kind.ROWS : Kind.TABLE;
    if (!(io instanceof LocalFileIO local && local.keepsSums())) {
      withoutSum++;
    }
    Boolean isWhole =
        read(
            file.location(),
            held(table, metadata, file),
            kind,
            () -> ParquetFileCheck.check(io, file));
    if (isWhole != null && file.content() == FileContent.DATA) {
      rows += file.recordCount();
    }
  }

  private static Optional<FileFault.Held> held(
      String table, TableMetadata metadata, ContentFile<?> file) {
    var ingest = metadata.schema().findField(StoredRows.INGEST);
    var hash = metadata.schema().findField(StoredRows.HASH);
    boolean isOfIngest =
        ingest != null
            && hash != null
            && metadata.spec(file.specId()).fields().stream()
                .findFirst()
                .filter(field -> field.sourceId() == ingest.fieldId())
                .isPresent();
    return isOfIngest
        ? Optional.of(
            new FileFault.Held(
                table,
                file.location(),
                file.partition().get(0, String.class),
                ends(file, hash),
                ends(file, metadata.schema().findField(StoredRows.INSPECTION))))
        : Optional.empty();
  }

  private static FileFault.Held.Ends ends(ContentFile<?> file, NestedField column) {
    return column == null
        ? new FileFault.Held.Ends(Optional.empty(), Optional.empty())
        : new FileFault.Held.Ends(
            DataFileRows.bound(file.lowerBounds(), column.fieldId()),
            DataFileRows.bound(file.upperBounds(), column.fieldId()));
  }

  /** What lies there besides; runs that broke off leave files without a sum, which are no fault. */
  private void others(Path warehouse, LocalFileIO io) {
    if (!Files.isDirectory(warehouse)) {
      return;
    }
    Set<Path> needed = new HashSet<>();
    seen.forEach(location -> needed.add(io.path(location)));
    try (Stream<Path> paths = Files.walk(warehouse)) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        Path summed = FileChecksum.isSum(file) ? FileChecksum.summed(file) : file;
        if (!needed.contains(summed)) {
          other(summed);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void other(Path file) throws IOException {
    try {
      FileChecksum.verify(file, false);
    } catch (LostFileException e) {
      add(FileFault.of(e.file(), e.what(), Kind.NOTHING));
    }
  }
}
