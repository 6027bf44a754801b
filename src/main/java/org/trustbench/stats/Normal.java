package org.trustbench.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution and the two levels at which everything is published. */
public final class Normal {
  /** Φ⁻¹(.975): 95 %, two-sided. */
  public static final double Z95 = 1.959963984540054;

  /** Φ⁻¹(.999): 99.8 %, two-sided. */
  public static final double Z998 = 3.090232306167813;

  /** 1 − .95, the α that goes with {@link #Z95}. */
  public static final double ALPHA95 = .05;

  /** 1 − .998, the α that goes with {@link #Z998}. */
  public static final double ALPHA998 = .002;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** The probability of a value at least as far from 0 as {@code z}; 1 at 0, 0 at infinity. */
  public static double twoSided(double z) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }

  /** Φ⁻¹(q). */
  public static double quantile(double q) {
    return STANDARD.inverseCumulativeProbability(q);
  }

  /** Φ(z). */
  public static double cumulative(double z) {
    return STANDARD.cumulativeProbability(z);
  }
}
