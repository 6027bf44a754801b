package org.trustbench.stats;

import java.util.Arrays;
import java.util.Optional;
import org.trustbench.stats.CrossedEffects.Parameters;

/**
 * How far inspectors differ in severity: a logistic model with normal random effects of inspectors,
 * trusts and cases, fitted by maximum likelihood with the Laplace approximation. The same as {@code
 * glmer(cbind(y, n - y) ~ 1 + (1 | inspector) + (1 | trust) + (1 | case), family = binomial)} of
 * R's lme4 (Bates, Mächler, Bolker and Walker 2015, Journal of Statistical Software 67(1)).
 *
 * @param intercept the logit in the middle
 * @param inspectorDeviation standard deviation of inspectors' effects on the logit scale
 * @param inspectorAt95 where it may lie, by profile likelihood: what a likelihood ratio test does
 *     not reject at 95 % (Venzon and Moolgavkar 1988, Applied Statistics 37:87-94)
 * @param trustDeviation of trusts' effects
 * @param caseDeviation of cases' effects
 * @param deviance −2 ln L, without the binomial coefficients
 * @param effects of each inspector on the logit scale, above 0 where lenient; shrunken towards 0
 * @param shifts what the severity of its inspectors did to each trust
 */
public record Severity(
    double intercept,
    double inspectorDeviation,
    Interval inspectorAt95,
    double trustDeviation,
    double caseDeviation,
    double deviance,
    double[] effects,
    SeverityShifts shifts) {
  /** Of more the fit, which grows with their cube, would take minutes. */
  public static final int MOST_INSPECTORS = 300;

  /** The spread of fewer is not worth a figure. */
  public static final int FEWEST_INSPECTORS = 5;

  /** Distance of a normal distribution's quartiles from its middle, in standard deviations. */
  private static final double QUARTILE = 0.6744897501960817;

  /** An end of an interval is found so closely. */
  private static final double CLOSE = 1e-4;

  private static final double START = .3;

  private static final int STEPS = 100;
  private static final double WIDTH = 8;

  /** No spread of inspectors is wider: odds one to 20,000. */
  private static final double WIDEST = 10;

  /**
   * Fits the model.
   *
   * @return empty with fewer than {@link #FEWEST_INSPECTORS} inspectors or more than {@link
   *     #MOST_INSPECTORS}
   */
  public static Optional<Severity> of(SeverityData data) {
    return data.inspectors() < FEWEST_INSPECTORS || data.inspectors() > MOST_INSPECTORS
        ? Optional.empty()
        : Optional.of(new Fit(data).severity());
  }

  /**
   * The odds of a sufficient judgement by an inspector at the 75th centile of leniency, as a
   * multiple of those by one at the 25th: e^(2·0.674·deviation).
   */
  public static double oddsRatio(double deviation) {
    return Math.exp(2 * QUARTILE * deviation);
  }

  /**
   * How far two inspectors drawn by chance would differ on the same work, at the middle: half of
   * all pairs differ by more. Their effects differ by √2·0.674·deviation in the middle of all
   * pairs; it is taken around the logit in the middle, and judgements are averaged over the effects
   * of trusts and cases.
   *
   * @return a difference of two proportions
   */
  public double pairDifference(double deviation) {
    double half = QUARTILE * deviation / Math.sqrt(2);
    double others = Math.hypot(trustDeviation, caseDeviation);
    return averaged(intercept + half, others) - averaged(intercept - half, others);
  }

  /** The mean of 1/(1 + e^−x) over x of a normal distribution, by Simpson's rule. */
  private static double averaged(double mean, double deviation) {
    double sum = 0;
    double weights = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
      double z = WIDTH * i / STEPS;
      int simpson = Math.abs(i) == STEPS ? 1 : (i + STEPS) % 2 == 1 ? 4 : 2;
      double weight = simpson * Math.exp(-z * z / 2);
      sum += weight / (1 + Math.exp(-mean - deviation * z));
      weights += weight;
    }
    return sum / weights;
  }

  /** The search for the parameters that are likeliest. */
  private static final class Fit {
    private final CrossedEffects model;
    private final SeverityData data;

    Fit(SeverityData data) {
      this.data = data;
      this.model = new CrossedEffects(data);
    }

    Severity severity() {
      double[] best =
          Minimum.of(
              x -> model.deviance(parameters(Math.abs(x[3]), x)),
              new double[] {logit(), START, START, START});
      double inspector = Math.abs(best[3]);
      Parameters at = parameters(inspector, best);
      Interval interval = interval(inspector, best, model.deviance(at));
      double deviance = model.deviance(at);
      return new Severity(
          at.intercept(),
          at.inspector(),
          interval,
          at.trust(),
          at.ofCase(),
          deviance,
          model.inspectors(at),
          model.shifts(at));
    }

    /** The others' deviations may turn negative on the way, which is the same as their size. */
    private static Parameters parameters(double inspector, double[] others) {
      return new Parameters(others[0], inspector, Math.abs(others[1]), Math.abs(others[2]));
    }

    private double logit() {
      double y = .5;
      double n = 1;
      for (int r = 0; r < data.rows(); r++) {
        y += data.sufficient(r);
        n += data.assessed(r);
      }
      return Math.log(y / (n - y));
    }

    private Interval interval(double inspector, double[] best, double lowest) {
      double[] others = Arrays.copyOf(best, 3);
      double low = excess(0, others, lowest) > 0 ? end(inspector, 0, others, lowest) : 0;
      double out = Math.max(2 * inspector, START);
      while (out < WIDEST && excess(out, others, lowest) < 0) {
        out *= 2;
      }
      double high = end(inspector, out, others, lowest);
      return new Interval(Math.min(low, inspector), Math.max(high, inspector));
    }

    /**
     * Between a deviation inside the interval and one outside, where the likelihood crosses, by the
     * chord, of which an end that stays is halved (Dowell and Jarratt 1971, BIT 11:168-174).
     */
    private double end(double inside, double outside, double[] others, double lowest) {
      double in = inside;
      double out = outside;
      double below = -Normal.Z95;
      double above = excess(out, others, lowest);
      boolean wasAbove = false;
      boolean wasBelow = false;
      for (int i = 0; i < 50 && Math.abs(out - in) > CLOSE * Math.max(in, out); i++) {
        double at = in + (out - in) * below / (below - above);
        double there = excess(at, others, lowest);
        if (Math.abs(there) < CLOSE) {
          return at;
        }
        if (there > 0) {
          out = at;
          above = there;
          below = wasAbove ? below / 2 : below;
        } else {
          in = at;
          below = there;
          above = wasBelow ? above / 2 : above;
        }
        wasAbove = there > 0;
        wasBelow = !wasAbove;
      }
      return (in + out) / 2;
    }

    /** How far the likelihood at a deviation lies outside what is not rejected, as a z. */
    private double excess(double inspector, double[] others, double lowest) {
      double[] best = Minimum.of(x -> model.deviance(parameters(inspector, x)), others);
      System.arraycopy(best, 0, others, 0, others.length);
      double rise = model.deviance(parameters(inspector, best)) - lowest;
      return Math.sqrt(Math.max(0, rise)) - Normal.Z95;
    }
  }
}
