package org.trustbench.stats;

import java.util.Arrays;
import java.util.Optional;

/** The lawful ways of reaching a verdict. */
public enum VerdictRule {
  /** {@link Difference}, for an estimated benchmark. */
  DIFFERENCE("difference"),
  /** {@link FixedBenchmark#midP}. */
  MID_P("mid-p"),
  /** {@link FixedBenchmark#intervalExcludes}. */
  INTERVAL_EXCLUDES_BENCHMARK("interval-excludes-benchmark"),
  /** {@link FixedBenchmark#scoreTest}. */
  SCORE_TEST("score-test"),
  /** {@link FixedBenchmark#exactTail}. */
  EXACT_TAIL("exact-tail");

  private final String label;

  VerdictRule(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The rule of a label; empty when there is none. */
  public static Optional<VerdictRule> of(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label.equals(label)).findFirst();
  }
}
