package org.trustbench.stats;

import java.util.Optional;

/**
 * The score interval of a proportion (Wilson 1927): every p0 that the score test at z does not
 * reject, (2y + z² ∓ z√(z² + 4y(1 − y/n))) / (2(n + z²)).
 */
public final class Wilson {
  private Wilson() {}

  /**
   * The interval for {@code y} of {@code n}; both may be fractional, as effective counts are.
   *
   * <p>Empty when n = 0. The lower end is exactly 0 at y = 0 and the upper exactly 1 at y = n. An
   * infinite n (a whole population) gives the point p only through {@link Proportion#interval}.
   */
  public static Optional<Interval> interval(double y, double n, double z) {
    return n == 0 ? Optional.empty() : Optional.of(new Proportion(y / n, n).interval(z));
  }

  /** The interval around p, worth n > 0 judgements. */
  static Interval around(double p, double n, double z) {
    if (Double.isInfinite(n)) {
      return new Interval(p, p);
    }
    double centre = (p * n + z * z / 2) / (n + z * z);
    double half = z / (n + z * z) * Math.sqrt(n * p * (1 - p) + z * z / 4);
    double low = p == 0 ? 0 : Math.max(0, centre - half);
    double high = p == 1 ? 1 : Math.min(1, centre + half);
    return new Interval(Math.min(low, p), Math.max(high, p));
  }
}
