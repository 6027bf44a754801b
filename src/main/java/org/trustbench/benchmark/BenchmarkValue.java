package org.trustbench.benchmark;

import java.util.Map;
import org.trustbench.stats.BenchmarkRule;

/**
 * The benchmark that one trust's score is set against.
 *
 * @param rule {@code pooled-others} unless chosen otherwise; {@code fixed} for a fixed value
 * @param value a proportion; null when no other trust has a score
 * @param availability whether there is a benchmark, and why not
 * @param byRule the same by every rule that has one; none for a fixed value
 * @param otherTrusts other trusts of the comparator that have a score
 */
public record BenchmarkValue(
    String rule,
    Double value,
    Availability availability,
    Map<BenchmarkRule, Double> byRule,
    int otherTrusts) {
  static final String FIXED = "fixed";

  public BenchmarkValue {
    if (availability.isShown() != (value != null)) {
      throw new IllegalArgumentException("benchmark %s is %s".formatted(value, availability));
    }
  }
}
