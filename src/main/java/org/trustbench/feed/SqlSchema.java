package org.trustbench.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.table.Column;
import org.trustbench.table.Table;
import org.trustbench.terms.Terms;

/**
 * The tables and views of a programme, in SQL that PostgreSQL and DuckDB both understand. Every
 * table is keyed by release too; a view {@code current_…} of each shows the current release alone.
 */
final class SqlSchema {
  static final String RELEASE_ID = "release_id";
  private static final String CURRENT = "current_";

  private final String schema;
  private final Terms terms;
  private final List<Table<?>> tables;

  /**
   * Defines tables.
   *
   * @param schema what holds them in the database
   * @param tables those that others refer to first, the table of releases among them
   */
  SqlSchema(String schema, List<Table<?>> tables, Terms terms) {
    this.schema = schema;
    this.tables = tables;
    this.terms = terms;
  }

  List<Table<?>> tables() {
    return tables;
  }

  /** A table's or view's name with the schema's. */
  String qualified(String name) {
    return quoted(schema) + "." + quoted(name);
  }

  /** A name as SQL takes it whatever it is. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String quoted(List<String> names) {
    return names.stream().map(SqlSchema::quoted).collect(Collectors.joining(", "));
  }

  /** The names of a table's columns in the database, the release first. */
  static List<String> columns(Table<?> table) {
    List<String> names = new ArrayList<>(table.columnNames());
    names.remove(RELEASE_ID);
    names.add(0, RELEASE_ID);
    return names;
  }

  /** The columns that identify a row among all releases. */
  static List<String> key(Table<?> table) {
    List<String> names = new ArrayList<>(table.key());
    names.remove(RELEASE_ID);
    names.add(0, RELEASE_ID);
    return names;
  }

  static String type(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> "text";
      case INTEGER -> "bigint";
      case DECIMAL -> "double precision";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
    };
  }

  /** The column of every table that names the release. */
  static String type(Table<?> table, String column) {
    return table.columns().stream()
        .filter(one -> one.name().equals(column))
        .findFirst()
        .map(SqlSchema::type)
        .orElse("text");
  }

  String createTable(Table<?> table) {
    List<String> parts = new ArrayList<>();
    for (String column : columns(table)) {
      parts.add(
          quoted(column)
              + " "
              + type(table, column)
              + (key(table).contains(column) ? " not null" : ""));
    }
    parts.add("primary key (%s)".formatted(quoted(key(table))));
    if (!table.name().equals(ReleaseMetadata.NAME)) {
      parts.add(
          "foreign key (%s) references %s (%s)"
              .formatted(quoted(RELEASE_ID), qualified(ReleaseMetadata.NAME), quoted(RELEASE_ID)));
    }
    for (Table.ForeignKey key : table.foreignKeys()) {
      String columns = quoted(List.of(RELEASE_ID, key.column()));
      parts.add(
          "foreign key (%s) references %s (%s)"
              .formatted(columns, qualified(key.table()), columns));
    }
    return "create table %s (\n  %s\n)"
        .formatted(qualified(table.name()), String.join(",\n  ", parts));
  }

  /** An index for each column that is filtered by and does not begin the key. */
  List<String> createIndexes(Table<?> table) {
    List<String> statements = new ArrayList<>();
    for (Table.ForeignKey foreign : table.foreignKeys()) {
      if (key(table).indexOf(foreign.column()) != 1) {
        statements.add(
            "create index if not exists %s on %s (%s)"
                .formatted(
                    quoted(table.name() + "_" + foreign.column()),
                    qualified(table.name()),
                    quoted(List.of(RELEASE_ID, foreign.column()))));
      }
    }
    return statements;
  }

  /** Comments on a table and its columns. */
  List<String> comments(Table<?> table) {
    List<String> statements = new ArrayList<>();
    String name = qualified(table.name());
    statements.add("comment on table %s is %s".formatted(name, literal(grain(table))));
    descriptions(table)
        .forEach((column, text) -> statements.add(commentOnColumn(table.name(), column, text)));
    return statements;
  }

  /** The grain with the release in it: "One row per release, inspection and measure." */
  private static String grain(Table<?> table) {
    boolean isOfOneThing = !table.grain().matches(".*(,| and ).*");
    return table.name().startsWith(ReleaseMetadata.NAME)
        ? table.grain()
        : table
            .grain()
            .replaceFirst("^One row per ", "One row per release" + (isOfOneThing ? " and " : ", "));
  }

  private String commentOnColumn(String table, String column, String text) {
    return "comment on column %s.%s is %s"
        .formatted(qualified(table), quoted(column), literal(text));
  }

  private static Map<String, String> descriptions(Table<?> table) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(RELEASE_ID, "the release");
    for (Column<?> column : table.columns()) {
      String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
      texts.put(column.name(), column.description() + unit);
    }
    return texts;
  }

  private List<DashboardView> dashboards() {
    return DashboardView.of(tables.stream().map(Table::name).collect(Collectors.toSet()));
  }

  /** The names of all views, those that rest on others last. */
  List<String> viewNames() {
    return Stream.concat(
            tables.stream().map(table -> CURRENT + table.name()),
            dashboards().stream().map(DashboardView::name))
        .toList();
  }

  /** All views with their comments, those that rest on others last. */
  List<String> createViews() {
    List<String> statements = new ArrayList<>();
    Map<String, String> known = new LinkedHashMap<>();
    for (Table<?> table : tables) {
      String name = CURRENT + table.name();
      statements.add(
          "create view %s as select %s from %s where %s"
              .formatted(
                  qualified(name), quoted(columns(table)), qualified(table.name()), isCurrent()));
      statements.add(
          "comment on view %s is %s"
              .formatted(
                  qualified(name), literal("Of the current release alone. " + table.grain())));
      descriptions(table)
          .forEach(
              (column, text) -> {
                known.putIfAbsent(column, text);
                statements.add(commentOnColumn(name, column, text));
              });
    }
    for (DashboardView view : dashboards()) {
      statements.add(
          "create view %s as\n%s".formatted(qualified(view.name()), view.sql(quoted(schema))));
      statements.add(
          "comment on view %s is %s"
              .formatted(qualified(view.name()), literal(view.comment(terms))));
      for (String column : view.columns()) {
        statements.add(
            commentOnColumn(view.name(), column, view.description(column, known, terms)));
      }
    }
    return statements;
  }

  private String isCurrent() {
    return "%s = (select %s from %s where %s)"
        .formatted(
            quoted(RELEASE_ID),
            quoted(RELEASE_ID),
            qualified(ReleaseMetadata.NAME),
            quoted("is_current"));
  }

  /** A hash of everything defined here. */
  String hash() {
    List<String> all = new ArrayList<>();
    for (Table<?> table : tables) {
      all.add(createTable(table));
      all.addAll(createIndexes(table));
      all.addAll(comments(table));
    }
    all.addAll(createViews());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
