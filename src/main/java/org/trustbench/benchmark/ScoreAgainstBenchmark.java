package org.trustbench.benchmark;

import java.util.function.Function;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/** A score set against a benchmark, and what came of it; proportions throughout. */
public interface ScoreAgainstBenchmark {
  /** The institution's own score. */
  InspectionScore score();

  /** The benchmark. */
  BenchmarkValue reference();

  /** How a verdict is reached. */
  VerdictRule verdictRule();

  /** What came of setting the one against the other. */
  ComparisonOutcome outcome();

  /** A figure of the test; null when not compared, or where the test has no such figure. */
  default <T> T tested(Function<ComparisonOutcome.Tested, T> figure) {
    return outcome() instanceof ComparisonOutcome.Tested tested ? figure.apply(tested) : null;
  }

  /** A figure that the verdict was reached by; null when not compared, and for the public. */
  default <T> T statistic(Function<ComparisonOutcome.TestStatistics, T> figure) {
    return tested(one -> one.statistics() == null ? null : figure.apply(one.statistics()));
  }

  /** A figure after adjustment for case mix; null where there is no adjustment. */
  default <T> T caseMix(Function<ComparisonOutcome.CaseMixOutcome, T> figure) {
    return tested(one -> one.caseMix() == null ? null : figure.apply(one.caseMix()));
  }

  /** Score minus benchmark; null when either is missing. */
  default Double difference() {
    if (outcome() instanceof ComparisonOutcome.Untested untested) {
      return untested.difference();
    }
    return tested(ComparisonOutcome.Tested::difference);
  }

  /** The 95 % interval of score minus benchmark; null when not compared. */
  default Interval difference95() {
    return tested(one -> one.intervals().at95());
  }

  /** The 99.8 % interval of score minus benchmark; null when not compared. */
  default Interval difference998() {
    return tested(one -> one.intervals().at998());
  }

  /** The verdict at 95 %. */
  default Verdict verdict95() {
    return outcome() instanceof ComparisonOutcome.Tested tested
        ? tested.verdict95()
        : Verdict.NOT_COMPARED;
  }

  /** The verdict at 99.8 %. */
  default Verdict verdict998() {
    return outcome() instanceof ComparisonOutcome.Tested tested
        ? tested.verdict998()
        : Verdict.NOT_COMPARED;
  }

  /** Whether the verdict is a discovery when the false discovery rate is controlled. */
  default boolean isFdrSignificant() {
    return outcome() instanceof ComparisonOutcome.Tested tested && tested.isFdrSignificant();
  }
}
