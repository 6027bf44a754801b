package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Spread;
import org.trustbench.stats.Sums;

/**
 * The scores of a comparator's trusts on one measure, and their benchmarks, by one score rule.
 *
 * <p>By {@code mean-of-questions} every question is pooled over the trusts and then weighs the
 * same, as it does in a trust's own score.
 */
final class GroupScores {
  private final List<List<Sums>> parts;
  private final List<Integer> scored = new ArrayList<>();
  private final double[] scores;

  GroupScores(MeasureSums measure, List<Integer> members) {
    this.parts = measure.parts(members);
    this.scores = new double[members.size()];
    for (int m = 0; m < scores.length; m++) {
      OptionalDouble score = measure.score(members.get(m));
      if (score.isPresent()) {
        scores[m] = score.getAsDouble();
        scored.add(m);
      }
    }
  }

  /** The benchmark of a member, or of a trust {@link BenchmarkRule#OUTSIDE} the group. */
  OptionalDouble benchmark(BenchmarkRule rule, int member) {
    if (rule == BenchmarkRule.MEAN_OF_OTHERS) {
      return meanWithout(member);
    }
    if (parts.size() == 1) {
      return rule.value(parts.get(0), member);
    }
    return parts.stream()
        .map(part -> rule.value(part, member))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** A stream's average, which loses no digit to rounding on the way. */
  private OptionalDouble meanWithout(int member) {
    return scored.stream().filter(m -> m != member).mapToDouble(m -> scores[m]).average();
  }

  int others(int member) {
    return scored.size() - (scored.contains(member) ? 1 : 0);
  }

  /** Null when no trust has a score. */
  Spread spread() {
    return Spread.ofScores(scored.stream().mapToDouble(m -> scores[m]).toArray()).orElse(null);
  }
}
