package org.trustbench.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.tally.Tally;

/**
 * The lake of one framework: Iceberg tables in a catalog. Judgements are content-addressed: their
 * rows carry the hash of the submission they came from, and everyone reads through {@code
 * submissions}, whose commit is the only moment at which anything changes for a reader.
 */
public final class Lake implements AutoCloseable {
  private static final String HASH = "submission_hash";
  private static final int ATTEMPTS = 20;

  private final Catalog catalog;
  private final Framework framework;
  private final Namespace namespace;
  private final Map<String, Table> tables = new HashMap<>();

  /** The tables that tasks write, each partitioned by the submission its rows came from. */
  final org.trustbench.table.Table<CasesTable.Row> cases;

  private Lake(Catalog catalog, Framework framework) {
    this.catalog = catalog;
    this.framework = framework;
    this.namespace = Namespace.of(framework.id().replaceAll("[^A-Za-z0-9_]", "_"));
    this.cases = CasesTable.definition(framework.attributes());
  }

  /**
   * Opens the lake and makes the tables that it lacks.
   *
   * @param properties Iceberg's properties of the catalog
   * @param hadoop settings of Hadoop's file systems; null where they are not used
   */
  public static Lake open(
      Framework framework, Map<String, String> properties, Map<String, String> hadoop) {
    Configuration configuration = null;
    if (hadoop != null) {
      configuration = new Configuration();
      hadoop.forEach(configuration::set);
    }
    for (int i = 1; ; i++) {
      try {
        Catalog catalog = CatalogUtil.buildIcebergCatalog("lake", properties, configuration);
        Lake lake = new Lake(catalog, framework);
        lake.prepare();
        return lake;
      } catch (UncheckedSQLException e) {
        if (!isRaced(e) || i == ATTEMPTS) {
          throw PipelineException.failed(
              "the lake's catalog %s cannot be opened: %s"
                  .formatted(properties.get("uri"), e.getCause().getMessage()),
              e);
        }
      }
    }
  }

  /** Whether another run was making the same catalog at the same time. */
  private static boolean isRaced(UncheckedSQLException e) {
    String cause = String.valueOf(e.getCause());
    return cause.contains("SQLITE_BUSY")
        || cause.contains("SQLITE_CONSTRAINT")
        || cause.contains("already exists")
        || cause.contains("duplicate column");
  }

  public Framework framework() {
    return framework;
  }

  /** Every submission the lake knows of, current or refused. */
  public List<SubmissionsTable.Row> submissions() {
    return read(SubmissionsTable.DEFINITION.name(), SubmissionsTable::row, null);
  }

  /** The id of the snapshot of {@code submissions} that readers see; 0 before the first. */
  public long submissionsSnapshot() {
    Table table = tables.get(SubmissionsTable.DEFINITION.name());
    table.refresh();
    return table.currentSnapshot() == null ? 0 : table.currentSnapshot().snapshotId();
  }

  /** The accounts of the files of some submissions. */
  public List<FilesTable.Row> files(Set<String> hashes) {
    return read(FilesTable.DEFINITION.name(), FilesTable::row, null).stream()
        .filter(row -> hashes.contains(row.submissionHash()))
        .toList();
  }

  /** The rejects of some submissions. */
  public List<RejectsTable.Row> rejects(Set<String> hashes) {
    return read(RejectsTable.DEFINITION.name(), RejectsTable::row, within(hashes));
  }

  /** The tallies of some submissions, made with this lake's framework. */
  public List<TalliesTable.Row> tallies(Set<String> hashes) {
    Expression wanted =
        Expressions.and(Expressions.equal("framework_hash", framework.hash()), within(hashes));
    return read(TalliesTable.DEFINITION.name(), TalliesTable::row, wanted);
  }

  /** What tasks write inspections with. */
  public InspectionWriter inspectionWriter() {
    return new InspectionWriter(
        framework,
        new RowWriter(tables.get("cases")),
        new RowWriter(tables.get("judgements")),
        new RowWriter(tables.get("rejects")),
        new RowWriter(tables.get("tallies")));
  }

  /** What tasks read stored inspections with. */
  public InspectionSource inspectionSource() {
    return new InspectionSource(framework, tables.get("cases"), tables.get("judgements"));
  }

  /**
   * Adds the files that tasks wrote. Rows of the same submissions that an earlier, unfinished run
   * left are replaced, so that doing it again changes nothing. No reader sees any of it yet.
   */
  public void append(Set<String> hashes, List<InspectionWriter.Written> written) {
    replaceFiles("cases", within(hashes), written, InspectionWriter.Written::cases);
    replaceFiles("judgements", within(hashes), written, InspectionWriter.Written::judgements);
    replaceFiles("rejects", within(hashes), written, InspectionWriter.Written::rejects);
    appendTallies(hashes, written);
  }

  /** Adds tallies alone, for submissions that are stored already. */
  public void appendTallies(Set<String> hashes, List<InspectionWriter.Written> written) {
    replaceFiles(
        "tallies",
        Expressions.and(Expressions.equal("framework_hash", framework.hash()), within(hashes)),
        written,
        InspectionWriter.Written::tallies);
  }

  /** Keeps the accounts of files of new submissions beside those of older ones. */
  public void addFiles(List<FilesTable.Row> rows) {
    Set<String> hashes = new HashSet<>();
    rows.forEach(row -> hashes.add(row.submissionHash()));
    replaceRows(
        FilesTable.DEFINITION,
        FilesTable::row,
        known -> {
          List<FilesTable.Row> kept = new ArrayList<>(known);
          kept.removeIf(row -> hashes.contains(row.submissionHash()));
          kept.addAll(rows);
          return kept;
        });
  }

  /**
   * The commit: changes which submissions are current, starting from those that are. When another
   * run has committed meanwhile, the change is made again on what that run left.
   */
  public void commit(UnaryOperator<List<SubmissionsTable.Row>> change) {
    replaceRows(SubmissionsTable.DEFINITION, SubmissionsTable::row, change);
  }

  @Override
  public void close() {
    if (catalog instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw PipelineException.failed("the lake's catalog did not close: " + e.getMessage(), e);
      }
    }
  }

  private void prepare() {
    if (catalog instanceof SupportsNamespaces namespaces) {
      prepareNamespace(namespaces);
    }
    load(SubmissionsTable.DEFINITION, false);
    load(FilesTable.DEFINITION, false);
    load(cases, true);
    load(JudgementsTable.DEFINITION, true);
    load(RejectsTable.DEFINITION, true);
    load(TalliesTable.DEFINITION, true, "framework_hash");
  }

  /** Another run may make it at the same moment; then it is there, however this attempt ends. */
  private void prepareNamespace(SupportsNamespaces namespaces) {
    if (namespaces.namespaceExists(namespace)) {
      return;
    }
    try {
      namespaces.createNamespace(namespace);
    } catch (AlreadyExistsException | UncheckedSQLException e) {
      if (!namespaces.namespaceExists(namespace)) {
        throw e;
      }
    }
  }

  private void load(
      org.trustbench.table.Table<?> definition,
      boolean isBySubmission,
      String... furtherPartitions) {
    TableIdentifier id = TableIdentifier.of(namespace, definition.name());
    Schema schema = IcebergSchemas.schema(definition);
    Table table;
    try {
      table = catalog.loadTable(id);
    } catch (NoSuchTableException e) {
      PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
      if (isBySubmission) {
        spec.identity(HASH);
      }
      Arrays.stream(furtherPartitions).forEach(spec::identity);
      try {
        table =
            catalog.createTable(
                id,
                schema,
                spec.build(),
                Map.of(
                    TableProperties.FORMAT_VERSION,
                    "2",
                    "comment",
                    definition.grain(),
                    TableProperties.PARQUET_COMPRESSION,
                    "zstd",
                    TableProperties.OBJECT_STORE_ENABLED,
                    "false"));
      } catch (AlreadyExistsException raced) {
        table = catalog.loadTable(id);
      }
    }
    addMissingColumns(table, schema);
    tables.put(definition.name(), table);
  }

  /** A framework may have gained case attributes since the table was made. */
  private static void addMissingColumns(Table table, Schema wanted) {
    UpdateSchema update = table.updateSchema();
    boolean isChanged = false;
    for (var field : wanted.columns()) {
      if (table.schema().findField(field.name()) == null) {
        update.addColumn(field.name(), field.type(), field.doc());
        isChanged = true;
      }
    }
    if (isChanged) {
      update.commit();
      table.refresh();
    }
  }

  private static Expression within(Set<String> hashes) {
    return hashes.isEmpty()
        ? Expressions.alwaysFalse()
        : Expressions.in(HASH, hashes.stream().sorted().toArray());
  }

  private <R> List<R> read(String name, Function<Record, R> row, Expression filter) {
    Table table = tables.get(name);
    table.refresh();
    return rows(table, row, filter);
  }

  private static <R> List<R> rows(Table table, Function<Record, R> row, Expression filter) {
    IcebergGenerics.ScanBuilder scan = IcebergGenerics.read(table);
    List<R> rows = new ArrayList<>();
    try (CloseableIterable<Record> records = (filter == null ? scan : scan.where(filter)).build()) {
      records.forEach(record -> rows.add(row.apply(record)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private void replaceFiles(
      String name,
      Expression replaced,
      List<InspectionWriter.Written> written,
      Function<InspectionWriter.Written, DataFile> file) {
    List<DataFile> files = written.stream().map(file).filter(java.util.Objects::nonNull).toList();
    retried(
        () -> {
          Table table = tables.get(name);
          table.refresh();
          if (table.currentSnapshot() == null) {
            if (!files.isEmpty()) {
              var append = table.newAppend();
              files.forEach(append::appendFile);
              append.commit();
            }
            return;
          }
          OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(replaced);
          files.forEach(overwrite::addFile);
          overwrite.commit();
        });
  }

  private <R> void replaceRows(
      org.trustbench.table.Table<R> definition,
      Function<Record, R> row,
      UnaryOperator<List<R>> change) {
    retried(
        () -> {
          Table table = tables.get(definition.name());
          table.refresh();
          Snapshot before = table.currentSnapshot();
          OverwriteFiles overwrite = table.newOverwrite();
          List<R> known = new ArrayList<>();
          if (before != null) {
            known = rows(table, row, null);
            overwrite.validateFromSnapshot(before.snapshotId());
            try (CloseableIterable<FileScanTask> tasks =
                table.newScan().useSnapshot(before.snapshotId()).planFiles()) {
              tasks.forEach(task -> overwrite.deleteFile(task.file()));
            }
          }
          DataFile file = new RowWriter(table).write(definition, change.apply(known).iterator());
          if (file != null) {
            overwrite.addFile(file);
          }
          overwrite
              .conflictDetectionFilter(Expressions.alwaysTrue())
              .validateNoConflictingData()
              .validateNoConflictingDeletes()
              .commit();
        });
  }

  /** Something that may have to be done again because another run came between. */
  private interface Attempt {
    void run() throws IOException;
  }

  private static void retried(Attempt attempt) {
    for (int i = 1; ; i++) {
      try {
        attempt.run();
        return;
      } catch (ValidationException | CommitFailedException | UncheckedSQLException e) {
        boolean isBusy = !(e instanceof UncheckedSQLException sql) || isRaced(sql);
        if (!isBusy || i == ATTEMPTS) {
          throw PipelineException.failed(
              "the lake could not be changed: %s; run it again".formatted(e.getMessage()), e);
        }
      } catch (IOException e) {
        throw PipelineException.failed("the lake cannot be written: " + e.getMessage(), e);
      }
    }
  }

  /** Tallies by the submission they were made from. */
  public Map<String, List<Tally>> talliesBySubmission(Set<String> hashes) {
    Map<String, List<Tally>> bySubmission = new HashMap<>();
    for (TalliesTable.Row row : tallies(hashes)) {
      bySubmission
          .computeIfAbsent(row.submissionHash(), hash -> new ArrayList<>())
          .add(row.tally());
    }
    return bySubmission;
  }
}
