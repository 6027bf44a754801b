package org.trustbench.benchmark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.LeaveOneOut;
import org.trustbench.stats.Spread;
import org.trustbench.stats.SumWithoutOne;

/**
 * The scores of a comparator's trusts on one measure, and their benchmarks, by one score rule.
 *
 * <p>By {@code mean-of-questions} every question is pooled over the trusts and then weighs the
 * same, as it does in a trust's own score.
 */
final class GroupScores {
  private final List<LeaveOneOut> parts;
  private final double[] scores;
  private final boolean[] isScored;
  private final int scored;
  private final SumWithoutOne sums;

  GroupScores(MeasureSums measure, List<Integer> members) {
    this.parts = measure.parts(members).stream().map(LeaveOneOut::new).toList();
    this.scores = new double[members.size()];
    this.isScored = new boolean[members.size()];
    int count = 0;
    for (int m = 0; m < scores.length; m++) {
      OptionalDouble score = measure.score(members.get(m));
      isScored[m] = score.isPresent();
      scores[m] = score.orElse(0);
      count += isScored[m] ? 1 : 0;
    }
    this.scored = count;
    this.sums = new SumWithoutOne(scores);
  }

  /** The benchmark of a member, or of a trust {@link BenchmarkRule#OUTSIDE} the group. */
  OptionalDouble benchmark(BenchmarkRule rule, int member) {
    if (rule == BenchmarkRule.MEAN_OF_OTHERS) {
      int others = others(member);
      return others == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums.at(member) / others);
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

  int others(int member) {
    return scored - (member != BenchmarkRule.OUTSIDE && isScored[member] ? 1 : 0);
  }

  /** Null when no trust has a score. */
  Spread spread() {
    double[] found =
        IntStream.range(0, scores.length)
            .filter(m -> isScored[m])
            .mapToDouble(m -> scores[m])
            .toArray();
    return Spread.ofScores(found).orElse(null);
  }
}
