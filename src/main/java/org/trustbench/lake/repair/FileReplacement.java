package org.trustbench.lake.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.read.DataFileRows;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.RowWriter;

/**
 * Puts data files that were written anew in the place of damaged ones: of each table all at once,
 * so that readers meet the old rows or the new ones and never neither.
 */
public final class FileReplacement {
  private static final String TALLIES = "tallies";
  private static final Set<String> OF_CASES =
      Set.of("cases", "judgements", "second_readings", TALLIES);
  private static final String FILES = "files";
  private static final List<String> TABLES =
      List.of("cases", "judgements", "second_readings", "rejects", FILES, TALLIES);

  private final LakeTables tables;
  private final Map<StoredRows, SubmissionsTable.Row> needed = new LinkedHashMap<>();
  private final Map<StoredRows, StoredRows> scored = new LinkedHashMap<>();

  /**
   * Begins.
   *
   * @param needed what the present or a release rests on
   */
  public FileReplacement(LakeTables tables, Collection<SubmissionsTable.Row> needed) {
    this.tables = tables;
    needed.forEach(row -> this.needed.put(row.stored(), row));
    for (ScoringsTable.Row row : scorings()) {
      if (this.needed.containsKey(row.stored())) {
        scored.put(row.tallies(), row.stored());
      }
    }
  }

  /**
   * Data files of one table that have to go together, as they may hold the same rows.
   *
   * @param ingestId the ingest or scoring that wrote them
   * @param frameworkHash of tallies, the framework that they were made with; empty for other rows
   * @param files all of them, damaged or not; none where rows are not in the table at all
   * @param rows those that are needed
   */
  public record Part(
      String table,
      String ingestId,
      Optional<String> frameworkHash,
      Set<DataFile> files,
      Set<StoredRows> rows) {}

  /** The stored rows that tallies were made from, be it with their ingest or by a later scoring. */
  public StoredRows scored(StoredRows tallies) {
    return scored.getOrDefault(tallies, tallies);
  }

  /**
   * What has to be written anew.
   *
   * @param damaged files that cannot be read
   * @param wrong rows that can be read and are not as they were written
   */
  public List<Part> parts(Collection<FileFault.Held> damaged, Set<StoredRows> wrong) {
    List<Part> parts = new ArrayList<>();
    for (String name : TABLES) {
      Map<String, FileFault.Held> ofTable = new LinkedHashMap<>();
      damaged.stream()
          .filter(held -> held.table().equals(name))
          .forEach(held -> ofTable.put(held.location(), held));
      Map<String, List<DataFile>> places = new LinkedHashMap<>();
      Table table = tables.refreshed(name);
      for (DataFile file : LakeTables.dataFiles(table)) {
        places
            .computeIfAbsent(
                table.spec().partitionToPath(file.partition()), place -> new ArrayList<>())
            .add(file);
      }
      List<Part> found = new ArrayList<>();
      places.values().forEach(files -> found.addAll(parts(table, name, files, ofTable, wrong)));
      parts.addAll(found);
      if (!name.equals(TALLIES)) {
        wrong.stream()
            .filter(rows -> found.stream().noneMatch(part -> part.rows().contains(rows)))
            .forEach(
                rows ->
                    parts.add(
                        new Part(name, rows.ingestId(), Optional.empty(), Set.of(), Set.of(rows))));
      }
    }
    return parts;
  }

  private List<Part> parts(
      Table table,
      String name,
      List<DataFile> files,
      Map<String, FileFault.Held> damaged,
      Set<StoredRows> wrong) {
    String ingest = files.get(0).partition().get(0, String.class);
    boolean isConcerned =
        files.stream().anyMatch(file -> damaged.containsKey(file.location()))
            || wrong.stream().anyMatch(rows -> isOf(ingest, rows, name));
    if (!isConcerned) {
      return List.of();
    }
    Map<DataFile, Set<StoredRows>> held = held(table, name, files, damaged);
    List<Part> parts = new ArrayList<>();
    while (true) {
      Set<DataFile> first =
          held.keySet().stream()
              .filter(
                  file ->
                      damaged.containsKey(file.location())
                          || held.get(file).stream().anyMatch(rows -> wrong.contains(scored(rows))))
              .limit(1)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (first.isEmpty()) {
        return parts;
      }
      Part part =
          joined(
              new Part(name, ingest, frameworkHash(name, files.get(0)), first, new HashSet<>()),
              held);
      held.keySet().removeAll(part.files());
      parts.add(part);
    }
  }

  private static Optional<String> frameworkHash(String table, DataFile file) {
    return table.equals(TALLIES)
        ? Optional.of(file.partition().get(1, String.class))
        : Optional.empty();
  }

  private boolean isOf(String ingest, StoredRows wrong, String name) {
    return wrong.ingestId().equals(ingest)
        || name.equals(TALLIES)
            && scored.keySet().stream()
                .anyMatch(rows -> rows.ingestId().equals(ingest) && wrong.equals(scored(rows)));
  }

  /** Adds every file that shares rows with those that are there, and its rows. */
  private static Part joined(Part part, Map<DataFile, Set<StoredRows>> held) {
    boolean isGrowing = true;
    while (isGrowing) {
      part.files().forEach(file -> part.rows().addAll(held.get(file)));
      isGrowing = false;
      for (Map.Entry<DataFile, Set<StoredRows>> one : held.entrySet()) {
        if (one.getValue().stream().anyMatch(part.rows()::contains)) {
          isGrowing |= part.files().add(one.getKey());
        }
      }
    }
    return part;
  }

  /** The needed rows of each file; of one that cannot be read, those that no other holds. */
  private Map<DataFile, Set<StoredRows>> held(
      Table table, String name, List<DataFile> files, Map<String, FileFault.Held> damaged) {
    Set<StoredRows> all = new HashSet<>(needed.keySet());
    if (OF_CASES.contains(name)) {
      all.removeIf(rows -> !needed.get(rows).hasCases());
    }
    if (name.equals(TALLIES)) {
      all.addAll(scored.keySet());
    }
    Map<DataFile, Set<StoredRows>> held = new LinkedHashMap<>();
    Set<StoredRows> sound = new HashSet<>();
    for (DataFile file : files) {
      Set<StoredRows> rows = new HashSet<>(all);
      FileFault.Held lost = damaged.get(file.location());
      if (lost == null) {
        rows.retainAll(DataFileRows.in(table, file));
        sound.addAll(rows);
      } else {
        rows.removeIf(some -> !lost.mayHold(some, needed.get(scored(some))));
      }
      held.put(file, rows);
    }
    files.stream()
        .filter(file -> damaged.containsKey(file.location()))
        .forEach(file -> held.get(file).removeAll(sound));
    return held;
  }

  /**
   * Puts new files in the place of those of some parts of one table.
   *
   * @param written what holds the new rows
   * @param accounts the new rows of the table of files
   * @param damaged locations of the files that cannot be read
   * @return how many new files there are
   */
  public int replace(
      String name,
      List<Part> parts,
      List<InspectionWriter.Written> written,
      List<FilesTable.Row> accounts,
      Collection<FileFault.Held> damaged) {
    List<DataFile> anew =
        name.equals(FILES)
            ? accounts(accounts)
            : written.stream().flatMap(one -> one.file(name).stream()).toList();
    tables.retried(
        () -> {
          Table table = tables.refreshed(name);
          OverwriteFiles overwrite =
              table.newOverwrite().validateFromSnapshot(table.currentSnapshot().snapshotId());
          parts.forEach(part -> part.files().forEach(overwrite::deleteFile));
          anew.forEach(overwrite::addFile);
          overwrite.validateNoConflictingDeletes().commit();
        });
    Failpoint.DAMAGE_REPLACED.reached();
    Set<String> lost = damaged.stream().map(FileFault.Held::location).collect(Collectors.toSet());
    for (Part part : parts) {
      part.files().stream()
          .map(DataFile::location)
          .filter(lost::contains)
          .forEach(location -> tables.get(name).io().deleteFile(location));
    }
    return anew.size();
  }

  private List<DataFile> accounts(List<FilesTable.Row> rows) {
    Map<String, List<FilesTable.Row>> byIngest =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    FilesTable.Row::ingestId, LinkedHashMap::new, Collectors.toList()));
    List<DataFile> files = new ArrayList<>();
    byIngest.forEach(
        (ingest, some) -> {
          try {
            new RowWriter(tables.refreshed(FILES))
                .write(FilesTable.DEFINITION, some.iterator(), ingest)
                .ifPresent(files::add);
          } catch (IOException e) {
            throw PipelineException.failed("the lake cannot be written: " + e.getMessage(), e);
          }
        });
    return files;
  }

  /** Forgets scorings whose tallies are gone, so that they are made again when they are needed. */
  public void forgetScorings(Set<StoredRows> tallies) {
    if (scorings().stream().anyMatch(row -> tallies.contains(row.tallies()))) {
      tables.replaceRows(
          ScoringsTable.DEFINITION,
          ScoringsTable::row,
          rows -> rows.stream().filter(row -> !tallies.contains(row.tallies())).toList());
    }
  }

  private List<ScoringsTable.Row> scorings() {
    return tables.read(ScoringsTable.DEFINITION.name(), ScoringsTable::row);
  }
}
