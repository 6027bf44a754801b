package org.trustbench.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/** Intervals for how judgements are spread over the grades of a scale. */
public final class GradeIntervals {
  private GradeIntervals() {}

  /**
   * Shares at or above every cut of a scale, each in Wilson's interval at a level that keeps all of
   * them within at 95 %: z of 1 − (1 − α)^(1/cuts), which holds for normal variables however they
   * hang together (Z. Šidák 1967, Rectangular confidence regions for the means of multivariate
   * normal distributions, J. Am. Stat. Assoc. 62, 626-633).
   */
  public static Interval atLeast(Proportion share, int cuts) {
    return share.interval(Normal.quantile((1 + Math.pow(1 - Normal.ALPHA95, 1.0 / cuts)) / 2));
  }

  /**
   * The share of one grade of several, simultaneous at 95 %: Wilson's interval at α divided by the
   * number of grades (L. A. Goodman 1965, On simultaneous confidence intervals for multinomial
   * proportions, Technometrics 7, 247-254).
   */
  public static Interval ofGrade(Proportion share, int grades) {
    return share.interval(Normal.quantile(1 - Normal.ALPHA95 / (2 * grades)));
  }

  /**
   * The mean r = Σy/Σn of points y over judgements n, at 95 %: r ∓ t·√V with V = k/(k−1) · Σ(y_c −
   * r·n_c)²/n², the linearised variance of a ratio over cases, and t on k − 1 (W. G. Cochran 1977,
   * Sampling Techniques, 6.4). Empty for fewer than two cases, and where all points are alike,
   * which no variance can be told from.
   *
   * @param k cases with a judgement
   * @param y Σy, which may exceed Σn
   */
  public static Optional<Interval> ofMean(long k, long y, long n, long yy, long yn, long nn) {
    if (k < 2 || n == 0) {
      return Optional.empty();
    }
    double r = (double) y / n;
    double squares = yy - 2 * r * yn + r * r * nn;
    if (squares <= 1e-9 * Math.max(1, yy)) {
      return Optional.empty();
    }
    double half =
        TDistribution.of(k - 1.0).inverseCumulativeProbability(1 - Normal.ALPHA95 / 2)
            * Math.sqrt(k / (k - 1.0) * squares)
            / n;
    return Optional.of(new Interval(r - half, r + half));
  }
}
