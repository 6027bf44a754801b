package org.trustbench.stats;

/**
 * The difference of two independent proportions by the square-and-add of their Wilson intervals:
 * method 10 of Newcombe 1998 (Statistics in Medicine 17, 873-890). Given clustered proportions the
 * intervals squared are the clustered ones.
 */
public final class Newcombe10 {
  /** Beyond this z a two-sided p-value is 0 in double precision. */
  private static final double FARTHEST_Z = 40;

  /** Steps of z smaller than this, relative to z, are rounding. */
  private static final double PRECISION = 1e-15;

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
    return pValueBeyond(first, second, 0);
  }

  /**
   * The smallest α at which the interval excludes every difference of no more than some δ to either
   * side; 1 where the difference itself is one of these.
   *
   * @param delta 0 or more
   */
  static double pValueBeyond(Proportion first, Proportion second, double delta) {
    double d = first.p() - second.p();
    if (Math.abs(d) <= delta) {
      return 1;
    }
    return d > 0 ? pValueAbove(first, second, d - delta) : pValueAbove(second, first, -d - delta);
  }

  private static double pValueAbove(Proportion higher, Proportion lower, double d) {
    double excluded = 0;
    double included = FARTHEST_Z;
    double tooFar = reachDown(higher, lower, included) - d;
    if (tooFar < 0) {
      return 0;
    }
    double tooNear = -d;
    double z = 0;
    // The reach is all but proportional to z: a chord finds the root in a few steps, and halving
    // the weight of an end that stays (the Illinois rule) keeps it moving. Halving alone would take
    // six
    // times as long, and every comparison asks.
    for (int side = 0; included - excluded > PRECISION * included; ) {
      double before = z;
      z = (excluded * tooFar - included * tooNear) / (tooFar - tooNear);
      double off = reachDown(higher, lower, z) - d;
      if (off == 0 || Math.abs(z - before) <= PRECISION * z) {
        break;
      }
      if (off < 0) {
        excluded = z;
        tooNear = off;
        tooFar = side < 0 ? tooFar / 2 : tooFar;
        side = -1;
      } else {
        included = z;
        tooFar = off;
        tooNear = side > 0 ? tooNear / 2 : tooNear;
        side = 1;
      }
    }
    return Normal.twoSided(z);
  }

  private static double reachDown(Proportion first, Proportion second, double z) {
    double down = first.p() - first.interval(z).low();
    double up = second.interval(z).high() - second.p();
    return Math.sqrt(down * down + up * up);
  }
}
