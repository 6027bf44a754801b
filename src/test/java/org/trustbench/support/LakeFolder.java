package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.trustbench.lake.EmbeddedCatalog;
import org.trustbench.lake.Lake;

/** The embedded lake in a folder, with the catalog that jobs give it. */
public final class LakeFolder {
  private LakeFolder() {}

  public static Lake open(Framework framework, Path folder) {
    return Lake.open(framework, EmbeddedCatalog.properties(folder), null);
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
