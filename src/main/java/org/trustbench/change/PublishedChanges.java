package org.trustbench.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PairChances;
import org.trustbench.benchmark.Results;
import org.trustbench.change.ScoreChange.Outcome;
import org.trustbench.change.ScoreChange.Reason;
import org.trustbench.framework.FormComparison;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Normal;
import org.trustbench.stats.RoundedDifference;
import org.trustbench.stats.RoundedDifference.Rounded;

/**
 * Changes worked out from scores as they are published and from nothing else, so that a change
 * tells nothing that the two scores beside it do not: where one is suppressed the change is, and a
 * verdict is given only where it holds for every two scores that are rounded so ({@link
 * RoundedDifference}). There is no p-value, and regression to the mean is not allowed for, since
 * that takes the exact counts of all.
 */
public final class PublishedChanges {
  private PublishedChanges() {}

  /**
   * Every change, in the order of {@link ScoreChanges}.
   *
   * @param published results fit for the public
   * @param allAsked inspections of which it is published that every question of the form was asked:
   *     of others it would be told by whether they are compared
   */
  public static List<ScoreChange> of(Results published, Set<String> allAsked) {
    List<ScoreChange> changes = new ArrayList<>();
    FormComparison forms = new FormComparison(published.framework());
    ScoreChanges.each(
        published,
        forms,
        (pair, earlier, later) ->
            changes.add(
                new ScoreChange(
                    earlier,
                    later,
                    pair.comparedWith(),
                    pair.isLatest(),
                    pair.tookOver(),
                    ScoreChanges.isFormChanged(forms, earlier, later)
                        ? new Outcome.Missing(Reason.FORM_CHANGED)
                        : allAsked.contains(pair.earlier().inspectionId())
                                && allAsked.contains(pair.later().inspectionId())
                            ? outcome(earlier, later)
                            : withheld(earlier, later))));
    return changes;
  }

  private static Outcome withheld(InspectionScore earlier, InspectionScore later) {
    return new Outcome.Missing(
        isSuppressed(earlier) || isSuppressed(later)
            ? Reason.SUPPRESSED
            : Reason.FORM_NOT_PUBLISHED);
  }

  private static Outcome outcome(InspectionScore earlier, InspectionScore later) {
    if (isSuppressed(earlier) || isSuppressed(later)) {
      return new Outcome.Missing(Reason.SUPPRESSED);
    }
    if (earlier.score() == null || later.score() == null) {
      return new Outcome.Missing(Reason.NO_SCORE);
    }
    Rounded before = PairChances.published(earlier);
    Rounded after = PairChances.published(later);
    double difference = later.score() - earlier.score();
    if (before == null || after == null) {
      return new Outcome.Untested(difference, Reason.NO_INTERVAL);
    }
    if (isFew(earlier) || isFew(later)) {
      return new Outcome.Untested(difference, Reason.TOO_FEW_CASES);
    }
    return tested(before, after);
  }

  private static Outcome tested(Rounded before, Rounded after) {
    double difference = after.score() - before.score();
    Interval at95 = RoundedDifference.interval95(after, before);
    Interval at998 = RoundedDifference.interval998(after, before);
    boolean isClear95 = at95.excludes(0) && RoundedDifference.isBacked(after, before, Normal.Z95);
    boolean isClear998 =
        at998.excludes(0) && RoundedDifference.isBacked(after, before, Normal.Z998);
    return new Outcome.Tested(
        difference,
        new Intervals(reaching0(at95, isClear95), reaching0(at998, isClear998)),
        verdict(difference, isClear95),
        verdict(difference, isClear998),
        Optional.empty());
  }

  /** An interval that a rare outcome does not back is drawn on to 0, as are exact ones. */
  private static Interval reaching0(Interval interval, boolean isClear) {
    return isClear
        ? interval
        : new Interval(Math.min(0, interval.low()), Math.max(0, interval.high()));
  }

  private static ChangeVerdict verdict(double difference, boolean isClear) {
    if (!isClear) {
      return ChangeVerdict.NO_CLEAR_CHANGE;
    }
    return difference > 0 ? ChangeVerdict.IMPROVED : ChangeVerdict.DECLINED;
  }

  private static boolean isSuppressed(InspectionScore score) {
    return score.availability() == Availability.SUPPRESSED;
  }

  private static boolean isFew(InspectionScore score) {
    return score
        .base()
        .casesAssessed()
        .filter(cases -> cases >= DesignEffect.FEWEST_CASES)
        .isEmpty();
  }
}
