package org.trustbench.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A benchmark as an estimate: a value, with its own sampling error.
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
    if (others.count(trust) > 0) {
      for (BenchmarkRule rule : BenchmarkRule.values()) {
        all.put(rule, of(rule, others, trust));
      }
    }
    return all;
  }

  /** What one rule sets a trust against; another trust must have a judgement assessed. */
  public static BenchmarkEstimate of(BenchmarkRule rule, LeaveOneOut others, int trust) {
    return switch (rule) {
      case POOLED_OTHERS -> ofIndependent(others.pooled(trust).orElseThrow());
      case POOLED_ALL ->
          new BenchmarkEstimate(
              others.pooledScore(BenchmarkRule.OUTSIDE).orElseThrow(),
              others.pooled(trust).orElseThrow(),
              others.share(trust));
      case MEAN_OF_OTHERS -> ofIndependent(others.mean(trust).orElseThrow());
    };
  }

  private static BenchmarkEstimate ofIndependent(Proportion others) {
    return new BenchmarkEstimate(others.p(), others, 1);
  }

  /** Whether it is a value taken as known. */
  public boolean isKnown() {
    return Double.isInfinite(independent.n());
  }

  /**
   * What every lawful rule says of a score, {@code difference} first. A value taken as known leaves
   * that nothing to add to the other rules.
   */
  public List<RuleVerdict> verdicts(Proportion score) {
    return tested(score).verdicts();
  }

  /** Sets a score against it by every lawful rule. */
  public Tested tested(Proportion score) {
    Intervals known =
        new Intervals(known(score.interval(Normal.Z95)), known(score.interval(Normal.Z998)));
    List<RuleVerdict> fixed = FixedBenchmark.all(score, p);
    if (isKnown()) {
      return new Tested(fixed, known, known);
    }
    Difference.Tested difference = Difference.tested(score, independent);
    RuleVerdict found = difference.verdict();
    List<RuleVerdict> verdicts = new ArrayList<>();
    verdicts.add(
        new RuleVerdict(
            VerdictRule.DIFFERENCE, score.p() - p, found.pValue(), found.at95(), found.at998()));
    verdicts.addAll(fixed);
    Intervals counted =
        new Intervals(
            nearer(difference.intervals().at95()), nearer(difference.intervals().at998()));
    return new Tested(verdicts, counted, known);
  }

  /** The interval of score minus benchmark with the benchmark's own error. */
  Interval difference(Proportion score, double z) {
    return nearer(Difference.interval(score, independent, z));
  }

  private Interval known(Interval score) {
    return new Interval(score.low() - p, score.high() - p);
  }

  private Interval nearer(Interval difference) {
    return new Interval(share * difference.low(), share * difference.high());
  }

  /**
   * What the lawful rules say of a score.
   *
   * @param verdicts {@code difference} first
   * @param counted intervals of score minus benchmark with the benchmark's own error
   * @param known the same, the benchmark taken as known
   */
  public record Tested(List<RuleVerdict> verdicts, Intervals counted, Intervals known) {

    /** What one of the lawful rules says. */
    public RuleVerdict verdict(VerdictRule rule) {
      return RuleVerdict.by(rule, verdicts);
    }

    /** The intervals as a rule sees them: {@code difference} counts the benchmark's own error. */
    public Intervals intervals(VerdictRule rule) {
      return rule == VerdictRule.DIFFERENCE ? counted : known;
    }
  }
}
