package org.trustbench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.trustbench.audit.AuditFault;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.plan.IngestPlan;
import org.trustbench.ingest.plan.IngestPolicy;
import org.trustbench.ingest.plan.RevisionHistory;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.store.InspectionBatch.Ingested;
import org.trustbench.ingest.store.InspectionBatch.IngestedBatch;
import org.trustbench.ingest.store.InspectionBatch.Tools;
import org.trustbench.ingest.store.LakeRows;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.tasks.TaskRunner;

/**
 * One attempt at storing what was sent: its rows carry an id of its own, so that another attempt at
 * the same submissions, at the same time or after this one broke off, writes beside them and never
 * the same rows twice. None of them counts before {@code submissions} names them.
 */
final class IngestAttempt {
  private final Lake lake;
  private final IngestPolicy admission;
  private final Pseudonyms pseudonyms;
  private final String formHash;
  private final List<Row> known;
  private final Map<String, Row> present;
  private final Map<String, Row> withdrawn;
  private final Map<String, List<String>> names = new TreeMap<>();
  private final String ingestId = UUID.randomUUID().toString();

  IngestAttempt(
      Lake lake, IngestPolicy admission, Pseudonyms pseudonyms, String formHash, List<Row> known) {
    this.lake = lake;
    this.admission = admission;
    this.pseudonyms = pseudonyms;
    this.formHash = formHash;
    this.known = known;
    this.present = RevisionHistory.present(known);
    this.withdrawn = RevisionHistory.withdrawn(known);
  }

  /**
   * Reads, stores, audits and appends.
   *
   * @param toRead submissions that are new or changed
   * @param disputed submissions refused before reading, of which the refusal alone is stored
   * @param runner who read; called only when something has to be read
   * @return what {@code submissions} is to say of them
   */
  List<Row> store(List<Submission> toRead, Map<Submission, Refusal> disputed, TaskRunner runner) {
    List<Row> rows = new ArrayList<>();
    List<ReadOutcome> readings = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    refuseUnread(disputed, rows, readings, written);
    if (!toRead.isEmpty()) {
      for (IngestedBatch batch : read(toRead, runner)) {
        written.addAll(batch.written());
        for (Ingested one : batch.inspections()) {
          note(one.reading());
          rows.add(row(one));
          readings.add(one.reading());
        }
      }
    }
    if (!readings.isEmpty()) {
      lake.appends()
          .append(
              ingestId,
              written,
              readings.stream()
                  .flatMap(reading -> LakeRows.files(reading, ingestId).stream())
                  .toList());
    }
    return rows;
  }

  private void note(ReadOutcome reading) {
    for (Reject name : reading.rejects()) {
      names.computeIfAbsent(name.reason(), reason -> new ArrayList<>()).add(name.file());
    }
  }

  /** What is to be told of names in what was read, and the files that it is about. */
  Map<String, List<String>> names() {
    return names;
  }

  /** Reasons that are stored already are not stored again. */
  private void refuseUnread(
      Map<Submission, Refusal> disputed,
      List<Row> rows,
      List<ReadOutcome> readings,
      List<Written> written) {
    List<RejectsTable.Row> rejects = new ArrayList<>();
    for (Map.Entry<Submission, Refusal> one : disputed.entrySet()) {
      ReadOutcome reading = ReadOutcomes.refusedUnread(one.getKey(), one.getValue());
      Row row = submission(reading, null);
      Optional<Row> same =
          known.stream().filter(other -> other.as(row.stored()).equals(row)).findFirst();
      rows.add(same.orElse(row));
      if (same.isEmpty()) {
        readings.add(reading);
        rejects.addAll(LakeRows.rejects(reading, ingestId));
      }
    }
    try {
      if (!rejects.isEmpty()) {
        written.add(
            lake.inspectionWriter(ingestId)
                .write(Codebook.of(lake.framework()), List.of(), rejects));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<IngestedBatch> read(List<Submission> toRead, TaskRunner runner) {
    List<Submission> byName =
        toRead.stream().sorted(Comparator.comparing(Submission::name)).toList();
    HashMap<String, StoredRows> standing = new HashMap<>();
    present.forEach((inspection, row) -> standing.put(inspection, row.stored()));
    return InspectionTasks.overFiles(
        runner,
        byName,
        new Tools(
            lake.framework(),
            lake.inspectionWriter(ingestId),
            lake.inspectionSource(),
            admission.rejectTolerance(),
            admission.thresholds(),
            pseudonyms,
            standing));
  }

  private Row submission(ReadOutcome reading, Revision revision) {
    return LakeRows.submission(reading, ingestId, pseudonyms.fingerprint(), formHash, revision);
  }

  private Row row(Ingested one) {
    if (one.reading().status() != ReadOutcome.Status.ACCEPTED) {
      return submission(one.reading(), null);
    }
    String inspection = one.reading().manifest().inspectionId();
    Row stands = present.get(inspection);
    Row row =
        submission(
            one.reading(),
            Revision.of(
                Optional.ofNullable(stands).map(Row::submissionHash),
                Optional.ofNullable(one.judgementsDiffering())));
    boolean isAwaited = admission.accepting().contains(inspection);
    AuditFault fault = one.fault();
    if (fault != null && !fault.isForSomebodyToJudge()) {
      return row.held(
          fault.audit(),
          fault.reason()
              + "; nothing of it counts: run it again, and if that does not help look at its rows in the lake");
    }
    if (fault != null && !isAwaited) {
      return row.held(
          fault.audit(),
          "%s; if that is right, take it in by --accept %s".formatted(fault.reason(), inspection));
    }
    if (withdrawn.containsKey(inspection) && !isAwaited) {
      return row.held(
          IngestPlan.WITHDRAWN,
          "%s; if it is to come back, take it in by --accept %s"
              .formatted(IngestPlan.withdrawal(withdrawn.get(inspection)), inspection));
    }
    return row;
  }
}
