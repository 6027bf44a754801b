package org.trustbench.jobs.explain;

import static org.trustbench.jobs.settings.PlaceSettings.EXTRACT;

import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.sent.SentPlace;
import org.trustbench.ingest.sent.SourceLine;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.stages.IngestStage;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.message.Counted;

/**
 * Shows a rejected line as it was sent, and why it was rejected; the line is read from the file
 * sent, since nothing else holds it.
 */
public final class RejectExplained {
  private final Session session;

  public RejectExplained(Session session) {
    this.session = session;
  }

  /**
   * Prints it.
   *
   * @param place file and line as tables quote them, or a cell of a workbook
   */
  public void show(String place) {
    List<Submission> submissions = IngestStage.sent(session);
    SentPlace found =
        SentPlace.of(place, submissions)
            .orElseThrow(
                () ->
                    PipelineException.usage(
                        "--reject \"%s\" is not FILE:LINE or FILE:SHEET!CELL, as NSP-2014-03/judgements.csv:17 or NSP.xlsx:judgements!C17"
                            .formatted(place)));
    String file = found.file();
    int line = found.line();
    SourceLine sent = SourceLine.find(submissions, file, line, options());
    session.say("");
    List<StoredRows> stored =
        session.submissions().stream().map(SubmissionsTable.Row::stored).toList();
    warnIfChanged(file, sent, stored);
    List<RejectsTable.Row> rejects =
        session.lake().rows().rejects(stored).stream()
            .filter(row -> row.file().equals(file) && row.line() == line)
            .toList();
    for (RejectsTable.Row row : rejects) {
      session.say(
          "%s (%s): %s".formatted(row.rule(), Counted.of(row.cells(), "judgement"), row.reason()));
    }
    if (rejects.isEmpty()) {
      session.say("nothing on this line is rejected in the lake");
    }
    session.say(sent.headerPlace() + ": " + sent.header());
    session.say(sent.place() + ": " + sent.text());
  }

  private void warnIfChanged(String file, SourceLine sent, List<StoredRows> stored) {
    List<FilesTable.Row> known =
        session.lake().rows().files(stored).stream()
            .filter(row -> row.account().file().equals(file))
            .toList();
    if (known.stream().noneMatch(row -> row.account().sha256().equals(sent.sha256()))) {
      session.warn(
          known.isEmpty()
              ? "%s has not been ingested".formatted(file)
              : "%s has changed since it was ingested: the line may be another".formatted(file));
    }
  }

  private ReadOptions options() {
    return session.settings().get(EXTRACT) == null
        ? ReadOptions.OF_FOLDERS
        : ReadOptions.of(IngestStage.layout(session));
  }
}
