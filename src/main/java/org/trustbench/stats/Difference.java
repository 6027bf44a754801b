package org.trustbench.stats;

/**
 * The difference of two independent proportions: {@link Newcombe10}. Where an outcome is rare in
 * one of them, {@link RareOutcome} has to exclude chance at the same level too. An interval that it
 * does not support is extended to 0, so that interval, p-value and verdict say one thing.
 */
public final class Difference {
  private Difference() {}

  /**
   * What is said of a difference.
   *
   * @param verdict by the rule {@code difference}: whether an interval excludes 0
   * @param intervals {@link #interval} at both levels
   */
  public record Tested(RuleVerdict verdict, Intervals intervals) {}

  /** Tests the first against the second; the outcome that is rare is looked at once. */
  public static Tested tested(Proportion first, Proportion second) {
    double d = first.p() - second.p();
    double rare = RareOutcome.pValue(first, second);
    Interval at95 = interval(first, second, Normal.Z95, rare);
    Interval at998 = interval(first, second, Normal.Z998, rare);
    RuleVerdict verdict =
        new RuleVerdict(
            VerdictRule.DIFFERENCE,
            d,
            Math.max(Newcombe10.pValue(first, second), rare),
            Verdict.of(d, at95.excludes(0)),
            Verdict.of(d, at998.excludes(0)));
    return new Tested(verdict, new Intervals(at95, at998));
  }

  private static Interval interval(Proportion first, Proportion second, double z, double rare) {
    Interval interval = Newcombe10.interval(first, second, z);
    return !interval.excludes(0) || rare < Normal.twoSided(z) ? interval : drawnOn(interval);
  }

  /** The interval at z; it holds 0 where either does not exclude it. */
  public static Interval interval(Proportion first, Proportion second, double z) {
    Interval interval = Newcombe10.interval(first, second, z);
    return !interval.excludes(0) || isBacked(first, second, z) ? interval : drawnOn(interval);
  }

  private static Interval drawnOn(Interval interval) {
    return new Interval(Math.min(0, interval.low()), Math.max(0, interval.high()));
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
    return tested(score, benchmark).verdict();
  }
}
