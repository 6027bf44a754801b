package org.trustbench.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Describes the CSV tables of a release as a table group of the W3C's CSV on the Web. */
final class CsvMetadata {
  private CsvMetadata() {}

  /** The description; tables of another format are left out. */
  static Map<String, Object> of(ReleaseContent content, Map<String, Table<?>> tables) {
    Map<String, String> urls = new LinkedHashMap<>();
    tables.forEach((path, table) -> urls.put(table.name(), path));
    List<Map<String, Object>> described = new ArrayList<>();
    tables.forEach(
        (path, table) -> {
          if (path.endsWith(".csv")) {
            described.add(table(path, table, urls));
          }
        });
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
    group.put("dc:title", content.results().framework().title());
    group.put("dc:description", content.results().framework().description());
    group.put("dc:audience", content.audience().label());
    group.put("dialect", dialect());
    group.put("tables", described);
    return group;
  }

  private static Map<String, Object> dialect() {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("encoding", "utf-8");
    dialect.put("delimiter", ",");
    dialect.put("header", true);
    dialect.put("lineTerminators", List.of("\n"));
    return dialect;
  }

  private static Map<String, Object> table(String url, Table<?> table, Map<String, String> urls) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("columns", table.columns().stream().map(column -> column(table, column)).toList());
    if (table.hasPrimaryKey()) {
      schema.put("primaryKey", table.key());
    }
    if (!table.foreignKeys().isEmpty()) {
      schema.put(
          "foreignKeys", table.foreignKeys().stream().map(key -> foreignKey(key, urls)).toList());
    }
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("url", url);
    described.put("dc:title", table.name());
    described.put("dc:description", table.grain());
    described.put("tableSchema", schema);
    return described;
  }

  private static Map<String, Object> column(Table<?> table, Column<?> column) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", column.name());
    described.put("titles", column.name());
    described.put("dc:description", column.description());
    if (!column.unit().isEmpty()) {
      described.put("schema:unitText", column.unit());
    }
    described.put("datatype", datatype(column));
    if (table.isRequired(column)) {
      described.put("required", true);
    }
    return described;
  }

  /** Numbers are doubles, as a very small one is written in powers of ten. */
  private static String datatype(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> "string";
      case INTEGER -> "integer";
      case DECIMAL -> "double";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
    };
  }

  private static Map<String, Object> foreignKey(Table.ForeignKey key, Map<String, String> urls) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("resource", urls.get(key.table()));
    reference.put("columnReference", List.of(key.column()));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("columnReference", List.of(key.column()));
    described.put("reference", reference);
    return described;
  }
}
