package org.trustbench.jobs;

import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Publishes a release of the lake's present state. */
@Command(name = "publish", description = "Publish a release of the lake's present state.")
final class PublishJob extends Job {
  @Override
  int run(Session session) {
    Path release = Stages.publish(session, Stages.benchmark(session, Stages.score(session)));
    session.say("release: " + release);
    return DONE;
  }
}
