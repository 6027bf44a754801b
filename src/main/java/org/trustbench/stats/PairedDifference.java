package org.trustbench.stats;

/**
 * The difference of two proportions that are not independent, from their Wilson intervals: with d =
 * p1 − p2 and a correlation r it reaches from d − √((p1−l1)² + (u2−p2)² − 2r(p1−l1)(u2−p2)) to d +
 * √((u1−p1)² + (p2−l2)² − 2r(u1−p1)(p2−l2)) (Newcombe 1998, Statistics in Medicine 17, 2635-2650,
 * method 10 without its continuity correction of r; Zou 2008, American Journal of Epidemiology 168,
 * 212-224, for any two estimates). With r = 0 it is {@link Newcombe10}. Where an outcome is rare in
 * one of them {@link RareOutcome} must not rule out chance less surely, as in {@link Difference};
 * it takes the two as independent, which is wider where they are alike.
 */
public final class PairedDifference {
  private static final double FARTHEST_Z = 40;
  private static final int HALVINGS = 100;

  private PairedDifference() {}

  /** Tests the first against the second. */
  public static Difference.Tested tested(Proportion first, Proportion second, double correlation) {
    double d = first.p() - second.p();
    double rare = RareOutcome.pValue(first, second);
    Interval at95 = backed(interval(first, second, correlation, Normal.Z95), Normal.Z95, rare);
    Interval at998 = backed(interval(first, second, correlation, Normal.Z998), Normal.Z998, rare);
    return new Difference.Tested(
        new RuleVerdict(
            VerdictRule.DIFFERENCE,
            d,
            Math.max(pValue(first, second, correlation), rare),
            Verdict.of(d, at95.excludes(0)),
            Verdict.of(d, at998.excludes(0))),
        new Intervals(at95, at998));
  }

  /** The interval at z, whatever is rare. */
  public static Interval interval(
      Proportion first, Proportion second, double correlation, double z) {
    double d = first.p() - second.p();
    return new Interval(
        d - reachDown(first, second, correlation, z), d + reachDown(second, first, correlation, z));
  }

  private static Interval backed(Interval interval, double z, double rare) {
    return !interval.excludes(0) || rare < Normal.twoSided(z)
        ? interval
        : new Interval(Math.min(0, interval.low()), Math.max(0, interval.high()));
  }

  /** The smallest α at which the interval excludes 0; 1 where the two are the same. */
  private static double pValue(Proportion first, Proportion second, double correlation) {
    double d = first.p() - second.p();
    if (d == 0) {
      return 1;
    }
    Proportion higher = d > 0 ? first : second;
    Proportion lower = d > 0 ? second : first;
    double excluded = 0;
    double included = FARTHEST_Z;
    if (reachDown(higher, lower, correlation, included) < Math.abs(d)) {
      return 0;
    }
    for (int step = 0; step < HALVINGS; step++) {
      double z = (excluded + included) / 2;
      if (reachDown(higher, lower, correlation, z) < Math.abs(d)) {
        excluded = z;
      } else {
        included = z;
      }
    }
    return Normal.twoSided(included);
  }

  private static double reachDown(
      Proportion first, Proportion second, double correlation, double z) {
    double down = first.p() - first.interval(z).low();
    double up = second.interval(z).high() - second.p();
    return Math.sqrt(Math.max(0, down * down + up * up - 2 * correlation * down * up));
  }
}
