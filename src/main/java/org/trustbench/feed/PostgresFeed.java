package org.trustbench.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.database.PostgresUrl;
import org.trustbench.environment.Failpoint;

/**
 * Feeds a release to PostgreSQL in one transaction: its rows are loaded beside those of older
 * releases, and the views show it from the commit on. Where tables and views are as they should be
 * already, nothing but rows changes, so that no reader waits.
 */
final class PostgresFeed {
  private final PostgresUrl url;
  private final int keep;

  PostgresFeed(PostgresUrl url, int keep) {
    this.url = url;
    this.keep = keep;
  }

  FeedResult feed(FeedContent content) {
    SqlSchema definition = new SqlSchema(content.schema(), content.tables(), content.terms());
    try (Connection connection = url.connect("feed")) {
      connection.setAutoCommit(false);
      PostgresTables tables = new PostgresTables(connection, definition, content.schema());
      tables.lock();
      boolean isChanged =
          feed(content, definition, tables, new PostgresCopy(connection, definition));
      Failpoint.FEED_LOADED.reached();
      connection.commit();
      return new FeedResult(
          content.releaseId(), isChanged, url.place(), content.schema(), tables.releases().size());
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException | UncheckedIOException e) {
      throw PipelineException.failed(
          "release %s cannot be read: %s; %s is as it was"
              .formatted(content.releaseId(), e.getMessage(), url.place()),
          e);
    }
  }

  private boolean feed(
      FeedContent content, SqlSchema definition, PostgresTables tables, PostgresCopy copy)
      throws SQLException, IOException {
    boolean isHeld = false;
    String current = null;
    if (tables.exist()) {
      tables.refuseOtherVersion();
      tables.refuseOtherAudience(content.audience());
      isHeld = tables.releases().contains(content.releaseId());
      current = tables.current();
    }
    boolean isChanged = false;
    if (!definition.hash().equals(tables.definition())) {
      tables.define();
      isChanged = true;
    }
    if (!isHeld) {
      load(content, content.record(definition.hash(), tables.nextFeedNumber(), false), copy);
    }
    if (!content.releaseId().equals(current)) {
      tables.turnTo(content.releaseId());
      isChanged = true;
    }
    return tables.prune(keep) || isChanged;
  }

  private static void load(FeedContent content, ReleaseMetadata release, PostgresCopy copy)
      throws SQLException, IOException {
    String id = content.releaseId();
    copy.load(ReleaseMetadata.RELEASE, id, Stream.of(release));
    List<FeedContent.Fact> facts = content.facts();
    for (int i = 0; i < facts.size(); i++) {
      if (i == facts.size() / 2) {
        Failpoint.FEED_HALF_LOADED.reached();
      }
      try (Stream<Object[]> rows = facts.get(i).rows()) {
        copy.load(facts.get(i).table(), id, rows);
      }
    }
    copy.load(ReleaseMetadata.SUBMISSION, id, release.submissions().stream());
    copy.load(ReleaseMetadata.SETTING, id, release.settings().stream());
  }

  private PipelineException failed(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String fix =
        switch (state) {
          case "28P01", "28000", "08004" ->
              "; give the user by PGUSER and the password by PGPASSWORD or ~/.pgpass";
          case "3D000" -> "; create the database, or name another in --to";
          case "42501" ->
              String.valueOf(e.getMessage()).contains("for database")
                  ? "; the user needs the right to create in the database: grant create on database … to …"
                  : "; it belongs to another user: feed as that user, or have it given to this one";
          case "22P05" -> "; figures are written in UTF-8: create a database with encoding 'UTF8'";
          case "25006" -> "; feed on a server, and as a user, that may write";
          case "57014", "55P03" ->
              "; see who holds the tables, raise the user's statement_timeout or lock_timeout, then feed again";
          case "2BP01" -> "; drop what of your own rests on these views, feed, and make it again";
          default ->
              state.startsWith("08") || state.startsWith("57P")
                  ? "; see that the server is up and that --to names it, then feed again"
                  : "";
        };
    return PipelineException.failed(
        "%s was not fed: %s; nothing has changed there%s"
            .formatted(url.place(), oneLine(e.getMessage()), fix),
        e);
  }

  private static String oneLine(String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
