package org.trustbench.tally;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row per inspection, measure and stratum.
 *
 * <p>Where a framework declares how cases were sampled, each measure of sampled cases has a second
 * set of tallies, under {@link #byDesign} of its id: their strata are those of the sample.
 *
 * @param stratum the case-mix values of its cases joined by {@code |}, a value that was not
 *     recorded left empty; {@link #WHOLE} for a measure that is not stratified
 */
public record Tally(String inspectionId, String measureId, String stratum, Counts counts)
    implements Serializable {
  public static final String WHOLE = "all";

  /** No id of a measure has a colon. */
  private static final String BY_DESIGN = "design:";

  /** What stands where a case does not say, in a number, how large its stratum is. */
  private static final String UNKNOWN_SIZE = "?";

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,15})(\\.0*)?");

  /** The id of a measure's tallies by strata of the sample. */
  public static String byDesign(String measureId) {
    return BY_DESIGN + measureId;
  }

  /** A stratum of the sample as a tally has it: its value, and how many cases there are in it. */
  static String designStratum(String value, String population) {
    Matcher size = SIZE.matcher(population == null ? "" : population.strip());
    return (value == null ? "" : value) + "=" + (size.matches() ? size.group(1) : UNKNOWN_SIZE);
  }
}
