package org.trustbench.jobs;

import static org.trustbench.jobs.settings.FocusSettings.COMPARATOR;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;

import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.diff.FigureDifference;
import org.trustbench.diff.ReleaseComparison;
import org.trustbench.diff.RevisionStep;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.RevisionSteps;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.publish.DiffFiles;
import org.trustbench.publish.ReleaseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists every figure that differs between two releases, and the revisions that it rests on. */
@Command(
    name = "diff",
    description =
        "List which figures differ between two releases, and why; writes OUTPUT/internal/diff/A-B/*.csv.",
    footer = "trustbench diff 1a6ed95244702359 84ee69c0778419ca")
final class DiffJob extends Job {
  @Parameters(index = "0", paramLabel = "RELEASE", description = "id of the first release")
  private String first;

  @Parameters(index = "1", paramLabel = "RELEASE", description = "id of the second")
  private String second;

  @Override
  List<Setting<?>> uses() {
    return List.of(LAKE, OUTPUT, COMPARATOR);
  }

  @Override
  int run(Session session) {
    if (first.equals(second)) {
      throw PipelineException.usage("%s is the same release twice: name two".formatted(first));
    }
    Path output = session.settings().get(OUTPUT);
    ReleaseFolder before = ReleaseFolder.ofAnyAudience(output, first);
    ReleaseFolder after = ReleaseFolder.ofAnyAudience(output, second);
    List<RevisionStep> steps =
        RevisionSteps.between(history(session, first), history(session, second));
    List<FigureDifference> changes =
        ReleaseComparison.between(
            before.tables(), after.tables(), steps, before.otherwiseThan(after));
    Path folder = DiffFiles.write(output, first + "-" + second, changes, steps);
    before.otherwiseThan(after).forEach(words -> session.say("also different: " + words));
    TerminalTables.print(session, steps, changes);
    session.say("");
    session.say("differences: " + folder);
    return DONE;
  }

  private static List<SubmissionsTable.Row> history(Session session, String release) {
    return session
        .lake()
        .submissions()
        .historyAt(session.lake().releases().get(release).submissionsSnapshot());
  }
}
