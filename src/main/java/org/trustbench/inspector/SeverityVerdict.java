package org.trustbench.inspector;

import java.util.Optional;
import org.trustbench.benchmark.Comparison;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;

/**
 * One comparison as published, and as it would be had an inspector in the middle made all
 * judgements.
 *
 * @param inspectors who are known to have judged the institution's cases
 * @param allowed with severity allowed for; empty where {@link #FEWEST_INSPECTORS} is not met, one
 *     inspector made more than half of the judgements that are somebody's, or more than half are
 *     nobody's
 */
public record SeverityVerdict(Comparison comparison, long inspectors, Optional<Allowed> allowed) {
  /** Of fewer inspectors the figure would be about persons. */
  public static final int FEWEST_INSPECTORS = 3;

  /**
   * A comparison with severity allowed for.
   *
   * @param shift what is added to the institution's score, a difference of proportions
   * @param difference score less benchmark, both with severity allowed for
   * @param at95 its 95 % interval, which counts what is not known of severity
   * @param verdict at 95 %
   */
  public record Allowed(double shift, double difference, Interval at95, Verdict verdict) {}

  /** Whether severity allowed for gives another verdict; false where it is not told. */
  public boolean isChanged() {
    return allowed.isPresent() && allowed.get().verdict() != comparison.verdict95();
  }
}
