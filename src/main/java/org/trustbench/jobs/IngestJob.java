package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AdmissionSettings.ADMISSION;
import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SENT;

import java.time.Clock;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.ingest.Ingest;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.IngestStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings what was sent into the lake, every row accounted for; or takes an inspection back. */
@Command(
    name = "ingest",
    description = "Read what was sent into the lake.",
    footer = {
      "trustbench ingest --submissions data-samples/iaow-2013",
      "trustbench ingest --withdraw NSP-2014-03 --why \"sampled twice\""
    })
final class IngestJob extends Job {
  @Option(
      names = "--withdraw",
      paramLabel = "INSPECTION",
      description = "take this inspection back instead; its past stays")
  private String withdraw;

  @Option(names = "--why", paramLabel = "TEXT", description = "why it is withdrawn; is published")
  private String why;

  @Override
  List<Setting<?>> uses() {
    return together(SENT, List.of(LAKE, KEY_FILE, OUTPUT), ADMISSION);
  }

  @Override
  int run(Session session) {
    if (withdraw == null && why == null) {
      int code = exitCode(IngestStage.ingest(session));
      session.say("next: publish makes a release of what the lake holds");
      return code;
    }
    if (withdraw == null || why == null || why.isBlank()) {
      throw PipelineException.usage("--withdraw INSPECTION and --why TEXT go together: give both");
    }
    Ingest.withdraw(session.lake(), withdraw, why.strip(), Clock.systemUTC());
    session.say("withdrawn: %s; what was published of it stands".formatted(withdraw));
    return DONE;
  }
}
