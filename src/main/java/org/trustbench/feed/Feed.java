package org.trustbench.feed;

import org.trustbench.PipelineException;
import org.trustbench.database.PostgresUrl;
import org.trustbench.environment.LocalPath;
import org.trustbench.publish.ReleaseFolder;

/** Feeds a release to a database. */
public final class Feed {
  private static final String DUCKDB = "duckdb:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private Feed() {}

  /**
   * Feeds a release, so that readers see either the release before or this one.
   *
   * @param to {@code jdbc:postgresql://HOST/DATABASE} or {@code duckdb:FILE}
   * @param keep how many releases the database holds afterwards; a DuckDB file holds one
   */
  public static FeedResult to(String to, ReleaseFolder release, int keep) {
    if (to.startsWith(DUCKDB) && to.length() > DUCKDB.length()) {
      return new DuckDbFeed(
              LocalPath.of(to.substring(DUCKDB.length())).toAbsolutePath().normalize())
          .feed(FeedContent.of(release));
    }
    if (to.startsWith(POSTGRESQL)) {
      PostgresUrl url = PostgresUrl.of("--to", to);
      return new PostgresFeed(url, keep).feed(FeedContent.of(release));
    }
    throw PipelineException.usage(
        "--to is neither jdbc:postgresql://HOST/DATABASE nor duckdb:FILE: feeds go to PostgreSQL or to a DuckDB file");
  }
}
