package org.trustbench.ingest.fill;

import java.io.Serializable;
import java.util.List;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.InspectionDetails;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.ReaderCounts;
import org.trustbench.submission.SubmissionStatus;

/**
 * The result of reading one inspection, or the part of a submission that belongs to none.
 *
 * @param submissionHash SHA-256 that identifies what was sent for the inspection
 * @param source the name of the folder or extract
 * @param sourceHash SHA-256 of everything that was sent together
 * @param manifest what is said of the inspection; null where that is not known
 * @param rule the rule it was refused by, or rows of it; empty if there are none
 * @param reason what is wrong and what to do; empty if nothing is
 * @param cases cases accepted
 * @param readBy who read them, in numbers
 */
public record ReadOutcome(
    String submissionHash,
    String source,
    String sourceHash,
    long sourceBytes,
    Status status,
    InspectionDetails manifest,
    String rule,
    String reason,
    long cases,
    ReaderCounts readBy,
    List<FileAccount> files,
    List<Reject> rejects)
    implements Serializable {

  /** What a reading makes of what was sent; what becomes of it later, only the lake knows. */
  public enum Status {
    /** Taken in. */
    ACCEPTED(SubmissionStatus.ACCEPTED),
    /** Refused whole. */
    REFUSED(SubmissionStatus.REFUSED),
    /** Rows of an extract that belong to no inspection: out of scope, or of an unknown trust. */
    UNROUTED(SubmissionStatus.UNROUTED);

    private final SubmissionStatus stored;

    Status(SubmissionStatus stored) {
      this.stored = stored;
    }

    /** The status that the lake gives it at first. */
    public SubmissionStatus stored() {
      return stored;
    }
  }

  /** The reading once its rejects are stored: with what is to be told of names alone. */
  public ReadOutcome withoutRejects() {
    return new ReadOutcome(
        submissionHash,
        source,
        sourceHash,
        sourceBytes,
        status,
        manifest,
        rule,
        reason,
        cases,
        readBy,
        files,
        rejects.stream()
            .filter(Reject::isOfNames)
            .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new)));
  }

  /** A reading with the matrix to store and tally; null unless accepted. */
  public record Filled(ReadOutcome reading, JudgementMatrix matrix) {}
}
