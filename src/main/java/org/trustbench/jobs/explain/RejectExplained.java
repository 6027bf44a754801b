package org.trustbench.jobs.explain;

import static org.trustbench.jobs.settings.ProgrammeSettings.EXTRACT;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.ingest.sent.SourceLine;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.stages.Stages;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;

/**
 * Shows a line where it was sent, which is the only place that holds it, and why it was rejected.
 */
public final class RejectExplained {
  private static final Pattern PLACE = Pattern.compile("(.+):([1-9][0-9]{0,8})");
  private final Session session;

  public RejectExplained(Session session) {
    this.session = session;
  }

  /**
   * Prints it.
   *
   * @param place file and line as tables quote them
   */
  public void show(String place) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      throw PipelineException.usage(
          "--reject \"%s\" is not FILE:LINE, as NSP-2014-03/judgements.csv:17".formatted(place));
    }
    String file = matcher.group(1);
    int line = Integer.parseInt(matcher.group(2));
    SourceLine sent = SourceLine.find(Stages.sent(session), file, line, charset());
    session.say("");
    List<StoredRows> stored =
        session.submissions().stream().map(SubmissionsTable.Row::stored).toList();
    warnIfChanged(file, sent, stored);
    List<RejectsTable.Row> rejects =
        session.lake().rows().rejects(stored).stream()
            .filter(row -> row.file().equals(file) && row.line() == line)
            .toList();
    for (RejectsTable.Row row : rejects) {
      session.say("%s (%d judgements): %s".formatted(row.rule(), row.cells(), row.reason()));
    }
    if (rejects.isEmpty()) {
      session.say("nothing on this line is rejected in the lake");
    }
    session.say("line 1: " + sent.header());
    session.say("line %d: %s".formatted(line, sent.text()));
  }

  private void warnIfChanged(String file, SourceLine sent, List<StoredRows> stored) {
    List<FilesTable.Row> known =
        session.lake().rows().files(stored).stream()
            .filter(row -> row.file().equals(file))
            .toList();
    if (known.stream().noneMatch(row -> row.sha256().equals(sent.sha256()))) {
      session.warn(
          known.isEmpty()
              ? "%s has not been ingested".formatted(file)
              : "%s has changed since it was ingested: the line may be another".formatted(file));
    }
  }

  private Charset charset() {
    return session.settings().get(EXTRACT) == null
        ? StandardCharsets.UTF_8
        : Charset.forName(Stages.layout(session).encoding());
  }
}
