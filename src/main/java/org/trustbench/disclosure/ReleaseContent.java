package org.trustbench.disclosure;

import java.util.List;
import org.trustbench.benchmark.Results;

/**
 * All that a release says, before any writer.
 *
 * @param audience whom it is for; shown on every page and file
 * @param isSynthetic whether any judgement behind it is invented
 */
public record ReleaseContent(
    Audience audience,
    boolean isSynthetic,
    Results results,
    List<Coverage> coverage,
    List<Rejected> rejects) {

  /** Whom a release is for. */
  public enum Audience {
    INTERNAL;

    /** The words shown. */
    public String label() {
      return "internal: not for publication, small numbers are not suppressed";
    }
  }

  /**
   * The account of one file, in cells.
   *
   * @param inspectionId null for rows that belong to no inspection, as is the trust
   * @param status accepted, refused, unrouted or held
   * @param questionsNeverAsked questions of the form without a single judgement in the inspection;
   *     null for a file without judgements
   */
  public record Coverage(
      String inspectionId,
      String trustId,
      String file,
      long read,
      long accepted,
      long rejected,
      long collapsed,
      long outOfScope,
      long cases,
      Long questionsNeverAsked,
      String status) {}

  /** A rejected row, or the refusal of a whole submission. */
  public record Rejected(
      String inspectionId,
      String trustId,
      String file,
      long line,
      String rule,
      String reason,
      long cells,
      String status) {}
}
