package org.trustbench.feed;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.PipelineException;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.table.Table;

/** The tables of a programme in PostgreSQL, within one transaction. */
final class PostgresTables {
  private final Connection connection;
  private final SqlSchema definition;
  private final String schema;
  private final String release;

  PostgresTables(Connection connection, SqlSchema definition, String schema) {
    this.connection = connection;
    this.definition = definition;
    this.schema = schema;
    this.release = definition.qualified(ReleaseMetadata.NAME);
  }

  /** Feeds of one programme wait for each other, until their transactions end. */
  void lock() throws SQLException {
    texts("select pg_advisory_xact_lock(hashtext(?))::text", "trustbench feed " + schema);
  }

  boolean exist() throws SQLException {
    return texts("select to_regclass(?)::text", release).get(0) != null;
  }

  List<String> releases() throws SQLException {
    return texts("select release_id from %s order by feed_number desc".formatted(release));
  }

  /** The release that readers see; null if none. */
  String current() throws SQLException {
    List<String> current = texts("select release_id from %s where is_current".formatted(release));
    return current.isEmpty() ? null : current.get(0);
  }

  /** The hash of the tables and views as they are; null if there are none. */
  String definition() throws SQLException {
    return texts(
            "select substring(obj_description(to_regnamespace(?), 'pg_namespace') from 'definition ([0-9a-f]+)$')",
            SqlSchema.quoted(schema))
        .get(0);
  }

  long nextFeedNumber() throws SQLException {
    return Long.parseLong(
        texts("select coalesce(max(feed_number), 0) + 1 from %s".formatted(release)).get(0));
  }

  /** Rows of tables of another version do not fit beside those of this one. */
  void refuseOtherVersion() throws SQLException {
    List<String> others =
        texts(
            "select distinct schema_version::text from %s where schema_version <> %d"
                .formatted(release, ReleaseFolder.schemaVersion()));
    if (!others.isEmpty()) {
      throw PipelineException.usage(
          "schema %s holds tables of version %s and this release has version %d: rename that schema or drop it, then feed again"
              .formatted(schema, others.get(0), ReleaseFolder.schemaVersion()));
    }
  }

  /** Whoever may read a public release must not find an internal one beside it. */
  void refuseOtherAudience(String audience) throws SQLException {
    List<String> others =
        texts("select audience from %s where audience <> ?".formatted(release), audience);
    if (!others.isEmpty()) {
      throw PipelineException.usage(
          "schema %s holds releases that are %s and this one is %s: give it a database of its own"
              .formatted(schema, word(others.get(0)), word(audience)));
    }
  }

  private static String word(String audience) {
    return audience.replaceFirst(":.*", "");
  }

  /** Makes tables and views as they should be; columns that are new are empty in older releases. */
  void define() throws SQLException {
    if (texts("select nspname from pg_namespace where nspname = ?", schema).isEmpty()) {
      execute("create schema " + SqlSchema.quoted(schema));
    }
    List<String> grants = grantsOnViews();
    List<String> views = new ArrayList<>(definition.viewNames());
    Collections.reverse(views);
    for (String view : views) {
      execute("drop view if exists " + definition.qualified(view));
    }
    for (Table<?> table : definition.tables()) {
      Map<String, String> there = columns(table);
      if (there.isEmpty()) {
        execute(definition.createTable(table));
      } else {
        widen(table, there);
      }
      for (String statement : definition.createIndexes(table)) {
        execute(statement);
      }
      for (String statement : definition.comments(table)) {
        execute(statement);
      }
    }
    execute(
        "create unique index if not exists release_one_is_current on %s (is_current) where is_current"
            .formatted(release));
    for (String statement : definition.createViews()) {
      execute(statement);
    }
    for (String grant : grants) {
      execute(grant);
    }
    execute(
        "comment on schema %s is 'FeedResult by trustbench; definition %s'"
            .formatted(SqlSchema.quoted(schema), definition.hash()));
  }

  /** The grants on the views, which are lost when the views are made anew. */
  private List<String> grantsOnViews() throws SQLException {
    String names =
        definition.viewNames().stream().map(name -> "'" + name + "'").collect(joining(", "));
    return texts(
        """
        select format('grant %%s on %%I.%%I to %%s', a.privilege_type, n.nspname, c.relname,
          case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
        where n.nspname = ? and c.relkind = 'v' and a.grantee <> c.relowner and c.relname in (%s)
        """
            .formatted(names),
        schema);
  }

  private void widen(Table<?> table, Map<String, String> there) throws SQLException {
    for (String column : SqlSchema.columns(table)) {
      String type = SqlSchema.type(table, column);
      if (!there.containsKey(column)) {
        execute(
            "alter table %s add column %s %s"
                .formatted(definition.qualified(table.name()), SqlSchema.quoted(column), type));
      } else if (!there.get(column).equals(type)) {
        throw PipelineException.usage(
            "column %s of %s.%s is %s and should be %s: rename that schema or drop it, then feed again"
                .formatted(column, schema, table.name(), there.get(column), type));
      }
    }
  }

  private Map<String, String> columns(Table<?> table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select column_name, data_type from information_schema.columns where table_schema = ? and table_name = ?")) {
      query.setString(1, schema);
      query.setString(2, table.name());
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          columns.put(found.getString(1), found.getString(2));
        }
      }
    }
    return columns;
  }

  /** From the commit on, readers see this release. */
  void turnTo(String releaseId) throws SQLException {
    execute("update %s set is_current = false where is_current".formatted(release));
    try (PreparedStatement update =
        connection.prepareStatement(
            "update %s set is_current = true where release_id = ?".formatted(release))) {
      update.setString(1, releaseId);
      update.executeUpdate();
    }
  }

  /**
   * Removes the releases fed longest ago; never the current one.
   *
   * @return whether there were any
   */
  boolean prune(int keep) throws SQLException {
    String current = current();
    List<String> others = new ArrayList<>(releases());
    others.remove(current);
    List<String> gone = others.subList(Math.min(keep - 1, others.size()), others.size());
    List<Table<?>> tables = new ArrayList<>(definition.tables());
    Collections.reverse(tables);
    for (String one : gone) {
      for (Table<?> table : tables) {
        try (PreparedStatement delete =
            connection.prepareStatement(
                "delete from %s where release_id = ?"
                    .formatted(definition.qualified(table.name())))) {
          delete.setString(1, one);
          delete.executeUpdate();
        }
      }
    }
    return !gone.isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a query. */
  private List<String> texts(String sql, String... arguments) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        query.setString(i + 1, arguments[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          texts.add(found.getString(1));
        }
      }
      return texts;
    }
  }
}
