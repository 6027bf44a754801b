package org.trustbench.jobs;

import picocli.CommandLine.Command;

/** Compares the lake's inspections and prints the tables of the focus trust. */
@Command(name = "benchmark", description = "Compare the lake's inspections and print the tables.")
final class BenchmarkJob extends Job {
  @Override
  int run(Session session) {
    Tables.print(session, Stages.benchmark(session, Stages.score(session)));
    return DONE;
  }
}
