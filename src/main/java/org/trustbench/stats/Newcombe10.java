package org.trustbench.stats;

/**
 * The difference of two independent proportions by the square-and-add of their Wilson intervals:
 * method 10 of Newcombe 1998 (Statistics in Medicine 17, 873-890). Given clustered proportions the
 * intervals squared are the clustered ones.
 */
public final class Newcombe10 {
  /** Beyond this z a two-sided p-value is 0 in double precision. */
  private static final double FARTHEST_Z = 40;

  /** After so many z is known to as many digits as there are. */
  private static final int HALVINGS = 60;

  private Newcombe10() {}

  /** With d = p1 − p2: from d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²). */
  public static Interval interval(Proportion first, Proportion second, double z) {
    double d = first.p() - second.p();
    return new Interval(d - reachDown(first, second, z), d + reachDown(second, first, z));
  }

  /**
   * The smallest α at which the interval excludes 0. The interval widens with z, so there is one z
   * at which its nearer end is 0. 1 when p1 = p2; 0 when 0 is still excluded at z = 40.
   */
  public static double pValue(Proportion first, Proportion second) {
    boolean isAbove = first.p() > second.p();
    return isAbove ? pValueAbove(first, second) : pValueAbove(second, first);
  }

  private static double pValueAbove(Proportion higher, Proportion lower) {
    double d = higher.p() - lower.p();
    double excluded = 0;
    double included = FARTHEST_Z;
    for (int i = 0; i < HALVINGS; i++) {
      double z = (excluded + included) / 2;
      if (reachDown(higher, lower, z) < d) {
        excluded = z;
      } else {
        included = z;
      }
    }
    return Normal.twoSided(included);
  }

  private static double reachDown(Proportion first, Proportion second, double z) {
    double down = first.p() - first.interval(z).low();
    double up = second.interval(z).high() - second.p();
    return Math.sqrt(down * down + up * up);
  }
}
