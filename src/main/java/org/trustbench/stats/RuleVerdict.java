package org.trustbench.stats;

import java.util.List;

/**
 * The result of one verdict rule for one trust and benchmark.
 *
 * @param difference score minus benchmark, a proportion
 * @param pValue two-sided, between 0 and 1
 */
public record RuleVerdict(
    VerdictRule rule, double difference, double pValue, Verdict at95, Verdict at998) {

  /** What one of several rules says; it must be among them. */
  public static RuleVerdict by(VerdictRule rule, List<RuleVerdict> verdicts) {
    for (RuleVerdict verdict : verdicts) {
      if (verdict.rule() == rule) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("no verdict by " + rule.label());
  }

  /** The verdicts of a rule known by its p-value: significant means strictly below α. */
  static RuleVerdict ofPValue(VerdictRule rule, double difference, double pValue) {
    return new RuleVerdict(
        rule,
        difference,
        pValue,
        Verdict.of(difference, pValue < Normal.ALPHA95),
        Verdict.of(difference, pValue < Normal.ALPHA998));
  }
}
