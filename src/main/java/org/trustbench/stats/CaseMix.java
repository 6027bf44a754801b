package org.trustbench.stats;

import java.util.List;
import java.util.Optional;

/**
 * A trust's score against what it would have been had each of its strata scored as the others' did:
 * indirect standardisation. E = Σ_s n_s·p0_s, r = y/E.
 *
 * @param expected E, sufficient judgements expected
 * @param ratio r; 1 when the trust does as well as the others with cases like its own
 * @param variance Var r = k/(k−1)·Σ_s[Σy² − 2r·p0_s·Σyn + r²·p0_s²·Σn²]/E², p0 taken as known
 * @param testVariance the variance the test uses, see {@link #of}
 */
public record CaseMix(double expected, double ratio, double variance, double testVariance) {

  /**
   * One stratum of a trust.
   *
   * @param others the other trusts' score in it, worth an infinite n when it is a fixed value
   */
  public record Stratum(Sums trust, Proportion others) {}

  /**
   * Standardises. Empty, not calculable, when E = 0 (nothing assessed, or nothing ever expected to
   * be sufficient) or with fewer than two cases.
   *
   * <p>The test's variance adds to Var r what the expectation itself is uncertain by, r²·Σ
   * n_s²·p0_s(1−p0_s)/n_others,s/E², and holds Var r to no less than deff times its value for
   * independent judgements at r = 1, Σ n_s·p0_s(1−p0_s)/E²: with few others, and with few or no
   * judgements of one kind, Var r alone finds differences that are not there (it is 0 at y = 0).
   *
   * @param deff the trust's design effect for verdicts ({@link DesignEffect#forVerdict})
   */
  public static Optional<CaseMix> of(List<Stratum> strata, double deff) {
    Sums all = strata.stream().map(Stratum::trust).reduce(Sums.NONE, Sums::plus);
    double expected = 0;
    double chance = 0;
    double uncertainty = 0;
    for (Stratum stratum : strata) {
      double n = stratum.trust().n();
      double p0 = stratum.others().p();
      expected += n * p0;
      chance += n * p0 * (1 - p0);
      uncertainty += n * n * stratum.others().variance();
    }
    if (expected == 0 || all.k() < 2) {
      return Optional.empty();
    }
    double ratio = all.y() / expected;
    double residual = 0;
    for (Stratum stratum : strata) {
      residual += stratum.trust().squaredResiduals(ratio * stratum.others().p());
    }
    double k = all.k();
    double variance = k / (k - 1) * residual / (expected * expected);
    double floor = deff * chance / (expected * expected);
    double ofExpected = ratio * ratio * uncertainty / (expected * expected);
    return Optional.of(
        new CaseMix(expected, ratio, variance, Math.max(variance, floor) + ofExpected));
  }

  /** z = (r − 1)/√variance against the normal; with no variance at all, 1 if r = 1 and else 0. */
  public double pValue() {
    double d = ratio - 1;
    return d == 0 ? 1 : Normal.twoSided(d / Math.sqrt(testVariance));
  }

  public Verdict at95() {
    return Verdict.of(ratio - 1, pValue() < Normal.ALPHA95);
  }

  public Verdict at998() {
    return Verdict.of(ratio - 1, pValue() < Normal.ALPHA998);
  }

  /** p0·r, the score had the trust had the comparator's mix of cases; not held to 1. */
  public double adjustedScore(double p0) {
    return p0 * ratio;
  }
}
