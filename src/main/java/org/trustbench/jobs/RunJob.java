package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AdmissionSettings.ADMISSION;
import static org.trustbench.jobs.settings.AudienceSettings.BRIEF;
import static org.trustbench.jobs.settings.AudienceSettings.DISCLOSURE;
import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SENT;
import static org.trustbench.jobs.settings.RuleSettings.RULES;

import java.nio.file.Path;
import java.util.List;
import org.trustbench.benchmark.Results;
import org.trustbench.ingest.Ingest;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.BenchmarkStage;
import org.trustbench.jobs.stages.IngestStage;
import org.trustbench.jobs.stages.Publication;
import org.trustbench.jobs.stages.ScoreStage;
import picocli.CommandLine.Command;

/** Takes what was sent to a published release: ingest, score, benchmark and publish in one. */
@Command(
    name = "run",
    description = "Read what was sent, score, compare and publish: the whole programme in one.",
    footer = {
      "trustbench run --focus NSP",
      "trustbench run --extract national.csv --layout national-wide",
      "trustbench run --audience public"
    })
final class RunJob extends Job {
  @Override
  List<Setting<?>> uses() {
    return together(
        SENT, List.of(LAKE, KEY_FILE, OUTPUT), ADMISSION, RULES, DISCLOSURE, List.of(BRIEF));
  }

  @Override
  int run(Session session) {
    Ingest.Report report = IngestStage.ingest(session);
    if (!report.isComplete() && !ScoreStage.hasInspections(session)) {
      session.warn("no inspection could be accepted, so nothing is published");
      return exitCode(report);
    }
    Results results = BenchmarkStage.benchmark(session, ScoreStage.score(session));
    Publication.Published published = Publication.publish(session, results);
    Path release = published.folder();
    TerminalTables.print(session, published.shown());
    session.say("");
    TerminalTables.sayPages(session, release);
    session.say("next: open " + release.resolve("index.html"));
    session.say("release: " + release);
    return exitCode(report);
  }
}
