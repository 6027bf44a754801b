package org.trustbench.stats;

import java.util.Optional;

/**
 * A score as the tests see it: p, and the number of independent judgements it is worth. For a
 * clustered measure that is n_eff = n/deff, which need not be whole.
 *
 * @param p between 0 and 1, both included
 * @param n above 0; infinite for a value that is known and not estimated
 */
public record Proportion(double p, double n) {
  public Proportion {
    if (!(p >= 0 && p <= 1 && n > 0)) {
      throw new IllegalArgumentException("not a proportion: " + p + " of " + n + " judgements");
    }
  }

  /** y/n, worth n/deff judgements; empty when nothing was assessed. */
  public static Optional<Proportion> of(Sums sums, double deff) {
    return sums.n() == 0
        ? Optional.empty()
        : Optional.of(new Proportion((double) sums.y() / sums.n(), sums.n() / deff));
  }

  /** Effective sufficient judgements. */
  public double y() {
    return p * n;
  }

  /** Wilson's interval; the point p when n is infinite. */
  public Interval interval(double z) {
    return Wilson.around(p, n, z);
  }

  /** p(1 − p)/n, which is 0 at p = 0 and p = 1. */
  public double variance() {
    return p * (1 - p) / n;
  }

  /**
   * √(p(1−p)/n), and where that would be 0, at p = 0 or 1, the same of p̃ = (y + 2)/(n + 4) in n +
   * 4 (Agresti and Coull 1998): no finite number of judgements is certain.
   */
  public double standardError() {
    if (p > 0 && p < 1) {
      return Math.sqrt(variance());
    }
    double shrunk = Double.isInfinite(n) ? p : (y() + 2) / (n + 4);
    return Math.sqrt(shrunk * (1 - shrunk) / (n + 4));
  }
}
