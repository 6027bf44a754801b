package org.trustbench.jobs;

import picocli.CommandLine.Command;

/** Brings what was sent into the lake, every row accounted for. */
@Command(name = "ingest", description = "Bring what was sent into the lake.")
final class IngestJob extends Job {
  @Override
  int run(Session session) {
    return exitCode(Stages.ingest(session));
  }
}
