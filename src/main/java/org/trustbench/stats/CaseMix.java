package org.trustbench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trust's score against what it would have been had each of its strata scored as the benchmark
 * did: indirect standardisation. E = Σ_s n_s·p0_s, r = y/E, p0_s the benchmark's own score in the
 * stratum. A ratio of two benchmarks never stands for their strata: that is Simpson's paradox.
 *
 * @param expected E, sufficient judgements expected
 * @param expectedScore E/n
 * @param ratio r; 1 when the trust does as well as the benchmark with cases like its own
 * @param variance Var r = k/(k−1)·Σ_s[Σy² − 2r·p0_s·Σyn + r²·p0_s²·Σn²]/E², p0 taken as known
 * @param testVariance the variance the test uses, see {@link #of}
 */
public record CaseMix(
    double expected, double expectedScore, double ratio, double variance, double testVariance) {

  /**
   * One stratum of a trust.
   *
   * @param others the other trusts' score in it, worth an infinite n when it is a fixed value
   * @param share the others' part of the benchmark's judgements in it: 1 for {@code pooled-others};
   *     the rest, with {@code pooled-all}, is the trust itself, so that p − p0 = share·(p − others)
   */
  public record Stratum(Sums trust, Proportion others, double share) {
    /** A stratum whose benchmark is the others alone. */
    public Stratum(Sums trust, Proportion others) {
      this(trust, others, 1);
    }

    /** The same with the trust's own judgements in the benchmark, beside so many of the others. */
    public Stratum amongAll(double othersJudgements) {
      return new Stratum(trust, others, othersJudgements / (othersJudgements + trust.n()));
    }
  }

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
   * @param deff the trust's design effect for verdicts ({@link DesignEffect#chosen})
   */
  public static Optional<CaseMix> of(List<Stratum> strata, double deff) {
    Sums all = strata.stream().map(Stratum::trust).reduce(Sums.NONE, Sums::plus);
    double ofOthers = 0;
    double expected = 0;
    double chance = 0;
    double uncertainty = 0;
    for (Stratum stratum : strata) {
      double n = stratum.trust().n();
      double p0 = stratum.others().p();
      double inside = stratum.others().offTheEnds();
      double error = stratum.others().standardError();
      double squared = stratum.share() * stratum.share();
      ofOthers += n * p0;
      expected += stratum.share() * n * p0 + (1 - stratum.share()) * stratum.trust().y();
      chance += squared * n * inside * (1 - inside);
      uncertainty += squared * n * n * error * error;
    }
    if (ofOthers == 0 || all.k() < 2) {
      return Optional.empty();
    }
    double ratio = all.y() / expected;
    double residual = 0;
    for (Stratum stratum : strata) {
      double like = all.y() / ofOthers * stratum.others().p();
      residual += stratum.share() * stratum.share() * stratum.trust().squaredResiduals(like);
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
    double d = ratio - 1;
    return d == 0 ? 1 : Normal.twoSided(d / Math.sqrt(testVariance));
  }

  /**
   * What every rule says once case mix is allowed for, {@code difference} first. The benchmark is
   * E/n, what it would have scored with the trust's own cases. {@code difference} is the test of r
   * above, which counts the expectation's own error; the rules that take a benchmark as known test
   * the score against it.
   *
   * @param score y/n on the trust's effective judgements
   */
  public List<RuleVerdict> verdicts(Proportion score) {
    List<RuleVerdict> verdicts = new ArrayList<>();
    verdicts.add(RuleVerdict.ofPValue(VerdictRule.DIFFERENCE, ratio - 1, pValue()));
    verdicts.addAll(FixedBenchmark.all(score, Math.min(1, expectedScore)));
    return verdicts;
  }

  /** What one rule says, as in {@link #verdicts}. */
  public RuleVerdict verdict(VerdictRule rule, Proportion score) {
    return RuleVerdict.by(rule, verdicts(score));
  }

  /**
   * p0·r, p0 the benchmark as it is: the score had the trust had the comparator's mix of cases; not
   * held to 1.
   */
  public double adjustedScore(double p0) {
    return p0 * ratio;
  }
}
