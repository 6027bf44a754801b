package org.trustbench.benchmark;

import org.trustbench.tally.Counts;

/**
 * The counts behind a score as they are published; null where one is withheld.
 *
 * @param casesInScope cases the measure is about
 * @param casesAssessed cases with at least one assessed judgement
 * @param sufficient judgements that found the work sufficient
 * @param assessed judgements that found it sufficient or insufficient
 * @param notApplicable judgements that the work was not called for
 * @param notRecorded questions without a recorded judgement in a case in scope
 * @param isRounded whether the counts are rounded, which words then say
 */
public record Base(
    Long casesInScope,
    Long casesAssessed,
    Long sufficient,
    Long assessed,
    Long notApplicable,
    Long notRecorded,
    boolean isRounded) {
  /** All of it withheld. */
  public static final Base WITHHELD = new Base(null, null, null, null, null, null, true);

  /** The counts as they are. */
  public static Base of(Counts counts) {
    return new Base(
        counts.casesInScope(),
        counts.casesAssessed(),
        counts.sufficient(),
        counts.assessed(),
        counts.notApplicable(),
        counts.notRecorded(),
        false);
  }

  /** The judgements assessed, in words: {@code 57 judgements}, or {@code about 55 judgements}. */
  public String judgements() {
    return words(assessed, "judgement");
  }

  /** The cases assessed, in words. */
  public String cases() {
    return words(casesAssessed, "case");
  }

  private String words(Long count, String unit) {
    return "%s%d %s%s"
        .formatted(isRounded ? "about " : "", count, unit, !isRounded && count == 1 ? "" : "s");
  }
}
