package org.trustbench.benchmark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
  private final MeasureSums measure;
  private final List<Integer> members;
  private final List<List<Sums>> parts;

  GroupScores(MeasureSums measure, List<Integer> members) {
    this.measure = measure;
    this.members = members;
    this.parts = measure.parts(members);
  }

  OptionalDouble score(int member) {
    return measure.score(members.get(member));
  }

  /** The benchmark of a member, or of a trust {@link BenchmarkRule#OUTSIDE} the group. */
  OptionalDouble benchmark(BenchmarkRule rule, int member) {
    if (rule == BenchmarkRule.MEAN_OF_OTHERS) {
      return scored().filter(m -> m != member).mapToDouble(m -> score(m).orElseThrow()).average();
    }
    return parts.stream()
        .map(part -> rule.value(part, member))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  int others(int member) {
    return (int) scored().filter(m -> m != member).count();
  }

  /** Null when no trust has a score. */
  Spread spread() {
    return Spread.ofScores(scored().mapToDouble(m -> score(m).orElseThrow()).toArray())
        .orElse(null);
  }

  private IntStream scored() {
    return IntStream.range(0, members.size()).filter(m -> score(m).isPresent());
  }
}
