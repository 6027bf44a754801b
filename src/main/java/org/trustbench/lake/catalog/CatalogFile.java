package org.trustbench.lake.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.message.FailureCause;

/**
 * The SQLite file of an embedded catalog: it says which state of each table is current.
 *
 * @param folder the lake's
 */
public record CatalogFile(Path folder) {
  static final String NAME = "catalog.sqlite";
  private static final String TABLE = "TABLE";

  public Path path() {
    return folder.resolve(NAME);
  }

  /** Whatever characters the folder's name has, a URI can say it. */
  String url() {
    return plainUrl() + "&journal_mode=WAL";
  }

  /** To look with, which takes no lock that another run might hold. */
  private String plainUrl() {
    return "jdbc:sqlite:%s?busy_timeout=60000".formatted(path().toUri());
  }

  /**
   * The metadata file of every table, by namespace and name.
   *
   * @throws PipelineException if the file is damaged
   */
  public Map<String, String> tables() {
    if (!Files.exists(path())) {
      return Map.of();
    }
    for (int i = 1; ; i++) {
      try {
        return read();
      } catch (SQLException e) {
        if (!String.valueOf(e.getMessage()).contains("SQLITE_BUSY") || i == LakeTables.ATTEMPTS) {
          throw damaged(FailureCause.of(e), e);
        }
      }
    }
  }

  private Map<String, String> read() throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(plainUrl());
        Statement statement = connection.createStatement()) {
      checkSound(statement);
      if (!isMade(statement)) {
        return tables;
      }
      try (ResultSet rows =
          statement.executeQuery("select * from iceberg_tables where catalog_name = 'lake'")) {
        while (rows.next()) {
          String kind = kind(rows);
          if (kind == null || kind.equals(TABLE)) {
            tables.put(
                rows.getString("table_namespace") + "/" + rows.getString("table_name"),
                rows.getString("metadata_location"));
          }
        }
      }
      return tables;
    }
  }

  /** A file of the first schema of Iceberg's knows no kinds. */
  private static String kind(ResultSet rows) throws SQLException {
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      if (rows.getMetaData().getColumnName(i).equals("iceberg_type")) {
        return rows.getString(i);
      }
    }
    return null;
  }

  private static boolean isMade(Statement statement) throws SQLException {
    try (ResultSet made =
        statement.executeQuery("select 1 from sqlite_master where name = 'iceberg_tables'")) {
      return made.next();
    }
  }

  private void checkSound(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery("pragma integrity_check(1)")) {
      if (!found.next() || !found.getString(1).equals("ok")) {
        throw damaged(found.getString(1).lines().findFirst().orElse(""), null);
      }
    }
  }

  private PipelineException damaged(String what, Exception cause) {
    return PipelineException.failed(
        "the lake's catalog %s cannot be read (%s): restore it from a copy of the lake"
            .formatted(path(), what),
        cause);
  }
}
