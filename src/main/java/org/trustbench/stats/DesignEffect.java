package org.trustbench.stats;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How much less a judgement tells because others of the same case are like it: deff = V / (p(1 −
 * p)/n), where V = k/(k−1) · Σ(y_c − p·n_c)²/n² is the linearised variance of a ratio of two sums
 * over k cases (Cochran 1977, §6.3; Kish 1965 for deff). A measure of one question has deff 1.
 */
public final class DesignEffect {
  /** The design effect of independent judgements. */
  public static final double INDEPENDENT = 1;

  /** Below so many of the rarer outcome a trust's own design effect is not trusted alone. */
  static final long FEW_JUDGEMENTS = 10;

  /** Below so many cases a trust's own design effect is not trusted alone. */
  static final long FEW_CASES = 20;

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
   * trusts with two cases or more; empty when every such trust scores 0 or 1.
   */
  public static OptionalDouble pooled(Collection<Sums> trusts) {
    double residual = 0;
    double binomial = 0;
    for (Sums sums : trusts) {
      if (sums.k() >= 2) {
        residual += residualVariance(sums);
        binomial += binomialVariance(sums);
      }
    }
    return binomial > 0 ? OptionalDouble.of(residual / binomial) : OptionalDouble.empty();
  }

  /**
   * The deff for a score's interval, never below 1: the trust's own where it can be trusted; with
   * fewer than 10 of the rarer outcome or fewer than 20 cases, the larger of its own and the
   * pooled. So the interval does not jump as y reaches 0, and few cases that happen to agree do not
   * pass for many. 1 when neither is defined.
   */
  public static double chosen(Sums sums, OptionalDouble pooled) {
    double own = own(sums).orElse(INDEPENDENT);
    boolean isTrusted =
        Math.min(sums.y(), sums.n() - sums.y()) >= FEW_JUDGEMENTS && sums.k() >= FEW_CASES;
    double other = isTrusted ? INDEPENDENT : pooled.orElse(INDEPENDENT);
    return Math.max(INDEPENDENT, Math.max(own, other));
  }

  /**
   * The deff for verdicts: the largest of 1, the trust's own and the pooled, however many cases
   * there are. An own deff that happens to come out low makes a chance difference look significant,
   * and most where p is near 1 and the bad judgements sit in a few cases: with {@link #chosen}, 20
   * to 60 cases of 10 to 25 questions, p of .9 or .95 and an intra-case correlation of .2 the
   * {@code difference} rule finds a difference that is not there in up to 8 % of trusts, with this
   * in 3 to 5 %. Pooling costs about 4 % of standard error at 60 cases.
   */
  public static double forVerdict(Sums sums, OptionalDouble pooled) {
    double own = own(sums).orElse(INDEPENDENT);
    return Math.max(INDEPENDENT, Math.max(own, pooled.orElse(INDEPENDENT)));
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
