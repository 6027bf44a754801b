package org.trustbench.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Describes every table and column of a release, as a Frictionless data package. */
final class DataPackage {
  private DataPackage() {}

  static Map<String, Object> of(ReleaseContent content, Map<String, Table<?>> tables) {
    List<Map<String, Object>> resources = new ArrayList<>();
    tables.forEach((path, table) -> resources.add(resource(path, table)));
    resources.add(workbook());
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", content.results().framework().id());
    described.put("title", content.results().framework().title());
    described.put("description", content.results().framework().description());
    described.put("audience", content.audience().label());
    described.put("synthetic", content.isSynthetic());
    described.put("resources", resources);
    return described;
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
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
    schema.put("primaryKey", table.key());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.name());
    resource.put("description", table.grain());
    resource.put("path", path);
    resource.put("format", isCsv ? "csv" : "parquet");
    resource.put("schema", schema);
    return resource;
  }

  private static Map<String, Object> field(Column<?> column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put(
        "type",
        switch (column.type()) {
          case TEXT -> "string";
          case INTEGER -> "integer";
          case DECIMAL -> "number";
          case DATE -> "date";
          case BOOLEAN -> "boolean";
        });
    field.put("description", column.description());
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
    return field;
  }
}
