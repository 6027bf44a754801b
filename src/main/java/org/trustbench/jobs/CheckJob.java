package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AdmissionSettings.REJECT_TOLERANCE;
import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.jobs.repair.FaultMessages;
import org.trustbench.jobs.repair.NeededRows;
import org.trustbench.jobs.repair.Repair;
import org.trustbench.jobs.repair.RowCheck;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.lake.repair.FileCheck;
import org.trustbench.lake.repair.FileFault;
import org.trustbench.message.Counted;
import org.trustbench.publish.ReleaseCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Verifies all that the present and the releases rest on, and says in a line each what is wrong.
 */
@Command(
    name = "check",
    description =
        "Verify every file, count and sum that the lake and its releases rest on: a line for each fault, and exit code 1 if there is one.",
    footer = {"trustbench check", "trustbench check --repair --submissions data-samples/iaow-2013"})
final class CheckJob extends Job {
  private static final int FAULTY = 1;

  @Option(
      names = "--repair",
      description =
          "read again what the lake has lost from what was sent (--submissions or --extract), or say"
              + " what to send; then check once more")
  private boolean isRepairing;

  /**
   * What one look found.
   *
   * @param check null where the lake cannot be opened
   */
  private record Look(
      FileCheck.Found files,
      NeededRows needed,
      RowCheck check,
      RowCheck.Found rows,
      ReleaseCheck.Found releases) {

    List<String> faults() {
      List<String> faults = new ArrayList<>();
      files.faults().forEach(fault -> faults.add(FaultMessages.of(fault, needed.names(fault))));
      faults.addAll(rows.faults());
      faults.addAll(releases.faults());
      return faults;
    }
  }

  @Override
  List<Setting<?>> uses() {
    return together(SENT, List.of(LAKE, KEY_FILE, OUTPUT, REJECT_TOLERANCE));
  }

  @Override
  int run(Session session) {
    Look look = look(session);
    if (isRepairing && !(look.files().faults().isEmpty() && look.rows().faults().isEmpty())) {
      look.faults().forEach(fault -> session.say("found: " + fault));
      repair(session, look);
      look = look(session);
    }
    List<String> faults = look.faults();
    faults.forEach(session::warn);
    sayUnverified(session, look);
    String looked =
        "%s of the lake with %s, %s counted again, %s with %s"
            .formatted(
                Counted.of(look.files().files(), "file"),
                Counted.of(look.files().rows(), "row"),
                Counted.of(look.rows().inspections(), "inspection"),
                Counted.of(look.releases().releases(), "release"),
                Counted.of(look.releases().files(), "file"));
    session.say(
        faults.isEmpty()
            ? "no fault found: " + looked
            : "faults found: %d, in %s".formatted(faults.size(), looked));
    return faults.isEmpty() ? DONE : FAULTY;
  }

  private static Look look(Session session) {
    FileCheck.Found files = session.checkedFiles();
    boolean canOpen =
        files.faults().stream()
            .noneMatch(
                fault ->
                    Set.of(FileFault.Kind.CATALOG, FileFault.Kind.TABLE).contains(fault.kind()));
    RowCheck check = canOpen ? new RowCheck(session, files.faults()) : null;
    return new Look(
        files,
        NeededRows.asFarAsKnown(session),
        check,
        canOpen ? check.run() : new RowCheck.Found(List.of(), Set.of(), 0, 0),
        ReleaseCheck.in(session.settings().get(OUTPUT)));
  }

  private static void repair(Session session, Look look) {
    if (look.check() == null) {
      session.warn(
          "nothing was repaired: tables cannot be read without the files named below; restore them from a copy of the lake, or ingest into a new lake by --lake"
              + look.needed().all());
      return;
    }
    new Repair(session, look.needed(), look.check().frameworks())
        .run(
            look.files().faults().stream().flatMap(fault -> fault.held().stream()).toList(),
            look.rows().wrong());
    session.lakePlace().keepCatalogCopy();
  }

  private static void sayUnverified(Session session, Look look) {
    if (look.files().withoutSum() > 0) {
      session.say(
          "not verified: the catalog's store keeps no sum of its files: of %s the pages, lengths and rows were verified, not what says where their pages are"
              .formatted(Counted.of(look.files().withoutSum(), "data file")));
    }
    if (look.rows().passedOver() > 0) {
      session.say(
          "not verified: %s not counted again, because their files are damaged"
              .formatted(
                  Counted.of(look.rows().passedOver(), "inspection was", "inspections were")));
    }
    if (look.releases().withoutId() > 0) {
      session.say(
          "not verified: %s not say what the id is made from, as none for the public does"
              .formatted(Counted.of(look.releases().withoutId(), "release does", "releases do")));
    }
  }
}
