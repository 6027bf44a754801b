package org.trustbench.lake.catalog;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Framework;
import org.trustbench.lake.file.HadoopUser;
import org.trustbench.lake.file.LocalFileIO;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.FrameworksTable;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.table.SuppressedTable;
import org.trustbench.lake.table.TalliesTable;
import org.trustbench.terms.Terms;

/** Opens the tables of a lake, and makes those that it lacks. */
public final class LakeOpening {
  private final Catalog catalog;
  private final Namespace namespace;
  private final Terms terms;
  private final Map<String, Table> tables = new LinkedHashMap<>();

  /**
   * @param terms of the descriptions of tables that are not there yet
   */
  private LakeOpening(Catalog catalog, Namespace namespace, Terms terms) {
    this.catalog = catalog;
    this.namespace = namespace;
    this.terms = terms;
  }

  /**
   * Opens the lake and makes the tables that it lacks.
   *
   * @param properties Iceberg's properties of the catalog
   * @param hadoop settings of Hadoop's file systems; null where they are not used
   * @throws EarlierShapeException if an earlier version made it
   */
  public static LakeTables open(
      Framework framework, Map<String, String> properties, Map<String, String> hadoop) {
    Configuration configuration = null;
    if (hadoop != null) {
      HadoopUser.ensureRuns();
      configuration = new Configuration();
      hadoop.forEach(configuration::set);
    }
    PostgresDriver.loadFor(properties);
    String folder = properties.get(LocalFileIO.ROOT);
    LakeLock lock = LakeLock.shared(folder == null ? null : Path.of(folder));
    try {
      return opened(framework, properties, configuration, lock);
    } catch (RuntimeException | LinkageError e) {
      lock.close();
      throw e;
    }
  }

  private static LakeTables opened(
      Framework framework,
      Map<String, String> properties,
      Configuration configuration,
      LakeLock lock) {
    String folder = properties.get(LocalFileIO.ROOT);
    String place =
        folder == null
            ? CatalogPlace.of(properties)
            : new CatalogFile(Path.of(folder)).path().toString();
    for (int i = 1; ; i++) {
      try {
        Catalog catalog = CatalogUtil.buildIcebergCatalog("lake", properties, configuration);
        return new LakeTables(catalog, place, tables(catalog, framework), lock);
      } catch (UncheckedSQLException | RESTException e) {
        if (!LakeTables.isRaced(e) || i == LakeTables.ATTEMPTS) {
          throw CatalogFailure.of(place, "cannot be opened", e);
        }
      }
    }
  }

  private static Map<String, Table> tables(Catalog catalog, Framework framework) {
    LakeOpening opening =
        new LakeOpening(catalog, LakeTables.namespace(framework), framework.terms());
    opening.prepareNamespace();
    opening.prepare(SubmissionsTable.DEFINITION);
    opening.prepare(FilesTable.DEFINITION, StoredRows.INGEST);
    opening.prepare(CasesTable.definition(framework.attributes()), StoredRows.INGEST);
    opening.prepare(JudgementsTable.DEFINITION, StoredRows.INGEST);
    opening.prepare(JudgementsTable.SECOND_READINGS, StoredRows.INGEST);
    opening.prepare(RejectsTable.DEFINITION, StoredRows.INGEST);
    opening.prepare(TalliesTable.DEFINITION, StoredRows.INGEST, "framework_hash");
    opening.prepare(ScoringsTable.DEFINITION);
    opening.prepare(FrameworksTable.DEFINITION);
    opening.prepare(SuppressedTable.DEFINITION);
    Failpoint.LAKE_MADE.reached();
    return opening.tables;
  }

  /** Another run may make it at the same moment; then it is there, however this attempt ends. */
  private void prepareNamespace() {
    if (!(catalog instanceof SupportsNamespaces namespaces)
        || namespaces.namespaceExists(namespace)) {
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

  /** Makes a table unless it is there, partitioned by columns of text. */
  private void prepare(org.trustbench.table.Table<?> declared, String... partitions) {
    org.trustbench.table.Table<?> definition = declared.in(terms);
    TableIdentifier id = TableIdentifier.of(namespace, definition.name());
    Schema schema = IcebergSchemas.schema(definition);
    Table table;
    try {
      table = catalog.loadTable(id);
    } catch (NoSuchTableException e) {
      PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
      Arrays.stream(partitions).forEach(spec::identity);
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
    if (table.schema().findField(StoredRows.INGEST) == null
        && schema.findField(StoredRows.INGEST) != null) {
      throw new EarlierShapeException();
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
}
