package org.trustbench.jobs;

import java.nio.file.Path;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.stages.Publication;
import org.trustbench.jobs.stages.Stages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes a release of the lake's present state, or one of before over again. */
@Command(name = "publish", description = "Publish a release of the lake's present state.")
final class PublishJob extends Job {
  @Option(
      names = "--as-of",
      paramLabel = "RELEASE",
      description = "publish over again what this release was made from, with its own settings")
  private String asOf;

  @Override
  int run(Session session) {
    if (asOf != null) {
      session.returnTo(asOf);
    }
    Path release =
        Publication.publish(session, Stages.benchmark(session, Stages.score(session))).folder();
    session.say("release: " + release);
    return DONE;
  }
}
