package org.trustbench.stats;

import java.util.Collection;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The design effect: how many times larger the variance of a score is than that of as many
 * independent judgements, because judgements of one case are alike. n judgements with a design
 * effect deff are worth n/deff independent ones. deff = V / (p(1 − p)/n), where V = k/(k−1) · Σ(y_c
 * − p·n_c)²/n² is the linearised variance of a ratio of two sums over k cases (Cochran 1977, §6.3;
 * Kish 1965 for deff). A measure of one question has deff 1.
 */
public final class DesignEffect {
  /** The design effect of independent judgements. */
  public static final double INDEPENDENT = 1;

  /**
   * With fewer cases nothing is compared, ranked or put in a tier: two or three cases are hardly a
   * sample of an institution's work, whatever the number of questions asked of each.
   */
  public static final int FEWEST_CASES = 5;

  /** By number of cases, since an inspection has few and a programme has many inspections. */
  private static final double[] OF_FEW_CASES = new double[200];

  static {
    for (int cases = 2; cases < OF_FEW_CASES.length; cases++) {
      OF_FEW_CASES[cases] = inflated(cases);
    }
  }

  private DesignEffect() {}

  /** V, the clustered variance of p; empty below two cases. It is 0 at p = 0 and p = 1. */
  public static OptionalDouble variance(Sums sums) {
    if (sums.k() < 2) {
      return OptionalDouble.empty();
    }
    double n = sums.n();
    return OptionalDouble.of(residualVariance(sums) / (n * n));
  }

  /** A trust's own deff, not floored; empty below two cases, at p = 0 and at p = 1. */
  public static OptionalDouble own(Sums sums) {
    if (sums.k() < 2 || sums.y() == 0 || sums.y() == sums.n()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(residualVariance(sums) / binomialVariance(sums));
  }

  /**
   * One deff for all trusts: Σ_t[k_t/(k_t−1)·Σ(y_c − p_t·n_c)²] / Σ_t n_t·p_t(1−p_t), over the
   * trusts with two cases or more, and as if one case more, of average size m = Σn²/Σn, had gone
   * wholly the rarer way: m² above, m below. Where many cases differ that adds next to nothing;
   * where hardly any does, their agreement proves little. Empty when no trust has two cases.
   */
  public static OptionalDouble pooled(Collection<Sums> trusts) {
    double squares = 0;
    double judgements = 0;
    for (Sums sums : trusts) {
      if (sums.k() >= 2) {
        squares += sums.nn();
        judgements += sums.n();
      }
    }
    return judgements == 0 ? OptionalDouble.empty() : pooled(trusts, squares / judgements);
  }

  /**
   * The same where clusters are made of cases, such as institutions: one case more, not one
   * institution more, had gone wholly the rarer way. An institution of hundreds of judgements none
   * of which agrees with the rest is nothing that was overlooked, and would outweigh all that was
   * seen.
   *
   * @param size m, judgements of an average case
   */
  public static OptionalDouble pooled(Collection<Sums> trusts, double size) {
    double residual = 0;
    double binomial = 0;
    boolean isAny = false;
    for (Sums sums : trusts) {
      if (sums.k() >= 2) {
        isAny = true;
        residual += residualVariance(sums);
        binomial += binomialVariance(sums);
      }
    }
    return isAny
        ? OptionalDouble.of((residual + size * size) / (binomial + size))
        : OptionalDouble.empty();
  }

  /**
   * The deff of a score, for its interval, its verdicts and its rank alike: the largest of 1, the
   * pooled, and the trust's own times (t/z)², t being the 97.5 % point of Student's distribution on
   * k − 1, since so few cases do not know their own variance (Korn and Graubard 1998). No number of
   * cases or judgements switches from one rule to another. By simulation of 3 to 150 trusts with 2
   * to 40 cases of 3 to 60 questions, p of .5 to .98 and an intra-case correlation of .05 to .4,
   * the same for all trusts, the 95 % interval holds the truth in 95 of 100 or more, and the {@code
   * difference} rule finds a difference that is not there in 5 of 100 at most. Where nothing can be
   * pooled and the trust has no deff of its own, every case counts as one judgement.
   *
   * <p>Two limits, by simulation of 35 trusts of which one in five has a correlation of .4 and the
   * others .05, for those few: the 95 % interval holds the truth in 92 to 95 of 100, and the 99.8 %
   * interval in 99.2 to 99.8 of 100 with 5 to 40 cases, since t is that of 97.5 % at both levels
   * and the pooled deff is that of the others.
   */
  public static double chosen(Sums sums, OptionalDouble pooled) {
    double own = own(sums).orElse(INDEPENDENT) * ofFewCases(sums.k());
    double wholeCases = sums.k() == 0 ? INDEPENDENT : (double) sums.n() / sums.k();
    boolean isKnown = pooled.isPresent() || own(sums).isPresent();
    return Math.max(INDEPENDENT, isKnown ? Math.max(own, pooled.orElse(INDEPENDENT)) : wholeCases);
  }

  /** (t/z)² on one degree of freedom less than there are cases; 1 of fewer than two. */
  static double ofFewCases(long cases) {
    if (cases < 2) {
      return 1;
    }
    return cases < OF_FEW_CASES.length ? OF_FEW_CASES[(int) cases] : inflated(cases);
  }

  private static double inflated(long cases) {
    double t = TDistribution.of(cases - 1.0).inverseCumulativeProbability(.975);
    return t * t / (Normal.Z95 * Normal.Z95);
  }

  /** n²·V. */
  private static double residualVariance(Sums sums) {
    double k = sums.k();
    return k / (k - 1) * sums.squaredResiduals((double) sums.y() / sums.n());
  }

  /** n·p(1 − p). */
  private static double binomialVariance(Sums sums) {
    double p = (double) sums.y() / sums.n();
    return sums.n() * p * (1 - p);
  }
}
