package org.trustbench.stats;

/**
 * The sums over cases from which a measure's score and its clustered variance follow exactly; case
 * c has y sufficient of n assessed judgements. They merge by addition, in any order.
 *
 * @param k cases with at least one judgement assessed
 * @param y Σy, sufficient judgements
 * @param n Σn, assessed judgements
 * @param yy Σy²
 * @param yn Σyn
 * @param nn Σn²
 */
public record Sums(long k, long y, long n, long yy, long yn, long nn) {
  public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

  public Sums {
    if (k < 0 || y < 0 || y > n || k > n || (n > 0 && k == 0)) {
      throw new IllegalArgumentException(
          "not the sums of any cases: " + y + " of " + n + " in " + k + " cases");
    }
  }

  /** One case; a case with nothing assessed adds nothing. */
  public static Sums ofCase(long y, long n) {
    return n == 0
        ? NONE
        : new Sums(
            1, y, n, Math.multiplyExact(y, y), Math.multiplyExact(y, n), Math.multiplyExact(n, n));
  }

  /** Both together. Fails rather than wrap around past 2⁶³. */
  public Sums plus(Sums other) {
    return new Sums(
        Math.addExact(k, other.k),
        Math.addExact(y, other.y),
        Math.addExact(n, other.n),
        Math.addExact(yy, other.yy),
        Math.addExact(yn, other.yn),
        Math.addExact(nn, other.nn));
  }

  /** Σ(y_c − ratio·n_c)², never below 0. */
  double squaredResiduals(double ratio) {
    return Math.max(0, yy - 2 * ratio * yn + ratio * ratio * nn);
  }
}
