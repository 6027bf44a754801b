package org.trustbench.framework;

import java.io.Serializable;

/**
 * How cases were sampled with unequal chances: apart in every stratum of an institution's caseload,
 * and at random within it.
 *
 * @param strata the attribute whose value is a case's stratum; null where all cases had the same
 *     chance
 * @param population the attribute that says of a case how many cases there are in its stratum, the
 *     sampled ones among them; null likewise
 */
public record SampleDesign(String strata, String population) implements Serializable {
  /** All cases had the same chance. */
  public static final SampleDesign NONE = new SampleDesign(null, null);

  public boolean isDeclared() {
    return strata != null && population != null;
  }
}
