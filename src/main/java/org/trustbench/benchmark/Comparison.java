package org.trustbench.benchmark;

import java.util.Optional;
import java.util.function.Function;
import org.trustbench.stats.RankEstimate;
import org.trustbench.stats.Spread;
import org.trustbench.stats.VerdictRule;

/**
 * One measure of one inspection set against one comparator.
 *
 * @param score the trust's own score
 * @param group all of the comparator's trusts together
 * @param reference the benchmark
 * @param verdictRule how a verdict is reached
 * @param outcome what came of setting score against benchmark
 * @param shrunken null when no trust of the comparator has a score, or the trust's own is
 *     suppressed
 * @param ranked place among the comparator's trusts; null without a score, on too few cases, and
 *     for a trust outside the comparator
 * @param limits of the funnel at the trust's own effective judgements, around {@code pooled-all} or
 *     the fixed value; null without either
 */
public record Comparison(
    InspectionScore score,
    ComparatorScore group,
    BenchmarkValue reference,
    VerdictRule verdictRule,
    ComparisonOutcome outcome,
    ShrunkenScore shrunken,
    RankEstimate ranked,
    ControlLimits limits)
    implements ScoreAgainstBenchmark {

  public Comparison {
    boolean hasBoth = score.score() != null && reference.value() != null;
    if (hasBoth == outcome instanceof ComparisonOutcome.Missing) {
      throw new IllegalArgumentException(
          "score %s and benchmark %s make no %s"
              .formatted(score.score(), reference.value(), outcome));
    }
  }

  /** The trusts, or the fixed value, that the inspection is compared with. */
  public ComparatorGroup comparatorGroup() {
    return group.comparatorGroup();
  }

  /** The benchmark, a proportion; null when there is none. */
  public Double benchmark() {
    return reference.value();
  }

  /** Other trusts of the comparator that have a score. */
  public int otherTrusts() {
    return reference.otherTrusts();
  }

  /** The spread of all the comparator's trusts; null when none has a score. */
  public Spread spread() {
    return group.spread();
  }

  /** How many of the comparator's trusts have a rank. */
  public int rankedTrusts() {
    return group.rankedTrusts();
  }

  /** What was tested; empty when not compared. */
  public Optional<ComparisonOutcome.Tested> tested() {
    return outcome instanceof ComparisonOutcome.Tested tested
        ? Optional.of(tested)
        : Optional.empty();
  }

  /** How an adjustment for case mix came about; null where there is none, and for the public. */
  public <T> T caseMixDetail(Function<ComparisonOutcome.CaseMixDetail, T> figure) {
    return caseMix(one -> one.detail() == null ? null : figure.apply(one.detail()));
  }

  public boolean isCompared() {
    return outcome instanceof ComparisonOutcome.Tested;
  }

  /** The same with its score as others are shown it. */
  public Comparison with(InspectionScore other) {
    return new Comparison(other, group, reference, verdictRule, outcome, shrunken, ranked, limits);
  }

  Comparison with(ComparisonOutcome other) {
    return new Comparison(score, group, reference, verdictRule, other, shrunken, ranked, limits);
  }
}
