package org.trustbench.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a score is set against: a value, and the error it has of its own.
 *
 * <p>{@code pooled-all} holds the trust itself, so that it and the trust err together. But p −
 * p_all = share·(p − p_others), share the others' part of all judgements: its difference is the
 * difference from the pooled others brought nearer to 0, and so is its interval; verdict and
 * p-value are the same.
 *
 * @param p the benchmark
 * @param independent what the trust is tested against: no judgement in it is the trust's
 * @param share p_trust − p over p_trust − p_independent
 */
public record BenchmarkEstimate(double p, Proportion independent, double share) {

  /** A value taken as known. */
  public static BenchmarkEstimate fixed(double p) {
    return new BenchmarkEstimate(p, new Proportion(p, Double.POSITIVE_INFINITY), 1);
  }

  /**
   * What each rule sets a trust against; empty when no other trust has a judgement assessed.
   *
   * @param others the comparator's trusts with their design effects for verdicts
   * @param trust its place among them, or {@link BenchmarkRule#OUTSIDE}
   */
  public static Map<BenchmarkRule, BenchmarkEstimate> all(LeaveOneOut others, int trust) {
    Map<BenchmarkRule, BenchmarkEstimate> all = new EnumMap<>(BenchmarkRule.class);
    if (others.count(trust) == 0) {
      return all;
    }
    Proportion pooled = others.pooled(trust).orElseThrow();
    Proportion mean = others.mean(trust).orElseThrow();
    double everyone = others.pooledScore(BenchmarkRule.OUTSIDE).orElseThrow();
    all.put(BenchmarkRule.POOLED_OTHERS, new BenchmarkEstimate(pooled.p(), pooled, 1));
    all.put(BenchmarkRule.POOLED_ALL, new BenchmarkEstimate(everyone, pooled, others.share(trust)));
    all.put(BenchmarkRule.MEAN_OF_OTHERS, new BenchmarkEstimate(mean.p(), mean, 1));
    return all;
  }

  /** What every lawful rule says of a score, {@code difference} first. */
  public List<RuleVerdict> verdicts(Proportion score) {
    List<RuleVerdict> verdicts = new ArrayList<>();
    verdicts.add(difference(score));
    verdicts.addAll(FixedBenchmark.all(score, p));
    return verdicts;
  }

  private RuleVerdict difference(Proportion score) {
    RuleVerdict tested = Difference.verdict(score, independent);
    return new RuleVerdict(
        VerdictRule.DIFFERENCE, score.p() - p, tested.pValue(), tested.at95(), tested.at998());
  }

  /**
   * The interval of score minus benchmark, as a rule sees it: {@code difference} counts the
   * benchmark's own error, the others take the benchmark as known.
   */
  public Interval interval(Proportion score, VerdictRule rule, double z) {
    if (rule != VerdictRule.DIFFERENCE) {
      Interval wilson = score.interval(z);
      return new Interval(wilson.low() - p, wilson.high() - p);
    }
    Interval interval = Difference.interval(score, independent, z);
    return new Interval(share * interval.low(), share * interval.high());
  }
}
