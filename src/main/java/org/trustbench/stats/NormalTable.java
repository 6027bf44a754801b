package org.trustbench.stats;

/**
 * The standard normal distribution for integrals that ask for it a million times: cubic pieces
 * between tabled values, exact to 1e-10.
 */
final class NormalTable {
  private static final int STEPS = 64;
  private static final int FARTHEST = 9;
  private static final double[] CUMULATIVE = new double[2 * FARTHEST * STEPS + 1];
  private static final double[] SLOPE = new double[CUMULATIVE.length];

  static {
    for (int i = 0; i < CUMULATIVE.length; i++) {
      double z = (double) i / STEPS - FARTHEST;
      CUMULATIVE[i] = Normal.cumulative(z);
      SLOPE[i] = density(z) / STEPS;
    }
  }

  private NormalTable() {}

  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  static double cumulative(double z) {
    double place = (z + FARTHEST) * STEPS;
    if (!(place > 0)) {
      return 0;
    }
    if (place >= CUMULATIVE.length - 1) {
      return 1;
    }
    int i = (int) place;
    double u = place - i;
    double v = 1 - u;
    return v * v * ((1 + 2 * u) * CUMULATIVE[i] + u * SLOPE[i])
        + u * u * ((1 + 2 * v) * CUMULATIVE[i + 1] - v * SLOPE[i + 1]);
  }
}
