package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.VerdictRule;

/** The verdicts of a comparison under the other rules that could have been chosen. */
public sealed interface Sensitivity {
  Comparison comparison();

  BenchmarkChoice benchmarkChoice();

  VerdictRule rule();

  /** Whether this differs from the verdict published, at 95 %. */
  default boolean isChanged() {
    return false;
  }

  /** Whether these are the choices behind the verdict published. */
  default boolean isPublished() {
    return rule() == comparison().verdictRule()
        && benchmarkChoice().isThatOf(comparison().reference());
  }

  /** A verdict that can be reached. */
  record Assessed(
      Comparison comparison, BenchmarkChoice benchmarkChoice, double benchmark, RuleVerdict verdict)
      implements Sensitivity {
    @Override
    public VerdictRule rule() {
      return verdict.rule();
    }

    @Override
    public boolean isChanged() {
      return verdict.at95() != comparison.verdict95();
    }
  }

  /** None, because the benchmark rule has no score of its own in every stratum of the case mix. */
  record NotAssessed(Comparison comparison, OfOthers benchmarkChoice, VerdictRule rule)
      implements Sensitivity {}

  /** What a trust is compared with. */
  sealed interface BenchmarkChoice {
    /** Whether a published comparison has this benchmark. */
    boolean isThatOf(BenchmarkValue published);
  }

  /** A value that was set. */
  record FixedValue() implements BenchmarkChoice {
    @Override
    public boolean isThatOf(BenchmarkValue published) {
      return true;
    }
  }

  /**
   * What the others of a group scored.
   *
   * @param isCaseMixAdjusted whether it is what they would have scored with the trust's own cases
   */
  record OfOthers(BenchmarkRule rule, boolean isCaseMixAdjusted) implements BenchmarkChoice {
    @Override
    public boolean isThatOf(BenchmarkValue published) {
      return !isCaseMixAdjusted && rule.label().equals(published.rule());
    }
  }

  /**
   * Every verdict of the trust in focus, under every verdict rule and benchmark rule, with and
   * without case mix where a measure has strata.
   */
  static List<Sensitivity> of(Results results) {
    List<Sensitivity> all = new ArrayList<>();
    OtherBenchmarks others = new OtherBenchmarks(results);
    for (Comparison comparison : results.comparisons()) {
      boolean isInFocus = results.rules().isInFocus(comparison.score().inspection().trust());
      if (isInFocus && comparison.isCompared()) {
        all.addAll(of(comparison, others));
      }
    }
    return all;
  }

  /** One verdict of some results under every rule; none when not compared. */
  static List<Sensitivity> of(Results results, Comparison comparison) {
    return of(comparison, new OtherBenchmarks(results));
  }

  private static List<Sensitivity> of(Comparison comparison, OtherBenchmarks others) {
    return comparison
        .tested()
        .map(ComparisonOutcome.Tested::statistics)
        .map(statistics -> of(comparison, statistics.basis(), others))
        .orElse(List.of());
  }

  private static List<Sensitivity> of(
      Comparison comparison, TestBasis basis, OtherBenchmarks others) {
    List<Sensitivity> all = new ArrayList<>();
    if (comparison.comparatorGroup().isFixed()) {
      for (RuleVerdict verdict : basis.verdicts()) {
        all.add(new Assessed(comparison, new FixedValue(), comparison.benchmark(), verdict));
      }
      return all;
    }
    OtherBenchmarks.Of benchmarks = others.of(comparison);
    benchmarks
        .references()
        .forEach(
            (rule, reference) -> {
              for (RuleVerdict verdict : reference.verdicts(basis.own())) {
                all.add(
                    new Assessed(comparison, new OfOthers(rule, false), reference.p(), verdict));
              }
            });
    if (!benchmarks.mixes().isEmpty()) {
      for (BenchmarkRule rule : benchmarks.references().keySet()) {
        all.addAll(adjusted(comparison, rule, benchmarks.mixes().get(rule), basis));
      }
    }
    return all;
  }

  private static List<Sensitivity> adjusted(
      Comparison comparison, BenchmarkRule benchmarkRule, CaseMix mix, TestBasis basis) {
    List<Sensitivity> all = new ArrayList<>();
    OfOthers adjusted = new OfOthers(benchmarkRule, true);
    if (mix == null) {
      for (VerdictRule rule : VerdictRule.values()) {
        all.add(new NotAssessed(comparison, adjusted, rule));
      }
      return all;
    }
    for (RuleVerdict verdict : mix.verdicts(basis.own())) {
      all.add(new Assessed(comparison, adjusted, mix.expectedScore(), verdict));
    }
    return all;
  }
}
