package org.trustbench.jobs;

import org.trustbench.benchmark.Results;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.stages.Publication;
import org.trustbench.jobs.stages.Stages;
import picocli.CommandLine.Command;

/** Compares the lake's inspections and prints the tables of the focus trust. */
@Command(name = "benchmark", description = "Compare the lake's inspections and print the tables.")
final class BenchmarkJob extends Job {
  @Override
  int run(Session session) {
    Results results = Stages.benchmark(session, Stages.score(session));
    Results shown = Publication.shown(session, results);
    TerminalTables.print(session, shown);
    Publication.warnOfOneSided(session, results);
    return DONE;
  }
}
