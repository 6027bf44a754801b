package org.trustbench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trust's score against what it would have been had each of its strata scored as the others' did:
 * indirect standardisation. E = Σ_s n_s·p0_s, r = y/E.
 *
 * @param expected E, sufficient judgements expected
 * @param expectedScore E/n
 * @param ratio r; 1 when the trust does as well as the others with cases like its own
 * @param variance Var r = k/(k−1)·Σ_s[Σy² − 2r·p0_s·Σyn + r²·p0_s²·Σn²]/E², p0 taken as known
 * @param testVariance the variance the test uses, see {@link #of}
 */
public record CaseMix(
    double expected, double expectedScore, double ratio, double variance, double testVariance) {

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
   * <p>The test's variance adds to Var r what the expectation itself is uncertain by, Σ
   * n_s²·p0_s(1−p0_s)/n_others,s/E², and holds Var r to no less than deff times its value for
   * independent judgements at r = 1, Σ n_s·p0_s(1−p0_s)/E²: with few others, and with few or no
   * judgements of one kind, Var r alone finds differences that are not there (it is 0 at y = 0). In
   * both, a p0_s of 0 or 1 counts as (y + 2)/(n + 4) of the others' judgements.
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
      double inside = stratum.others().offTheEnds();
      double error = stratum.others().standardError();
      expected += n * p0;
      chance += n * inside * (1 - inside);
      uncertainty += n * n * error * error;
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
    double ofExpected = uncertainty / (expected * expected);
    return Optional.of(
        new CaseMix(
            expected, expected / all.n(), ratio, variance, Math.max(variance, floor) + ofExpected));
  }

  /** z = (r − 1)/√variance against the normal; with no variance at all, 1 if r = 1 and else 0. */
  public double pValue() {
    return pValue(1);
  }

  /** The same test of r = {@code benchmark}, in units of what was expected. */
  double pValue(double benchmark) {
    double d = ratio - benchmark;
    return d == 0 ? 1 : Normal.twoSided(d / Math.sqrt(testVariance));
  }

  public Verdict at95() {
    return Verdict.of(ratio - 1, pValue() < Normal.ALPHA95);
  }

  public Verdict at998() {
    return Verdict.of(ratio - 1, pValue() < Normal.ALPHA998);
  }

  /**
   * What every rule says once case mix is allowed for, {@code difference} first. The benchmark
   * becomes E/n, what the others would have scored with the trust's own cases, times {@code to.p()}
   * over p0, which makes it the benchmark rule's. {@code difference} is the test of r above, which
   * counts the expectation's own error; against {@code pooled-all} it is the same as against the
   * pooled others, as without case mix ({@link Reference}). The rules that take a benchmark as
   * known test the score against it, held to 1.
   *
   * @param score y/n on the trust's effective judgements
   * @param p0 the pooled others' score
   */
  public List<RuleVerdict> verdicts(Proportion score, double p0, Reference to) {
    double scale = to.p() / p0;
    double tested = to.share() == 1 ? scale : 1;
    double known = Math.min(1, expectedScore * scale);
    List<RuleVerdict> verdicts = new ArrayList<>();
    verdicts.add(RuleVerdict.ofPValue(Rule.DIFFERENCE, ratio - tested, pValue(tested)));
    verdicts.addAll(FixedBenchmark.all(score, known));
    return verdicts;
  }

  /** p0·r, the score had the trust had the comparator's mix of cases; not held to 1. */
  public double adjustedScore(double p0) {
    return p0 * ratio;
  }
}
