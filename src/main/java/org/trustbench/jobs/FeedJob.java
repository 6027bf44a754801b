package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AudienceSettings.AUDIENCE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;

import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.feed.Feed;
import org.trustbench.feed.FeedResult;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.publish.ReleaseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Feeds a release to a database, whose readers see the one before or this one, never a mixture. */
@Command(
    name = "feed",
    description = "Load a release into PostgreSQL or a DuckDB file, for dashboards.",
    footer = {
      "trustbench feed --to duckdb:programme.duckdb",
      "trustbench feed --to jdbc:postgresql://db/figures --keep 5",
      "trustbench feed --to duckdb:old.duckdb --release 1a6ed95244702359"
    })
final class FeedJob extends Job {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description =
          "jdbc:postgresql://HOST/DATABASE, the user by PGUSER and the password by PGPASSWORD or"
              + " ~/.pgpass; or duckdb:FILE")
  private String to;

  @Option(
      names = "--release",
      paramLabel = "ID|DIR",
      description = "release that is fed; without it the latest for the audience")
  private String release;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "releases that PostgreSQL holds afterwards, the latest fed; a DuckDB file holds one;"
              + " default: ${DEFAULT-VALUE}")
  private int keep;

  @Override
  List<Setting<?>> uses() {
    return List.of(OUTPUT, AUDIENCE);
  }

  @Override
  int run(Session session) {
    if (keep < 1) {
      throw PipelineException.usage("--keep %d is below 1".formatted(keep));
    }
    FeedResult fed =
        Feed.to(to, ReleaseFolder.open(session.settings().audienceFolder(), release), keep);
    session.say(
        fed.isChanged()
            ? "release %s is current in %s, schema %s; releases there: %d"
                .formatted(fed.releaseId(), fed.place(), fed.schema(), fed.releases())
            : "release %s was current already in %s, schema %s: nothing has changed"
                .formatted(fed.releaseId(), fed.place(), fed.schema()));
    session.say("feed: " + fed.place());
    return DONE;
  }
}
