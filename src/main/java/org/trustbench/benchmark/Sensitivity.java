package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Reference;
import org.trustbench.stats.RuleVerdict;

/**
 * What a verdict would be under other lawful choices.
 *
 * @param benchmarkRule null against a fixed value
 * @param isCaseMixAdjusted whether the benchmark is what the others would have scored with the
 *     trust's own cases
 * @param benchmark a proportion; what the score would have to equal
 */
public record Sensitivity(
    Comparison comparison,
    BenchmarkRule benchmarkRule,
    boolean isCaseMixAdjusted,
    double benchmark,
    RuleVerdict verdict) {

  /** Whether this differs from the verdict published, at 95 %. */
  public boolean isChanged() {
    return verdict.at95() != comparison.verdict95();
  }

  /** Whether these are the choices behind the verdict published. */
  public boolean isPublished() {
    return !isCaseMixAdjusted
        && verdict.rule().label().equals(comparison.verdictRule())
        && (benchmarkRule == null || benchmarkRule.label().equals(comparison.benchmarkRule()));
  }

  /**
   * Every verdict of the trust in focus, under every verdict rule and benchmark rule, with and
   * without case mix where a measure has strata.
   */
  public static List<Sensitivity> of(Results results) {
    List<Sensitivity> all = new ArrayList<>();
    for (Comparison comparison : results.comparisons()) {
      boolean isInFocus =
          comparison.score().inspection().trust().code().equals(results.choices().focus());
      if (isInFocus && comparison.isCompared()) {
        all.addAll(of(comparison));
      }
    }
    return all;
  }

  /** One verdict under every rule; none when not compared. */
  public static List<Sensitivity> of(Comparison comparison) {
    List<Sensitivity> all = new ArrayList<>();
    if (comparison.tested() == null) {
      return all;
    }
    if (comparison.yardstick().isFixed()) {
      for (RuleVerdict verdict : comparison.rules()) {
        all.add(new Sensitivity(comparison, null, false, comparison.benchmark(), verdict));
      }
      return all;
    }
    Map<BenchmarkRule, Reference> references = comparison.tested().references();
    references.forEach(
        (rule, reference) -> {
          for (RuleVerdict verdict : reference.verdicts(comparison.tested().own())) {
            all.add(new Sensitivity(comparison, rule, false, reference.p(), verdict));
          }
        });
    if (comparison.caseMix() != null) {
      references.forEach((rule, reference) -> all.addAll(adjusted(comparison, rule, reference)));
    }
    return all;
  }

  private static List<Sensitivity> adjusted(
      Comparison comparison, BenchmarkRule rule, Reference reference) {
    Comparison.CaseMixComparison mix = comparison.caseMix();
    List<Sensitivity> all = new ArrayList<>();
    double benchmark = mix.mix().expectedScore() * reference.p() / mix.others();
    for (RuleVerdict verdict :
        mix.mix().verdicts(comparison.tested().own(), mix.others(), reference)) {
      all.add(new Sensitivity(comparison, rule, true, benchmark, verdict));
    }
    return all;
  }
}
