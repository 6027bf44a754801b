package org.trustbench.tally;

import java.io.Serializable;

/**
 * The integer sums behind every published figure; they merge by addition, so neither the order of
 * judgements nor the way they are spread over machines changes a digit.
 *
 * @param casesInScope cases the measure is about
 * @param casesAssessed k, cases with at least one assessed judgement
 * @param sufficient y, judgements that found the work sufficient
 * @param assessed n, judgements that found it sufficient or insufficient
 * @param notApplicable judgements that the work was not called for
 * @param notRecorded questions left blank, recorded as such, or never answered in a case in scope
 * @param sumYY Σ y_c² over cases
 * @param sumYN Σ y_c n_c
 * @param sumNN Σ n_c²
 */
public record Counts(
    long casesInScope,
    long casesAssessed,
    long sufficient,
    long assessed,
    long notApplicable,
    long notRecorded,
    long sumYY,
    long sumYN,
    long sumNN)
    implements Serializable {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        casesInScope + other.casesInScope,
        casesAssessed + other.casesAssessed,
        sufficient + other.sufficient,
        assessed + other.assessed,
        notApplicable + other.notApplicable,
        notRecorded + other.notRecorded,
        sumYY + other.sumYY,
        sumYN + other.sumYN,
        sumNN + other.sumNN);
  }
}
