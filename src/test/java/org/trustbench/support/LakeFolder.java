package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.trustbench.framework.Framework;
import org.trustbench.lake.Lake;
import org.trustbench.lake.LocalFileIO;

/** The embedded lake in a folder, with the catalog that jobs give it. */
public final class LakeFolder {
  private LakeFolder() {}

  public static Lake open(Framework framework, Path folder) {
    return Lake.open(framework, properties(folder), null);
  }

  /** Every row of a table, current or not, read past the program by Iceberg alone. */
  public static List<Map<String, Object>> rows(Path folder, String namespace, String table) {
    try (JdbcCatalog catalog =
            (JdbcCatalog) CatalogUtil.buildIcebergCatalog("lake", properties(folder), null);
        CloseableIterable<Record> records =
            IcebergGenerics.read(catalog.loadTable(TableIdentifier.of(namespace, table))).build()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Record record : records) {
        Map<String, Object> row = new LinkedHashMap<>();
        record
            .struct()
            .fields()
            .forEach(field -> row.put(field.name(), record.getField(field.name())));
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, String> properties(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("type", "jdbc");
    properties.put("io-impl", LocalFileIO.class.getName());
    properties.put(
        "uri",
        "jdbc:sqlite:%s?journal_mode=WAL&busy_timeout=60000"
            .formatted(folder.resolve("catalog.sqlite")));
    properties.put("jdbc.schema-version", "V1");
    properties.put("warehouse", folder.resolve("warehouse").toUri().toString());
    return properties;
  }
}
