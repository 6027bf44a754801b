package org.trustbench.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a trust is compared with, given the sums of the comparator's trusts. */
public enum BenchmarkRule {
  /** Σy/Σn over the other trusts, so that no trust is part of its own benchmark. */
  POOLED_OTHERS("pooled-others"),
  /** Σy/Σn over all trusts. */
  POOLED_ALL("pooled-all"),
  /** The plain mean of the other trusts' scores. */
  MEAN_OF_OTHERS("mean-of-others");

  /** The index of a trust that is not one of the comparator's: then every one is an other. */
  public static final int OUTSIDE = -1;

  private final String label;

  BenchmarkRule(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The rule of a label; empty when there is none. */
  public static Optional<BenchmarkRule> of(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label.equals(label)).findFirst();
  }

  /** The benchmark of the trust at a place; empty when no trust is left to make it of. */
  public OptionalDouble value(LeaveOneOut others, int trust) {
    return switch (this) {
      case POOLED_OTHERS -> others.pooledScore(trust);
      case POOLED_ALL -> others.pooledScore(OUTSIDE);
      case MEAN_OF_OTHERS -> others.meanScore(trust);
    };
  }
}
