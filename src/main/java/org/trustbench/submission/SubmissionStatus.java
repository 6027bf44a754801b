package org.trustbench.submission;

import java.util.Arrays;
import java.util.Locale;
import org.trustbench.PipelineException;

/** What became of what was sent for an inspection. */
public enum SubmissionStatus {
  /** Taken in: the present of its inspection. */
  ACCEPTED,

  /** Refused whole by the last ingest that it was sent to. */
  REFUSED,

  /** Rows of an extract that belong to no inspection: out of scope, or of an unknown trust. */
  UNROUTED,

  /** Stored, and set aside by an audit until it is accepted or replaced. */
  HELD,

  /** The past of its inspection: another submission took its place. */
  REPLACED,

  /** The past of its inspection: taken back. */
  WITHDRAWN;

  /** The word that stands for it in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same as the label, so that no message shows another word. */
  @Override
  public String toString() {
    return label();
  }

  /**
   * The status that a word of a table stands for.
   *
   * @throws PipelineException where there is none
   */
  public static SubmissionStatus of(String label) {
    return Arrays.stream(values())
        .filter(status -> status.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                PipelineException.failed(
                    "a submission has the status %s, which this version does not know: take the version that wrote it"
                        .formatted(label)));
  }

  /** Whether it belongs to the past of its inspection. */
  public boolean isPast() {
    return this == REPLACED || this == WITHDRAWN;
  }

  /** Whether cases and judgements of it are stored. */
  public boolean isStored() {
    return this != REFUSED && this != UNROUTED;
  }
}
