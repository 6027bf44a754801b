package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.VerdictRule;

/**
 * What a verdict would be under other lawful choices.
 *
 * @param benchmarkRule null against a fixed value
 * @param isCaseMixAdjusted whether the benchmark is what the others would have scored with the
 *     trust's own cases
 * @param benchmark a proportion; what the score would have to equal; null with case mix under a
 *     benchmark rule that has no score of its own in every stratum
 * @param verdict null likewise
 */
public record Sensitivity(
    Comparison comparison,
    BenchmarkRule benchmarkRule,
    boolean isCaseMixAdjusted,
    VerdictRule rule,
    Double benchmark,
    RuleVerdict verdict) {

  private Sensitivity(
      Comparison comparison,
      BenchmarkRule benchmarkRule,
      boolean isCaseMixAdjusted,
      double benchmark,
      RuleVerdict verdict) {
    this(comparison, benchmarkRule, isCaseMixAdjusted, verdict.rule(), benchmark, verdict);
  }

  public boolean isAvailable() {
    return verdict != null;
  }

  /** Whether this differs from the verdict published, at 95 %. */
  public boolean isChanged() {
    return isAvailable() && verdict.at95() != comparison.verdict95();
  }

  /** Whether these are the choices behind the verdict published. */
  public boolean isPublished() {
    return !isCaseMixAdjusted
        && rule == comparison.verdictRule()
        && (benchmarkRule == null || benchmarkRule.label().equals(comparison.reference().rule()));
  }

  /**
   * Every verdict of the trust in focus, under every verdict rule and benchmark rule, with and
   * without case mix where a measure has strata.
   */
  public static List<Sensitivity> of(Results results) {
    List<Sensitivity> all = new ArrayList<>();
    for (Comparison comparison : results.comparisons()) {
      boolean isInFocus =
          comparison.score().inspection().trust().code().equals(results.rules().focus());
      if (isInFocus && comparison.isCompared()) {
        all.addAll(of(comparison));
      }
    }
    return all;
  }

  /** One verdict under every rule; none when not compared. */
  public static List<Sensitivity> of(Comparison comparison) {
    return comparison
        .tested()
        .map(Outcome.Tested::statistics)
        .map(statistics -> of(comparison, statistics))
        .orElse(List.of());
  }

  private static List<Sensitivity> of(Comparison comparison, Outcome.TestStatistics statistics) {
    List<Sensitivity> all = new ArrayList<>();
    if (comparison.comparatorGroup().isFixed()) {
      for (RuleVerdict verdict : statistics.rules()) {
        all.add(new Sensitivity(comparison, null, false, comparison.benchmark(), verdict));
      }
      return all;
    }
    TestBasis basis = statistics.basis();
    basis
        .references()
        .forEach(
            (rule, reference) -> {
              for (RuleVerdict verdict : reference.verdicts(basis.own())) {
                all.add(new Sensitivity(comparison, rule, false, reference.p(), verdict));
              }
            });
    if (!basis.mixes().isEmpty()) {
      basis
          .references()
          .keySet()
          .forEach(rule -> all.addAll(adjusted(comparison, rule, basis.mixes().get(rule), basis)));
    }
    return all;
  }

  private static List<Sensitivity> adjusted(
      Comparison comparison, BenchmarkRule benchmarkRule, CaseMix mix, TestBasis basis) {
    List<Sensitivity> all = new ArrayList<>();
    if (mix == null) {
      for (VerdictRule rule : VerdictRule.values()) {
        all.add(new Sensitivity(comparison, benchmarkRule, true, rule, null, null));
      }
      return all;
    }
    for (RuleVerdict verdict : mix.verdicts(basis.own())) {
      all.add(new Sensitivity(comparison, benchmarkRule, true, mix.expectedScore(), verdict));
    }
    return all;
  }
}
