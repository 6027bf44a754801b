package org.trustbench.stats;

/**
 * The difference of two independent proportions: {@link Newcombe10}, and where an outcome is rare
 * in one of them {@link RareOutcome} must not rule out chance less surely. An interval that it does
 * not back is drawn on to 0, so that interval, p-value and verdict say one thing.
 */
public final class Difference {
  private Difference() {}

  /** The interval at z; it holds 0 where either does not exclude it. */
  public static Interval interval(Proportion first, Proportion second, double z) {
    Interval interval = Newcombe10.interval(first, second, z);
    boolean isBacked =
        !interval.excludes(0) || RareOutcome.pValue(first, second) < Normal.twoSided(z);
    return isBacked
        ? interval
        : new Interval(Math.min(0, interval.low()), Math.max(0, interval.high()));
  }

  /** The larger of the two p-values. */
  public static double pValue(Proportion first, Proportion second) {
    return Math.max(Newcombe10.pValue(first, second), RareOutcome.pValue(first, second));
  }

  /** The rule {@code difference}: verdicts are whether the interval excludes 0. */
  public static RuleVerdict verdict(Proportion score, Proportion benchmark) {
    double d = score.p() - benchmark.p();
    return new RuleVerdict(
        VerdictRule.DIFFERENCE,
        d,
        pValue(score, benchmark),
        Verdict.of(d, interval(score, benchmark, Normal.Z95).excludes(0)),
        Verdict.of(d, interval(score, benchmark, Normal.Z998).excludes(0)));
  }
}
