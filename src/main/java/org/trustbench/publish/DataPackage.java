package org.trustbench.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/**
 * Describes every table and column of a release, as a Data Package with Table Schemas (version 2 of
 * the Frictionless specifications, in words that version 1 has too).
 */
final class DataPackage {
  private static final String PROFILE = "https://datapackage.org/profiles/2.0/";

  private DataPackage() {}

  static Map<String, Object> of(ReleaseContent content, Map<String, Table<?>> tables) {
    List<Map<String, Object>> resources = new ArrayList<>();
    tables.forEach((path, table) -> resources.add(resource(path, table)));
    resources.add(workbook());
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("$schema", PROFILE + "datapackage.json");
    described.put("name", content.results().framework().id());
    described.put("title", content.results().framework().title());
    described.put("description", content.results().framework().description());
    described.put("schema_version", StarSchema.SCHEMA_VERSION);
    described.put("audience", content.audience().label());
    described.put("synthetic", content.isSynthetic());
    if (!content.inferred().isEmpty()) {
      described.put("inferred", content.inferred());
    }
    described.put("resources", resources);
    return described;
  }

  /** The type of a column in the words of Table Schema. */
  static String type(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> "string";
      case INTEGER -> "integer";
      case DECIMAL -> "number";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
    };
  }

  private static Map<String, Object> workbook() {
    Map<String, Object> workbook = new LinkedHashMap<>();
    workbook.put("name", "league-tables");
    workbook.put(
        "description",
        "The tables for people as a workbook: cover, contents and notes, then one table a sheet,"
            + " its header in the third row.");
    workbook.put("path", "league-tables.ods");
    workbook.put("format", "ods");
    workbook.put("mediatype", "application/vnd.oasis.opendocument.spreadsheet");
    return workbook;
  }

  private static Map<String, Object> resource(String path, Table<?> table) {
    boolean isCsv = path.endsWith(".csv");
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.name());
    resource.put("type", "table");
    resource.put("description", table.grain());
    resource.put("path", path);
    resource.put("format", isCsv ? "csv" : "parquet");
    resource.put("mediatype", isCsv ? "text/csv" : "application/vnd.apache.parquet");
    if (isCsv) {
      resource.put("encoding", "utf-8");
      resource.put("dialect", dialect());
    }
    resource.put("schema", schema(table));
    return resource;
  }

  private static Map<String, Object> dialect() {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("header", true);
    dialect.put("delimiter", ",");
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    dialect.put("lineTerminator", "\n");
    return dialect;
  }

  private static Map<String, Object> schema(Table<?> table) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", PROFILE + "tableschema.json");
    schema.put("fields", table.columns().stream().map(column -> field(table, column)).toList());
    schema.put("missingValues", List.of(""));
    if (table.hasPrimaryKey()) {
      schema.put("primaryKey", table.key());
    } else {
      schema.put("uniqueKeys", List.of(table.key()));
    }
    if (!table.foreignKeys().isEmpty()) {
      schema.put("foreignKeys", table.foreignKeys().stream().map(DataPackage::foreignKey).toList());
    }
    return schema;
  }

  private static Map<String, Object> field(Table<?> table, Column<?> column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", type(column));
    field.put("format", "default");
    field.put("description", column.description());
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
    Map<String, Object> constraints = new LinkedHashMap<>();
    if (table.isRequired(column)) {
      constraints.put("required", true);
    }
    if (table.key().equals(List.of(column.name()))) {
      constraints.put("unique", true);
    }
    if (!constraints.isEmpty()) {
      field.put("constraints", constraints);
    }
    return field;
  }

  private static Map<String, Object> foreignKey(Table.ForeignKey key) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("resource", key.table());
    reference.put("fields", List.of(key.column()));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("fields", List.of(key.column()));
    described.put("reference", reference);
    return described;
  }
}
