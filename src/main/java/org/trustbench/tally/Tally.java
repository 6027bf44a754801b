package org.trustbench.tally;

import java.io.Serializable;

/**
 * One row per inspection, measure and stratum.
 *
 * @param stratum the case-mix values of its cases joined by {@code |}, a value that was not
 *     recorded left empty; {@link #WHOLE} for a measure that is not stratified
 */
public record Tally(String inspectionId, String measureId, String stratum, Counts counts)
    implements Serializable {
  public static final String WHOLE = "all";
}
