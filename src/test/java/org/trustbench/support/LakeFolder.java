package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.trustbench.framework.Framework;
import org.trustbench.lake.Lake;
import org.trustbench.lake.catalog.EmbeddedCatalog;

/** The embedded lake in a folder, with the catalog that jobs give it. */
public final class LakeFolder {
  private LakeFolder() {}

  public static Lake open(Framework framework, Path folder) {
    return Lake.open(framework, EmbeddedCatalog.properties(folder), null);
  }

  /** The rows of a table that count, found past the program by hash and ingest. */
  public static List<Map<String, Object>> current(Path folder, String namespace, String table) {
    Set<List<Object>> named =
        rows(folder, namespace, "submissions").stream()
            .filter(row -> row.get("status").equals("accepted"))
            .map(LakeFolder::stored)
            .collect(Collectors.toSet());
    return rows(folder, namespace, table).stream()
        .filter(row -> named.contains(stored(row)))
        .toList();
  }

  private static List<Object> stored(Map<String, Object> row) {
    return List.of(row.get("submission_hash"), row.get("ingest_id"));
  }

  /** Every row of a table, current or not, read past the program by Iceberg alone. */
  public static List<Map<String, Object>> rows(Path folder, String namespace, String table) {
    try (JdbcCatalog catalog =
            (JdbcCatalog)
                CatalogUtil.buildIcebergCatalog("lake", EmbeddedCatalog.properties(folder), null);
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
}
