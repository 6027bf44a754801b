package org.trustbench.benchmark;

import java.util.Optional;
import org.trustbench.stats.Interval;

/** A score with an interval, a score alone, or the reason why there is none. */
public sealed interface Estimate {
  /** Behind the name of an interval's rule that allows for the share of the caseload sampled. */
  String FINITE_POPULATION = "-finite-population";

  /**
   * A score with its confidence intervals.
   *
   * @param score a proportion
   * @param isReliable whether its base is large enough for it to be read alone
   * @param rule {@code wilson} or {@code wilson-clustered}, with {@code -finite-population} behind
   *     it where it allows for the share of the caseload sampled
   * @param designEffect variance of the score over that of independent judgements; empty once
   *     content is for the public
   */
  record WithInterval(
      double score,
      boolean isReliable,
      Interval interval95,
      Interval interval998,
      String rule,
      Optional<Double> designEffect)
      implements Estimate {}

  /** A score whose rule gives it no interval. */
  record Point(double score, boolean isReliable) implements Estimate {}

  /** No score, and why there is none. */
  record Missing(Availability why) implements Estimate {
    public Missing {
      if (why.isShown()) {
        throw new IllegalArgumentException("shown, and missing");
      }
    }
  }
}
