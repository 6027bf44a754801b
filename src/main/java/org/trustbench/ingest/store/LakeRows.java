package org.trustbench.ingest.store;

import java.util.List;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.RejectsTable;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;

/** Turns a submission that was read into rows of the lake's tables. */
public final class LakeRows {
  private LakeRows() {}

  /** The rejects of a submission. */
  public static List<RejectsTable.Row> rejects(ReadOutcome reading, String ingestId) {
    return reading.rejects().stream()
        .map(
            reject ->
                new RejectsTable.Row(
                    new StoredRows(reading.submissionHash(), ingestId),
                    reject.file(),
                    reject.line(),
                    reject.rule(),
                    reject.reason(),
                    reject.cells()))
        .toList();
  }

  /** The accounts of its files. */
  public static List<FilesTable.Row> files(ReadOutcome reading, String ingestId) {
    return reading.files().stream()
        .map(
            account ->
                new FilesTable.Row(new StoredRows(reading.submissionHash(), ingestId), account))
        .toList();
  }

  /**
   * The submission itself.
   *
   * @param keyFingerprint tells the key apart that case ids are replaced under
   * @param revision what it would replace; null unless it was accepted
   */
  public static SubmissionsTable.Row submission(
      ReadOutcome reading,
      String ingestId,
      String keyFingerprint,
      String formHash,
      Revision revision) {
    return new SubmissionsTable.Row(
        new StoredRows(reading.submissionHash(), ingestId),
        reading.status() == ReadOutcome.Status.ACCEPTED ? keyFingerprint : null,
        reading.status().stored(),
        reading.manifest(),
        reading.cases(),
        reading.readBy(),
        reading.source(),
        reading.sourceHash(),
        reading.sourceBytes(),
        formHash,
        reading.rule(),
        reading.reason(),
        revision);
  }
}
