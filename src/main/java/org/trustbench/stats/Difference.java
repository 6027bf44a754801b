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
    return !interval.excludes(0) || isBacked(first, second, z)
        ? interval
        : new Interval(Math.min(0, interval.low()), Math.max(0, interval.high()));
  }

  /**
   * Whether an outcome that is rare in both rules out chance as surely as z asks; true where
   * neither the outcome nor its contrary is rare. An interval that excludes 0 counts only if it
   * does.
   */
  public static boolean isBacked(Proportion first, Proportion second, double z) {
    return RareOutcome.pValue(first, second) < Normal.twoSided(z);
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
