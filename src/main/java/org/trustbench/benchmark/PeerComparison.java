package org.trustbench.benchmark;

import org.trustbench.message.Counted;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/**
 * One measure of one institution set against its own peers together.
 *
 * @param reference the peers' score, by the benchmark rule chosen; the institution is no part of it
 * @param base the peers' counts together
 * @param verdictRule how a verdict is reached
 */
public record PeerComparison(
    PeerGroup group,
    InspectionScore score,
    BenchmarkValue reference,
    Base base,
    VerdictRule verdictRule,
    ComparisonOutcome outcome)
    implements ScoreAgainstBenchmark {

  /** Why the two are not compared, as part of a sentence; empty where they are. */
  public String reason() {
    if (outcome instanceof ComparisonOutcome.Tested) {
      return "";
    }
    if (!group.lacking().isEmpty()) {
      return group.lacking();
    }
    if (score.score() == null) {
      return "no score";
    }
    if (reference.otherTrusts() < Verdict.FEWEST_OTHERS) {
      return "of its %s %s a score, and a benchmark asks for %d"
          .formatted(
              Counted.of(group.peers().size(), "peer"),
              Counted.of(reference.otherTrusts(), "has", "have"),
              Verdict.FEWEST_OTHERS);
    }
    return "too small a base, or scores without an interval";
  }

  PeerComparison with(ComparisonOutcome other) {
    return new PeerComparison(group, score, reference, base, verdictRule, other);
  }
}
