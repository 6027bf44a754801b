package org.trustbench.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/**
 * Writes a release as one DuckDB file. The file is written aside and renamed, so that a program
 * that has the earlier one open goes on reading that.
 */
final class DuckDbFeed {
  /** Of the file, readable by every DuckDB since 1.0. */
  private static final String STORAGE = "v1.0.0";

  private final Path file;

  DuckDbFeed(Path file) {
    this.file = file;
  }

  FeedResult feed(FeedContent content) {
    SqlSchema definition = new SqlSchema(content.schema(), content.tables(), content.terms());
    try {
      if (Files.exists(file) && !isToBeReplaced(content, definition)) {
        return fed(content, false);
      }
      refuseOpenForWriting();
      Files.createDirectories(file.getParent());
      removeAbandoned();
      Path aside = aside(ProcessHandle.current().pid());
      try {
        write(aside, content, definition);
        Failpoint.FEED_LOADED.reached();
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
        Files.deleteIfExists(wal(aside));
      }
      return fed(content, true);
    } catch (IOException | UncheckedIOException | SQLException e) {
      throw PipelineException.failed(
          "%s cannot be written: %s; the file is as it was"
              .formatted(file, oneLine(e.getMessage())),
          e);
    }
  }

  private FeedResult fed(FeedContent content, boolean isChanged) {
    return new FeedResult(content.releaseId(), isChanged, file.toString(), content.schema(), 1);
  }

  /** Whether the file holds another release than this, or the same in another form. */
  private boolean isToBeReplaced(FeedContent content, SqlSchema definition) {
    String query =
        "select release_id, definition, audience from feed.%s"
            .formatted(definition.qualified(ReleaseMetadata.NAME));
    try (Connection duckDb = DuckDbDriver.connect();
        Statement statement = duckDb.createStatement()) {
      statement.execute("attach '%s' as feed (read_only)".formatted(escaped(file)));
      if (!isFeed(statement)) {
        throw notAFeed(null);
      }
      try (ResultSet held = statement.executeQuery(query)) {
        if (!held.next()) {
          return true;
        }
        refuseOtherAudience(held.getString(3), content.audience());
        return !held.getString(1).equals(content.releaseId())
            || !held.getString(2).equals(definition.hash());
      }
    } catch (SQLException e) {
      if (e.getMessage().contains("lock")) {
        throw PipelineException.failed(
            "%s is open for writing by another program: close it there, and open it read-only to read it"
                .formatted(file),
            e);
      }
      throw notAFeed(e);
    }
  }

  /** Whoever reads the file for its public release must not find an internal one in its place. */
  private void refuseOtherAudience(String held, String audience) {
    if (!held.equals(audience)) {
      throw PipelineException.usage(
          "%s holds a release that is %s and this one is %s: give it a file of its own"
              .formatted(file, held.replaceFirst(":.*", ""), audience.replaceFirst(":.*", "")));
    }
  }

  /** A file of another programme is replaced by nobody. */
  private PipelineException notAFeed(SQLException e) {
    return PipelineException.usage(
        "%s is there already and is not a feed of this programme: name another file, or remove it"
            .formatted(file),
        e);
  }

  private static boolean isFeed(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "select count(*) from duckdb_tables() where database_name = 'feed' and table_name ="
                + " 'release'")) {
      return found.next() && found.getLong(1) > 0;
    }
  }

  private void write(Path aside, FeedContent content, SqlSchema definition) throws SQLException {
    try (Connection duckDb = DuckDbDriver.connect();
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          "attach '%s' as feed (storage_version '%s')".formatted(escaped(aside), STORAGE));
      statement.execute("use feed");
      statement.execute("begin");
      statement.execute("create schema " + SqlSchema.quoted(content.schema()));
      for (Table<?> table : definition.tables()) {
        statement.execute(definition.createTable(table));
      }
      ReleaseMetadata release = content.record(definition.hash(), 1, true);
      insert(
          duckDb,
          definition,
          ReleaseMetadata.RELEASE,
          List.of(release),
          ReleaseMetadata::releaseId);
      for (FeedContent.Fact fact : content.facts()) {
        if (fact.file().isPresent()) {
          load(duckDb, definition, fact, fact.file().get(), content.releaseId());
        }
        Failpoint.FEED_HALF_LOADED.reached();
      }
      insert(
          duckDb,
          definition,
          ReleaseMetadata.SUBMISSION,
          release.submissions(),
          row -> content.releaseId());
      insert(
          duckDb,
          definition,
          ReleaseMetadata.SETTING,
          release.settings(),
          row -> content.releaseId());
      for (Table<?> table : definition.tables()) {
        executeAll(statement, definition.comments(table));
      }
      executeAll(statement, definition.createViews());
      statement.execute("commit");
      statement.execute("checkpoint");
      statement.execute("use memory");
      statement.execute("detach feed");
    }
  }

  private static void executeAll(Statement statement, List<String> statements) throws SQLException {
    for (String one : statements) {
      statement.execute(one);
    }
  }

  /** DuckDB reads the Parquet file itself. */
  private static void load(
      Connection duckDb,
      SqlSchema definition,
      FeedContent.Fact fact,
      Path parquet,
      String releaseId)
      throws SQLException {
    String columns =
        String.join(", ", fact.table().columnNames().stream().map(SqlSchema::quoted).toList());
    try (PreparedStatement insert =
        duckDb.prepareStatement(
            "insert into %s (release_id, %s) select ?, %s from read_parquet('%s')"
                .formatted(
                    definition.qualified(fact.table().name()),
                    columns,
                    columns,
                    escaped(parquet)))) {
      insert.setString(1, releaseId);
      insert.execute();
    }
  }

  private static <R> void insert(
      Connection duckDb,
      SqlSchema definition,
      Table<R> table,
      List<R> rows,
      Function<R, String> releaseId)
      throws SQLException {
    List<String> names = SqlSchema.columns(table);
    String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
    try (PreparedStatement insert =
        duckDb.prepareStatement(
            "insert into %s values (%s)".formatted(definition.qualified(table.name()), marks))) {
      for (R row : rows) {
        insert.setString(1, releaseId.apply(row));
        int place = 2;
        for (Column<R> column : table.columns()) {
          if (!column.name().equals(SqlSchema.RELEASE_ID)) {
            insert.setObject(place++, column.value().apply(row));
          }
        }
        insert.execute();
      }
    }
  }

  /** The write-ahead log of another program, not yet merged into the file. */
  private void refuseOpenForWriting() {
    if (Files.exists(wal(file))) {
      throw PipelineException.failed(
          "%s lies beside %s: another program has written to the file; open and close it once with DuckDB, then feed again"
              .formatted(wal(file).getFileName(), file));
    }
  }

  /** Files written aside by processes that are no more. */
  private void removeAbandoned() throws IOException {
    String prefix = "." + file.getFileName() + "-";
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            file.getParent(), path -> path.getFileName().toString().startsWith(prefix))) {
      for (Path path : found) {
        String pid = path.getFileName().toString().substring(prefix.length()).replace(".wal", "");
        if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          Files.delete(path);
        }
      }
    }
  }

  private Path aside(long pid) {
    return file.resolveSibling("." + file.getFileName() + "-" + pid);
  }

  private static Path wal(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  private static String escaped(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }

  private static String oneLine(String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
