package org.trustbench.jobs.repair;

import static org.trustbench.jobs.settings.AdmissionSettings.REJECT_TOLERANCE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.ingest.spread.SubmissionRewrite;
import org.trustbench.ingest.spread.SubmissionRewrite.Again;
import org.trustbench.ingest.spread.SubmissionRewrite.Wanted;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.stages.IngestStage;
import org.trustbench.lake.Lake;
import org.trustbench.lake.repair.FileFault;
import org.trustbench.lake.repair.FileReplacement;
import org.trustbench.lake.repair.FileReplacement.Part;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.message.Counted;

/**
 * Writes again what the lake has lost: rows from what was sent, if it is sent again as it was, and
 * tallies from the rows.
 */
public final class Repair {
  private static final String TALLIES = "tallies";

  private final Session session;
  private final Lake lake;
  private final NeededRows needed;
  private final FileReplacement replacement;
  private final Map<String, Framework> frameworks = new LinkedHashMap<>();
  private final Set<StoredRows> lost = new HashSet<>();

  /**
   * Begins.
   *
   * @param frameworks every one that is known
   */
  public Repair(Session session, NeededRows needed, Collection<Framework> frameworks) {
    this.session = session;
    this.lake = session.lake();
    this.needed = needed;
    this.replacement = lake.files().replacement(needed.rows().values());
    frameworks.forEach(framework -> this.frameworks.put(framework.hash(), framework));
  }

  /**
   * Repairs what it can, and says what it could not.
   *
   * @param damaged data files that cannot be read
   * @param wrong rows that can be read and are not as they were written
   */
  public void run(List<FileFault.Held> damaged, Set<StoredRows> wrong) {
    List<Part> parts = replacement.parts(damaged, wrong);
    Map<StoredRows, Again> again = readAgain(parts);
    for (String table : List.of("cases", "judgements", "second_readings", "rejects", "files")) {
      List<Part> ofTable = parts.stream().filter(part -> part.table().equals(table)).toList();
      List<Part> whole =
          ofTable.stream().filter(part -> again.keySet().containsAll(part.rows())).toList();
      ofTable.stream()
          .filter(part -> !whole.contains(part))
          .forEach(part -> lost.addAll(part.rows()));
      List<Again> anew =
          whole.stream().flatMap(part -> part.rows().stream()).map(again::get).toList();
      replace(
          whole,
          anew.stream().map(Again::written).toList(),
          anew.stream().flatMap(one -> one.files().stream()).toList(),
          damaged);
    }
    tallyAgain(parts.stream().filter(part -> part.table().equals(TALLIES)).toList(), damaged);
  }

  private void replace(
      List<Part> parts,
      List<Written> written,
      List<FilesTable.Row> accounts,
      List<FileFault.Held> damaged) {
    if (!parts.isEmpty()) {
      String table = parts.get(0).table();
      int anew = replacement.replace(table, parts, written, accounts, damaged);
      session.say(
          "repaired: table %s: %s taken out, %d written anew"
              .formatted(
                  table,
                  Counted.of(parts.stream().mapToLong(part -> part.files().size()).sum(), "file"),
                  anew));
    }
  }

  private Map<StoredRows, Again> readAgain(List<Part> parts) {
    Map<StoredRows, Set<String>> tables = new LinkedHashMap<>();
    parts.stream()
        .filter(part -> !part.table().equals(TALLIES))
        .forEach(
            part ->
                part.rows()
                    .forEach(
                        rows ->
                            tables
                                .computeIfAbsent(rows, key -> new HashSet<>())
                                .add(part.table())));
    Map<StoredRows, Again> again = new HashMap<>();
    if (!tables.isEmpty()) {
      List<Wanted> wanted = new ArrayList<>();
      tables.forEach((rows, some) -> wanted.add(new Wanted(needed.rows().get(rows), some)));
      Pseudonyms pseudonyms = session.pseudonyms();
      List<Wanted> underKey =
          wanted.stream().filter(one -> isUnder(pseudonyms, one.row())).toList();
      SubmissionRewrite reader =
          new SubmissionRewrite(lake, session.settings().get(REJECT_TOLERANCE), pseudonyms);
      reader
          .read(sent(), frameworks.values(), underKey, session.runner())
          .forEach(one -> again.put(one.rows(), one));
      wanted.stream()
          .filter(one -> !again.containsKey(one.row().stored()))
          .map(
              one -> underKey.contains(one) ? missing(one.row(), reader) : underOtherKey(one.row()))
          .distinct()
          .sorted()
          .forEach(session::warn);
    }
    return again;
  }

  /** Under another key the cases that are written again would be others than those there are. */
  private static boolean isUnder(Pseudonyms pseudonyms, SubmissionsTable.Row row) {
    return !row.hasCases() || row.keyFingerprint().equals(pseudonyms.fingerprint());
  }

  private static String underOtherKey(SubmissionsTable.Row row) {
    return "%s cannot be written again as a release names it, under an earlier key of the lake: restore a copy of the lake"
        .formatted(NeededRows.name(row));
  }

  private List<Submission> sent() {
    try {
      return IngestStage.sent(session);
    } catch (PipelineException e) {
      session.warn(e.getMessage());
      return List.of();
    }
  }

  private String missing(SubmissionsTable.Row row, SubmissionRewrite reader) {
    boolean isReadAlike =
        frameworks.values().stream().anyMatch(framework -> reader.isReadAlike(row, framework));
    return isReadAlike
        ? "%s cannot be read again, as it is not in what was given now as it was sent then, byte for byte: send it by --submissions or --extract"
            .formatted(NeededRows.name(row))
        : "%s cannot be read again, as it was read by other rules then: give the --framework and --reject-tolerance that it was read with, or restore a copy of the lake"
            .formatted(NeededRows.name(row));
  }

  private void tallyAgain(List<Part> parts, List<FileFault.Held> damaged) {
    List<Part> done = new ArrayList<>();
    List<Written> anew = new ArrayList<>();
    Set<StoredRows> dropped = new HashSet<>();
    for (Part part : parts) {
      if (part.rows().stream().map(replacement::scored).noneMatch(lost::contains)) {
        done.add(part);
        part.frameworkHash()
            .map(frameworks::get)
            .ifPresentOrElse(
                framework -> anew.addAll(tallied(part, framework)),
                () -> dropped.addAll(part.rows()));
      }
    }
    replace(done, anew, List.of(), damaged);
    replacement.forgetScorings(dropped);
  }

  private List<Written> tallied(Part part, Framework framework) {
    List<Stored> stored =
        part.rows().stream()
            .map(rows -> needed.rows().get(replacement.scored(rows)))
            .map(row -> Stored.of(row, framework))
            .toList();
    return InspectionTasks.overLake(
        session.runner(),
        stored,
        framework,
        lake.inspectionSource(),
        lake.with(framework).inspectionWriter(part.ingestId()));
  }
}
