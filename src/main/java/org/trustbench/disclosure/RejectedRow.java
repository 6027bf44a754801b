package org.trustbench.disclosure;

import org.trustbench.submission.SubmissionStatus;

/** A rejected row, or the refusal of a whole submission. */
public record RejectedRow(
    String inspectionId,
    String trustId,
    String file,
    long line,
    String rule,
    String reason,
    long cells,
    SubmissionStatus status) {
  /** Whether nothing of what was sent was taken. */
  public boolean isOfRefusal() {
    return status == SubmissionStatus.REFUSED;
  }
}
