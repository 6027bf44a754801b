package org.trustbench.stats;

import java.util.Arrays;

/**
 * The effect of inspectors' severity on the score of each trust, by {@link Severity}: had an
 * inspector in the middle made all judgements, Σ n(p₀ − p) more of them would have been sufficient,
 * p₀ being the fitted share of a case without its inspector's effect, and p with it.
 */
public final class SeverityShifts {
  private final double[] added;
  private final int[][] inspectors;
  private final double[][] slopes;
  private final double[][] covariance;

  /**
   * Shifts of trusts.
   *
   * @param added by trust, Σ n(p₀ − p) over its cases
   * @param inspectors by trust, in order
   * @param slopes by trust and its inspectors, the derivative of {@code added} by their effects
   * @param covariance of the effects of inspectors
   */
  SeverityShifts(double[] added, int[][] inspectors, double[][] slopes, double[][] covariance) {
    this.added = added;
    this.inspectors = inspectors;
    this.slopes = slopes;
    this.covariance = covariance;
  }

  /**
   * A weighted sum of what would be added to trusts.
   *
   * @param value sufficient judgements, or a share of judgements once divided by their number
   * @param slopes its derivative by the effect of each inspector
   */
  public record Shift(double value, double[] slopes) {
    /** Both together. */
    public Shift plus(Shift other) {
      double[] sum = slopes.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += other.slopes[i];
      }
      return new Shift(value + other.value, sum);
    }

    public Shift times(double factor) {
      return new Shift(factor * value, Arrays.stream(slopes).map(one -> factor * one).toArray());
    }

    public Shift minus(Shift other) {
      return plus(other.times(-1));
    }
  }

  /** Nothing. */
  public Shift none() {
    return new Shift(0, new double[covariance.length]);
  }

  /** What would be added to the sufficient judgements of a trust. */
  public Shift of(int trust) {
    double[] all = new double[covariance.length];
    for (int i = 0; i < inspectors[trust].length; i++) {
      all[inspectors[trust][i]] = slopes[trust][i];
    }
    return new Shift(added[trust], all);
  }

  /**
   * The standard error of a shift, by the delta method (Rao 1973, Linear Statistical Inference,
   * §6a): what is not known of the effects of inspectors, at the fitted spread.
   */
  public double standardError(Shift shift) {
    double variance = 0;
    for (int i = 0; i < covariance.length; i++) {
      double sum = 0;
      for (int j = 0; j < covariance.length; j++) {
        sum += covariance[i][j] * shift.slopes()[j];
      }
      variance += shift.slopes()[i] * sum;
    }
    return Math.sqrt(Math.max(0, variance));
  }
}
