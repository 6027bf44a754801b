package org.trustbench.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.lake.FileCheck;
import org.trustbench.lake.FileFault;
import org.trustbench.publish.ReleaseCheck;
import picocli.CommandLine.Command;

/**
 * Verifies all that the present and the releases rest on, and says in a line each what is wrong.
 */
@Command(
    name = "check",
    description =
        "Verify every file, count and sum that the present and the releases rest on; one line per"
            + " fault, and exit code 1 if there is one.")
final class CheckJob extends Job {
  private static final int FAULTY = 1;

  @Override
  int run(Session session) {
    FileCheck.Found files = session.checkedFiles();
    List<String> faults = new ArrayList<>();
    RowCheck.Found rows = new RowCheck.Found(List.of(), 0, 0);
    boolean canOpen =
        files.faults().stream()
            .noneMatch(
                fault ->
                    Set.of(FileFault.Kind.CATALOG, FileFault.Kind.TABLE).contains(fault.kind()));
    if (canOpen) {
      RowCheck check = new RowCheck(session, files.faults());
      rows = check.run();
      files.faults().forEach(fault -> faults.add(FaultWords.of(fault, check.inspections(fault))));
    } else {
      files.faults().forEach(fault -> faults.add(FaultWords.of(fault, List.of())));
    }
    faults.addAll(rows.faults());
    ReleaseCheck.Found releases = ReleaseCheck.in(session.settings().output);
    faults.addAll(releases.faults());
    faults.forEach(session::warn);
    String looked =
        "%d files of the lake with %d rows, %d inspections counted again, %d releases with %d files"
            .formatted(
                files.files(),
                files.rows(),
                rows.inspections(),
                releases.releases(),
                releases.files());
    sayUnverified(session, files, rows, releases);
    session.say(
        faults.isEmpty()
            ? "no fault found: " + looked
            : "faults found: %d, in %s".formatted(faults.size(), looked));
    return faults.isEmpty() ? DONE : FAULTY;
  }

  private static void sayUnverified(
      Session session, FileCheck.Found files, RowCheck.Found rows, ReleaseCheck.Found releases) {
    if (files.withoutSum() > 0) {
      session.say(
          "not verified: the catalog's store keeps no sum of its files: of %d data files the pages, lengths and rows were verified, not what says where their pages are"
              .formatted(files.withoutSum()));
    }
    if (rows.passedOver() > 0) {
      session.say(
          "not verified: %d inspections were not counted again, because files of theirs are damaged"
              .formatted(rows.passedOver()));
    }
    if (releases.withoutId() > 0) {
      session.say(
          "not verified: %d releases keep to themselves what their id is made from, as those for the public do"
              .formatted(releases.withoutId()));
    }
  }
}
