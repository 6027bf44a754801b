package org.trustbench.support;

import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.matrix.InspectionDetails;
import org.trustbench.matrix.ReaderCounts;
import org.trustbench.submission.SubmissionStatus;

/** A submission of one case as a lake knows it, with no dates and no caseload. */
public final class StoredSubmission {
  private StoredSubmission() {}

  public static Row of(
      StoredRows stored, String keyFingerprint, SubmissionStatus status, Revision revision) {
    return new Row(
        stored,
        keyFingerprint,
        status,
        new InspectionDetails("H-1", "HILL", null, null, null, null, null, null, "", true),
        1,
        ReaderCounts.NOT_KNOWN,
        "H",
        stored.submissionHash(),
        1,
        "form",
        "",
        "",
        revision);
  }
}
