package org.trustbench.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.io.FileIO;
import org.trustbench.PipelineException;
import org.trustbench.lake.catalog.PostgresDriver;
import org.trustbench.message.FailureCause;
import org.trustbench.storage.Place;
import org.trustbench.storage.StorageSettings;

/** A table of Iceberg as its present snapshot has it, without the rows that were deleted. */
public final class IcebergTable implements SourceTable {
  private static final String METADATA = ".metadata.json";
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

  private final String name;
  private final Table table;
  private final AutoCloseable opened;

  private IcebergTable(String name, Table table, AutoCloseable opened) {
    this.name = name;
    this.table = table;
    this.opened = opened;
  }

  /** Whether a path is the folder of a table, or a file of metadata. */
  public static boolean isAt(Path path) {
    return path.getFileName() != null && path.getFileName().toString().endsWith(METADATA)
        || Files.isDirectory(path.resolve("metadata")) && hasMetadata(path.resolve("metadata"));
  }

  private static boolean hasMetadata(Path folder) {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(METADATA));
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens a table by the file of its metadata, or by its folder where that says which it is. */
  public static IcebergTable at(String name, Path path) {
    Path metadata = Files.isDirectory(path) ? present(name, path.resolve("metadata")) : path;
    try {
      String location = metadata.toAbsolutePath().normalize().toString();
      boolean isLocal = Place.isLocal(metadata);
      FileIO io = isLocal ? new HadoopFileIO(new Configuration()) : StorageSettings.io(metadata);
      Table table = new BaseTable(new StaticTableOperations(location, io), name);
      return new IcebergTable(name, table, isLocal ? io : () -> {});
    } catch (RuntimeException e) {
      throw failed(name, e);
    }
  }

  /** Without a catalog only a table of Hadoop's kind says which of its states is the present. */
  private static Path present(String name, Path folder) {
    Path hint = folder.resolve("version-hint.text");
    try {
      String version =
          Files.exists(hint) ? Files.readString(hint, StandardCharsets.UTF_8).strip() : "";
      Path metadata = folder.resolve("v" + version + METADATA);
      if (VERSION.matcher(version).matches() && Files.exists(metadata)) {
        return metadata;
      }
    } catch (IOException e) {
      throw failed(name, e);
    }
    throw PipelineException.failed(
        "%s is a table of Iceberg whose catalog knows which of its states counts: name it as iceberg:CATALOG.NAMESPACE.TABLE, or name the file metadata/…%s that is meant"
            .formatted(name, METADATA));
  }

  /**
   * Opens a table of a catalog.
   *
   * @param identifier namespace and name, with dots between
   * @param properties Iceberg's properties of the catalog
   * @param hadoop Hadoop's settings
   */
  public static IcebergTable of(
      String name,
      String catalogName,
      String identifier,
      Map<String, String> properties,
      Map<String, String> hadoop) {
    Configuration configuration = new Configuration();
    hadoop.forEach(configuration::set);
    PostgresDriver.loadFor(properties);
    try {
      Catalog catalog = CatalogUtil.buildIcebergCatalog(catalogName, properties, configuration);
      Table table = catalog.loadTable(TableIdentifier.parse(identifier));
      AutoCloseable opened =
          () -> {
            if (catalog instanceof AutoCloseable one) {
              one.close();
            }
            table.io().close();
          };
      return new IcebergTable(name, table, opened);
    } catch (NoSuchTableException e) {
      throw PipelineException.failed(
          "%s: catalog %s has no table %s: name another, or make it"
              .formatted(name, catalogName, identifier),
          e);
    } catch (RuntimeException | LinkageError e) {
      throw failed(name, e);
    }
  }

  private static PipelineException failed(String name, Throwable e) {
    return PipelineException.failed(
        "%s cannot be read as a table of Iceberg: %s".formatted(name, FailureCause.of(e)), e);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<SourceColumn> columns() {
    return IcebergColumns.of(table.schema());
  }

  @Override
  public Rows rows(List<SourceColumn> columns) {
    CloseableIterable<Record> records =
        IcebergGenerics.read(table)
            .select(columns.stream().map(SourceColumn::name).toArray(String[]::new))
            .build();
    try {
      return new Records(columns, records);
    } catch (RuntimeException e) {
      throw failed(name, e);
    }
  }

  @Override
  public void close() {
    try {
      opened.close();
    } catch (Exception e) {
      throw failed(name, e);
    }
  }

  private final class Records implements Rows {
    private final List<String> names;
    private final CloseableIterable<Record> records;
    private final CloseableIterator<Record> each;

    Records(List<SourceColumn> columns, CloseableIterable<Record> records) {
      this.names = columns.stream().map(SourceColumn::name).toList();
      this.records = records;
      this.each = records.iterator();
    }

    @Override
    public Object[] next() {
      try {
        if (!each.hasNext()) {
          return null;
        }
        Record record = each.next();
        return names.stream().map(record::getField).toArray();
      } catch (RuntimeException e) {
        throw failed(name, e);
      }
    }

    @Override
    public void close() {
      try {
        each.close();
        records.close();
      } catch (IOException e) {
        throw failed(name, e);
      }
    }
  }
}
