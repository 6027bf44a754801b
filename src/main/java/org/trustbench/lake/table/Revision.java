package org.trustbench.lake.table;

import java.util.Optional;

/**
 * The place of a submission in the history of its inspection. Times are the lake's and appear in no
 * release.
 *
 * @param number counted from 1 within the inspection; 0 for a submission that is held
 * @param since when it became the inspection's present, as an ISO instant; empty while held
 * @param replacedHash the submission whose place it took, or would take; empty if none was there
 * @param judgementsDiffering judgements that differ between the two; empty if none was there
 * @param end when and why it became the past; empty before that
 */
public record Revision(
    long number,
    Optional<String> since,
    Optional<String> replacedHash,
    Optional<Long> judgementsDiffering,
    Optional<End> end) {

  /**
   * When and why a submission became the past.
   *
   * @param at as an ISO instant
   * @param why it was withdrawn; empty where another took its place
   */
  public record End(String at, Optional<String> why) {}

  /** A submission that would take another's place. */
  public static Revision of(Optional<String> replacedHash, Optional<Long> judgementsDiffering) {
    return new Revision(0, Optional.empty(), replacedHash, judgementsDiffering, Optional.empty());
  }

  /** The same, now the inspection's present. */
  public Revision begun(long as, String at) {
    return new Revision(as, Optional.of(at), replacedHash, judgementsDiffering, Optional.empty());
  }

  /** The same, with another in its place. */
  public Revision replaced(String at) {
    return ended(new End(at, Optional.empty()));
  }

  /** The same, taken back. */
  public Revision withdrawn(String at, String why) {
    return ended(new End(at, Optional.of(why)));
  }

  private Revision ended(End when) {
    return new Revision(number, since, replacedHash, judgementsDiffering, Optional.of(when));
  }
}
