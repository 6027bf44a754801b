package org.trustbench.support;

import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.trustbench.feed.Feed;
import org.trustbench.publish.ReleaseFolder;

/** A DuckDB file that a release is fed to, and what a query finds there. */
public final class FedFile {
  private FedFile() {}

  /**
   * Feeds a release and asks.
   *
   * @param release in the folder of its audience, within that of all
   * @return rows, their cells joined by bars
   */
  public static List<String> asked(Path release, Path file, String query) throws SQLException {
    Path output = release.getParent().getParent().getParent();
    String id = release.getFileName().toString();
    Feed.to("duckdb:" + file, ReleaseFolder.ofAnyAudience(output, id), 1);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      execute(connection, "attach '%s' as held (read_only)".formatted(file));
      execute(connection, "use held");
      return rows(connection, query);
    }
  }
}
