package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AdmissionSettings.REJECT_TOLERANCE;
import static org.trustbench.jobs.settings.AudienceSettings.BRIEF;
import static org.trustbench.jobs.settings.AudienceSettings.DISCLOSURE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.RuleSettings.RULES;

import java.nio.file.Path;
import java.util.List;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.BenchmarkStage;
import org.trustbench.jobs.stages.Publication;
import org.trustbench.jobs.stages.ScoreStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes a release of the lake's present state, or an earlier one over again. */
@Command(
    name = "publish",
    description = "Write a release of what the lake holds: report, tables, workbook.",
    footer = {"trustbench publish --focus NSP", "trustbench publish --as-of 1a6ed95244702359"})
final class PublishJob extends Job {
  @Option(
      names = "--as-of",
      paramLabel = "RELEASE",
      description = "publish over again what this release was made from, with its own settings")
  private String asOf;

  @Override
  List<Setting<?>> uses() {
    return together(List.of(LAKE, OUTPUT, REJECT_TOLERANCE), RULES, DISCLOSURE, List.of(BRIEF));
  }

  @Override
  int run(Session session) {
    if (asOf != null) {
      session.returnTo(asOf);
    }
    Path release =
        Publication.publish(session, BenchmarkStage.benchmark(session, ScoreStage.score(session)))
            .folder();
    TerminalTables.sayPages(session, release);
    session.say("next: open " + release.resolve("index.html"));
    session.say("release: " + release);
    return DONE;
  }
}
