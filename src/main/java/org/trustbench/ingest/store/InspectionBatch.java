package org.trustbench.ingest.store;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.audit.Audit;
import org.trustbench.audit.AuditFault;
import org.trustbench.audit.AuditInput;
import org.trustbench.audit.Thresholds;
import org.trustbench.environment.Failpoint;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.lake.read.InspectionSource;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.InspectionWriter.Accepted;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.matrix.SubmissionDifferences;
import org.trustbench.tally.Tallier;

/**
 * Inspections that are stored together: written to the same files, some at a time, and audited by
 * what is read back from them.
 */
public final class InspectionBatch {
  /** So many cells of matrices are held before they are written. */
  private static final long MOST_CELLS = 4 << 20;

  /**
   * What came of one inspection.
   *
   * @param judgementsDiffering from the submission it would replace; null if there is none
   * @param fault what an audit of the stored rows found; null if nothing
   */
  public record Ingested(ReadOutcome reading, Long judgementsDiffering, AuditFault fault)
      implements Serializable {}

  /**
   * What came of a batch of submissions.
   *
   * @param written the files that hold the rows of all of them
   */
  public record IngestedBatch(ArrayList<Ingested> inspections, ArrayList<Written> written)
      implements Serializable {}

  /**
   * What tasks work with.
   *
   * @param pseudonyms what stands for case ids in what is stored
   * @param present the rows that each inspection stands on now
   */
  public record Tools(
      Framework framework,
      InspectionWriter writer,
      InspectionSource source,
      double tolerance,
      Thresholds thresholds,
      Pseudonyms pseudonyms,
      HashMap<String, StoredRows> present)
      implements Serializable {}

  private final Codebook codebook;
  private final Tools tools;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<ReadOutcome> readings = new ArrayList<>();
  private final List<RejectsTable.Row> rejects = new ArrayList<>();
  private final IngestedBatch done = new IngestedBatch(new ArrayList<>(), new ArrayList<>());
  private long cells;

  public InspectionBatch(Codebook codebook, Tools tools) {
    this.codebook = codebook;
    this.tools = tools;
  }

  public void add(Submission submission, Filled filled) throws IOException {
    ReadOutcome reading = filled.reading();
    rejects.addAll(LakeRows.rejects(reading, tools.writer().ingestId()));
    if (filled.matrix() == null) {
      done.inspections().add(new Ingested(reading.withoutRejects(), null, null));
      return;
    }
    String inspectionId = reading.manifest().inspectionId();
    tools.pseudonyms().replaceIds(filled.matrix(), inspectionId);
    readings.add(reading.withoutRejects());
    accepted.add(
        new Accepted(
            reading.submissionHash(),
            inspectionId,
            filled.matrix(),
            submission.files().stream().map(SentFile::name).toList(),
            new Tallier(codebook.atForm(reading.manifest().formVersion()))
                .tally(inspectionId, filled.matrix())));
    cells += (long) filled.matrix().cases().size() * filled.matrix().questions();
    if (cells >= MOST_CELLS) {
      store();
    }
  }

  /** Stores what is left, and gives what came of all. */
  public IngestedBatch stored() throws IOException {
    store();
    return done;
  }

  private void store() throws IOException {
    if (accepted.isEmpty() && rejects.isEmpty()) {
      return;
    }
    Written written = tools.writer().write(codebook, accepted, rejects);
    done.written().add(written);
    Failpoint.INSPECTION_STORED.reached();
    Set<String> hashes = accepted.stream().map(Accepted::hash).collect(Collectors.toSet());
    accepted.clear();
    rejects.clear();
    cells = 0;
    Map<String, StoredInspection> stored = tools.source().stored(codebook, written, hashes);
    Map<String, StoredRows> present = replaced();
    Map<StoredRows, StoredInspection> replaced =
        tools.source().stored(codebook, Set.copyOf(present.values()), present.keySet());
    for (ReadOutcome reading : readings) {
      done.inspections()
          .add(
              audited(
                  reading,
                  stored.get(reading.submissionHash()),
                  replaced.get(present.get(reading.manifest().inspectionId()))));
    }
    readings.clear();
  }

  /** The rows that the inspections stand on now. */
  private Map<String, StoredRows> replaced() {
    Map<String, StoredRows> replaced = new HashMap<>();
    for (ReadOutcome reading : readings) {
      String inspection = reading.manifest().inspectionId();
      StoredRows present = tools.present().get(inspection);
      if (present != null) {
        replaced.put(inspection, present);
      }
    }
    return replaced;
  }

  private Ingested audited(
      ReadOutcome reading, StoredInspection stored, StoredInspection replaced) {
    SubmissionDifferences differences =
        replaced == null ? null : SubmissionDifferences.between(replaced.matrix(), stored.matrix());
    Optional<AuditFault> fault =
        Audit.first(
            new AuditInput(
                codebook.atForm(reading.manifest().formVersion()),
                reading.manifest().inspectionId(),
                LakeRows.files(reading, tools.writer().ingestId()),
                stored,
                differences),
            tools.thresholds());
    return new Ingested(
        reading,
        differences == null ? null : differences.judgementsDiffering(),
        fault.orElse(null));
  }
}
