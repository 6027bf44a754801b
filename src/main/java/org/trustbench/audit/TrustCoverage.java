package org.trustbench.audit;

import java.util.List;
import java.util.Set;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;

/**
 * How many trusts of the framework have an inspection, and which of them lack one.
 *
 * @param expected trusts of the framework
 * @param missing codes of those without a present inspection
 */
public record TrustCoverage(int expected, List<String> missing) {

  /**
   * The coverage of some inspections.
   *
   * @param inspected codes of the trusts that have a present inspection
   */
  public static TrustCoverage of(Framework framework, Set<String> inspected) {
    List<String> missing =
        framework.trusts().stream()
            .map(Trust::code)
            .filter(code -> !inspected.contains(code))
            .toList();
    return new TrustCoverage(framework.trusts().size(), missing);
  }

  /** Whether at least this share of the trusts, 0 to 1, has an inspection. */
  public boolean reaches(double share) {
    return expected - missing.size() >= share * expected;
  }
}
