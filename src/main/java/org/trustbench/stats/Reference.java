package org.trustbench.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
public record Reference(double p, Proportion independent, double share) {

  /** A value taken as known. */
  public static Reference fixed(double p) {
    return new Reference(p, new Proportion(p, Double.POSITIVE_INFINITY), 1);
  }

  /**
   * What each rule sets a trust against; empty when no other trust has a judgement assessed.
   *
   * @param deff the design effect for verdicts of each trust; not read where n = 0
   * @param trust its index, or {@link BenchmarkRule#OUTSIDE}
   */
  public static Map<BenchmarkRule, Reference> all(List<Sums> trusts, double[] deff, int trust) {
    Map<BenchmarkRule, Reference> all = new EnumMap<>(BenchmarkRule.class);
    Optional<Proportion> others = Others.pooled(trusts, deff, trust);
    if (others.isEmpty()) {
      return all;
    }
    Proportion pooled = others.get();
    Proportion mean = Others.mean(trusts, deff, trust).orElseThrow();
    long assessed = trusts.stream().mapToLong(Sums::n).sum();
    double own = trust == BenchmarkRule.OUTSIDE ? 0 : trusts.get(trust).n();
    all.put(BenchmarkRule.POOLED_OTHERS, new Reference(pooled.p(), pooled, 1));
    all.put(
        BenchmarkRule.POOLED_ALL,
        new Reference(
            BenchmarkRule.POOLED_ALL.value(trusts, trust).orElseThrow(),
            pooled,
            (assessed - own) / assessed));
    all.put(BenchmarkRule.MEAN_OF_OTHERS, new Reference(mean.p(), mean, 1));
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
    RuleVerdict tested = Newcombe10.difference(score, independent);
    return new RuleVerdict(
        Rule.DIFFERENCE, score.p() - p, tested.pValue(), tested.at95(), tested.at998());
  }

  /**
   * The interval of score minus benchmark, as a rule sees it: {@code difference} counts the
   * benchmark's own error, the others take the benchmark as known.
   */
  public Interval interval(Proportion score, Rule rule, double z) {
    if (rule != Rule.DIFFERENCE) {
      Interval wilson = score.interval(z);
      return new Interval(wilson.low() - p, wilson.high() - p);
    }
    Interval interval = Newcombe10.interval(score, independent, z);
    return new Interval(share * interval.low(), share * interval.high());
  }
}
