package org.trustbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What a trust is compared with, given the sums of the comparator's trusts. */
public enum BenchmarkRule {
  /** Σy/Σn over the other trusts, so that no trust is part of its own yardstick. */
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

  /**
   * The benchmark of the trust at index {@code trust}. Trusts with n = 0 are passed over; empty
   * when none is left.
   */
  public OptionalDouble value(List<Sums> trusts, int trust) {
    return switch (this) {
      case POOLED_OTHERS -> pooled(trusts, trust);
      case POOLED_ALL -> pooled(trusts, OUTSIDE);
      case MEAN_OF_OTHERS -> mean(trusts, trust);
    };
  }

  /** How many trusts other than {@code trust} have a score. */
  public static int others(List<Sums> trusts, int trust) {
    return (int)
        IntStream.range(0, trusts.size()).filter(t -> t != trust && trusts.get(t).n() > 0).count();
  }

  private static OptionalDouble pooled(List<Sums> trusts, int without) {
    long y = 0;
    long n = 0;
    for (int t = 0; t < trusts.size(); t++) {
      if (t != without) {
        y += trusts.get(t).y();
        n += trusts.get(t).n();
      }
    }
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) y / n);
  }

  private static OptionalDouble mean(List<Sums> trusts, int without) {
    return IntStream.range(0, trusts.size())
        .filter(t -> t != without && trusts.get(t).n() > 0)
        .mapToDouble(t -> (double) trusts.get(t).y() / trusts.get(t).n())
        .average();
  }
}
