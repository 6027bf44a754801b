package org.trustbench.benchmark;

import java.util.function.Function;
import org.trustbench.stats.Interval;
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
    Outcome outcome) {

  /** A figure of the test; null when not compared. */
  public <T> T tested(Function<Outcome.Tested, T> figure) {
    return outcome instanceof Outcome.Tested tested ? figure.apply(tested) : null;
  }

  /** A figure that the verdict was reached by; null when not compared. */
  public <T> T statistic(Function<Outcome.TestStatistics, T> figure) {
    return tested(one -> figure.apply(one.statistics()));
  }

  /** A figure after adjustment for case mix; null where there is no adjustment. */
  public <T> T caseMix(Function<Outcome.CaseMixOutcome, T> figure) {
    return tested(one -> one.caseMix() == null ? null : figure.apply(one.caseMix()));
  }

  /** Score less the peers' score; null when either is missing. */
  public Double difference() {
    return outcome instanceof Outcome.Untested untested
        ? (Double) untested.difference()
        : tested(Outcome.Tested::difference);
  }

  /** The 95 % interval of the difference; null when not compared. */
  public Interval difference95() {
    return tested(one -> one.intervals().at95());
  }

  /** The 99.8 % interval of the difference; null when not compared. */
  public Interval difference998() {
    return tested(one -> one.intervals().at998());
  }

  public Verdict verdict95() {
    return outcome instanceof Outcome.Tested tested ? tested.verdict95() : Verdict.NOT_COMPARED;
  }

  public Verdict verdict998() {
    return outcome instanceof Outcome.Tested tested ? tested.verdict998() : Verdict.NOT_COMPARED;
  }

  /** Whether the verdict stands with allowance for how many measures there are. */
  public boolean isFdrSignificant() {
    return outcome instanceof Outcome.Tested tested && tested.isFdrSignificant();
  }

  /** Why the two are not compared, as part of a sentence; empty where they are. */
  public String reason() {
    if (outcome instanceof Outcome.Tested) {
      return "";
    }
    if (!group.lacking().isEmpty()) {
      return group.lacking();
    }
    if (score.score() == null) {
      return "no score";
    }
    if (reference.otherTrusts() < Verdict.FEWEST_OTHERS) {
      return "of its %d peers %d have a score, and a benchmark asks for %d"
          .formatted(group.peers().size(), reference.otherTrusts(), Verdict.FEWEST_OTHERS);
    }
    return "too small a base, or scores without an interval";
  }

  PeerComparison with(Outcome other) {
    return new PeerComparison(group, score, reference, base, verdictRule, other);
  }
}
