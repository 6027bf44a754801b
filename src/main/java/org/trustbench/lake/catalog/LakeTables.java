package org.trustbench.lake.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Framework;
import org.trustbench.lake.file.ParquetFileCheck;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.write.RowWriter;
import org.trustbench.message.FailureCause;

/**
 * Iceberg's tables of one lake: read and changed, and changed again when another run came between.
 */
public final class LakeTables implements AutoCloseable {
  static final int ATTEMPTS = 20;

  /** Of PostgreSQL: what is to be made was made meanwhile, or two changes met. */
  private static final Set<String> RACED = Set.of("23505", "42P07", "42701", "40001", "40P01");

  private final Catalog catalog;
  private final String place;
  private final LakeLock lock;
  private final Map<String, Table> tables;

  /**
   * @param place of the catalog, for messages
   */
  LakeTables(Catalog catalog, String place, Map<String, Table> tables, LakeLock lock) {
    this.catalog = catalog;
    this.place = place;
    this.tables = tables;
    this.lock = lock;
  }

  /** Whether another run was making the same catalog at the same time. */
  static boolean isRaced(RuntimeException e) {
    if (!(e instanceof UncheckedSQLException)) {
      return false;
    }
    String cause = String.valueOf(e.getCause());
    if (e.getCause() instanceof SQLException sql
        && RACED.contains(String.valueOf(sql.getSQLState()))) {
      return true;
    }
    return cause.contains("SQLITE_BUSY")
        || cause.contains("SQLITE_CONSTRAINT")
        || cause.contains("already exists")
        || cause.contains("duplicate column");
  }

  /** The namespace that holds the tables of a framework. */
  public static Namespace namespace(Framework framework) {
    return Namespace.of(framework.id().replaceAll("[^A-Za-z0-9_]", "_"));
  }

  public LakeLock lock() {
    return lock;
  }

  public Collection<Table> all() {
    return tables.values();
  }

  public Table get(String name) {
    return tables.get(name);
  }

  /** A table as it is now. */
  public Table refreshed(String name) {
    Table table = tables.get(name);
    try {
      table.refresh();
    } catch (UncheckedSQLException | RESTException e) {
      if (isRaced(e)) {
        throw e;
      }
      throw CatalogFailure.of(place, "cannot be read", e);
    }
    return table;
  }

  /** All rows of a table as it is now. */
  public <R> List<R> read(String name, Function<Record, R> row) {
    Table table = refreshed(name);
    return rows(table, table.newScan(), row);
  }

  /** The rows of a table as it is now that a filter lets through. */
  public <R> List<R> read(String name, Function<Record, R> row, Expression filter) {
    Table table = refreshed(name);
    return rows(table, table.newScan().filter(filter), row);
  }

  /** The rows of a table as it was. */
  public <R> List<R> readAt(String name, Function<Record, R> row, long snapshot) {
    return rows(get(name), get(name).newScan().useSnapshot(snapshot), row);
  }

  private static <R> List<R> rows(Table table, TableScan scan, Function<Record, R> row) {
    IcebergGenerics.ScanBuilder records = IcebergGenerics.read(table).where(scan.filter());
    if (scan.snapshot() != null) {
      records = records.useSnapshot(scan.snapshot().snapshotId());
    }
    List<R> rows = new ArrayList<>();
    try {
      ParquetFileCheck.ensure(table, scan);
      try (CloseableIterable<Record> found = records.build()) {
        found.forEach(record -> rows.add(row.apply(record)));
      }
    } catch (IOException | RuntimeException e) {
      throw ParquetFileCheck.blamed(table, scan, e);
    }
    return rows;
  }

  /**
   * Adds the files that one ingest wrote, which are then all that the table holds of it.
   *
   * @throws PipelineException if it holds others, as when a commit was made twice on a connection
   *     that broke off
   */
  public void append(String name, String ingestId, List<DataFile> files) {
    append(name, Map.of(ingestId, files));
  }

  /** The same of several ingests, by their ids, in one commit. */
  public void append(String name, Map<String, List<DataFile>> byIngest) {
    List<DataFile> all = byIngest.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return;
    }
    retried(
        () -> {
          AppendFiles append = refreshed(name).newAppend();
          all.forEach(append::appendFile);
          append.commit();
        });
    Table table = refreshed(name);
    byIngest.forEach(
        (ingestId, files) -> {
          List<String> written = files.stream().map(DataFile::location).sorted().toList();
          if (!written.equals(locations(table, ingestId))) {
            throw PipelineException.failed(
                "the lake's table %s does not hold the files that ingest %s wrote, each of them once: nothing was taken in; run it again"
                    .formatted(name, ingestId));
          }
        });
  }

  private static List<String> locations(Table table, String ingestId) {
    List<String> locations = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().filter(Expressions.equal(StoredRows.INGEST, ingestId)).planFiles()) {
      tasks.forEach(task -> locations.add(task.file().location()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(locations);
    return locations;
  }

  /** The data files of a table, in the order of their names. */
  public static List<DataFile> dataFiles(Table table) {
    List<DataFile> files = new ArrayList<>();
    try (var tasks = table.newScan().includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        files.add(task.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(Comparator.comparing(DataFile::location));
    return files;
  }

  /** Changes the rows of a small table, starting from those that are there when it commits. */
  public <R> void replaceRows(
      org.trustbench.table.Table<R> definition,
      Function<Record, R> row,
      UnaryOperator<List<R>> change) {
    retried(
        () -> {
          Table table = refreshed(definition.name());
          Held held = Held.by(table);
          List<R> known =
              held.snapshot().isEmpty() ? new ArrayList<>() : rows(table, table.newScan(), row);
          OverwriteFiles overwrite = table.newOverwrite();
          held.replace(
              overwrite, new RowWriter(table).write(definition, change.apply(known).iterator()));
          overwrite.commit();
        });
  }

  /**
   * What a small table holds at some moment.
   *
   * @param snapshot empty before the first
   */
  public record Held(OptionalLong snapshot, List<DataFile> files) {
    /** What a table holds now. */
    public static Held by(Table table) {
      Snapshot present = table.currentSnapshot();
      return present == null
          ? new Held(OptionalLong.empty(), List.of())
          : new Held(OptionalLong.of(present.snapshotId()), dataFiles(table));
    }

    /**
     * Puts a file into the place of all that is held, unless another run changes it meanwhile.
     *
     * @param file empty where no row is left
     */
    public void replace(OverwriteFiles overwrite, Optional<DataFile> file) {
      snapshot.ifPresent(overwrite::validateFromSnapshot);
      files.forEach(overwrite::deleteFile);
      file.ifPresent(overwrite::addFile);
      Failpoint.SMALL_TABLE_WRITTEN.reached();
      overwrite
          .conflictDetectionFilter(Expressions.alwaysTrue())
          .validateNoConflictingData()
          .validateNoConflictingDeletes();
    }
  }

  /** Something that may have to be done again because another run came between. */
  public interface Attempt {
    void run() throws IOException;
  }

  public void retried(Attempt attempt) {
    for (int i = 1; ; i++) {
      try {
        attempt.run();
        return;
      } catch (ValidationException | CommitFailedException e) {
        if (i == ATTEMPTS) {
          throw PipelineException.failed(
              "the lake could not be changed: %s; run it again".formatted(FailureCause.of(e)), e);
        }
      } catch (UncheckedSQLException | RESTException | CommitStateUnknownException e) {
        if (!isRaced(e) || i == ATTEMPTS) {
          throw CatalogFailure.of(
              place, "could not be changed; run it again, which takes up what is not there yet", e);
        }
      } catch (IOException e) {
        throw PipelineException.failed("the lake cannot be written: " + FailureCause.of(e), e);
      }
    }
  }

  @Override
  public void close() {
    if (catalog instanceof AutoCloseable closeable) {
      try (lock) {
        closeable.close();
      } catch (Exception e) {
        throw PipelineException.failed(
            "the lake's catalog did not close: " + FailureCause.of(e), e);
      }
    }
  }
}
