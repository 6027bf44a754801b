package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AudienceSettings.DISCLOSURE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.RuleSettings.RULES;

import java.util.List;
import org.trustbench.benchmark.Results;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.BenchmarkStage;
import org.trustbench.jobs.stages.Publication;
import org.trustbench.jobs.stages.ScoreStage;
import picocli.CommandLine.Command;

/** Compares the lake's inspections and prints the tables of the focus trust. */
@Command(
    name = "benchmark",
    description = "Compare the institutions, and print the tables.",
    footer = "trustbench benchmark --focus NSP --comparator programme")
final class BenchmarkJob extends Job {
  @Override
  List<Setting<?>> uses() {
    return together(List.of(LAKE), RULES, DISCLOSURE);
  }

  @Override
  int run(Session session) {
    Results results = BenchmarkStage.benchmark(session, ScoreStage.score(session));
    Results shown = Publication.shown(session, results);
    TerminalTables.print(session, shown);
    Publication.warnOfOneSided(session, results);
    return DONE;
  }
}
