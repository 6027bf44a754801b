package org.trustbench.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Measure;
import org.trustbench.stats.ChangeShrinkage.Posterior;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;

/**
 * One measure of one institution at an inspection and at an earlier one. Two inspections judge
 * different cases, so that the two scores are independent; two points are never a trend.
 *
 * @param comparedWith which of its earlier inspections it is set beside
 * @param isLatest whether the later inspection is the institution's latest
 * @param tookOver codes of institutions that it took over between the two: a difference may be of
 *     their work
 */
public record ScoreChange(
    InspectionScore earlier,
    InspectionScore later,
    EarlierInspection comparedWith,
    boolean isLatest,
    List<String> tookOver,
    Outcome outcome) {

  /** How the later score stands to the earlier one: tested, described, or neither. */
  public sealed interface Outcome {
    /** There is no difference to show, and why. */
    record Missing(Reason why) implements Outcome {}

    /**
     * Both have a score and are not tested against one another.
     *
     * @param difference later less earlier
     */
    record Untested(double difference, Reason why) implements Outcome {}

    /**
     * The difference was tested against chance.
     *
     * @param difference later less earlier
     * @param statistics what is known of it beyond the two published scores; empty once content is
     *     for the public
     */
    record Tested(
        double difference,
        Intervals intervals,
        ChangeVerdict verdict95,
        ChangeVerdict verdict998,
        Optional<Statistics> statistics)
        implements Outcome {}
  }

  /** Why a change is not tested. */
  public enum Reason {
    NO_SCORE("no score at one of the two"),
    SUPPRESSED("suppressed"),
    FORM_CHANGED(
        "not comparable: the form changed between the two, and not all that it counts is the same"),
    NOT_COMPARABLE("not comparable: a question of it was asked at one of the two alone"),
    FORM_NOT_PUBLISHED("withheld: it is not published that every question was asked"),
    TOO_FEW_CASES("too small a base at one of the two"),
    NO_INTERVAL("scores without an interval");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }

  /**
   * What a verdict was reached by.
   *
   * @param pValue two-sided, that there was no change
   * @param adjustedPValue Benjamini-Hochberg over all institutions' changes of the measure
   * @param ownAdjustedPValue the same over the institution's own changes of measures of the kind,
   *     overall and themes being one
   * @param shrunken both scores with regression to the mean allowed for; empty where too few
   *     institutions were inspected twice
   */
  public record Statistics(
      double pValue,
      double adjustedPValue,
      double ownAdjustedPValue,
      Optional<Posterior> shrunken) {}

  public Measure measure() {
    return later.measure();
  }

  public InspectionTallies inspection() {
    return later.inspection();
  }

  /** Later less earlier, a proportion; null where one of the two has no score to be compared. */
  public Double difference() {
    if (outcome instanceof Outcome.Untested untested) {
      return untested.difference();
    }
    return tested(Outcome.Tested::difference);
  }

  /** A figure of the test; null where the two were not compared. */
  public <T> T tested(Function<Outcome.Tested, T> figure) {
    return outcome instanceof Outcome.Tested tested ? figure.apply(tested) : null;
  }

  /** What the verdict was reached by; null where there is none, or it is not for the public. */
  public <T> T statistic(Function<Statistics, T> figure) {
    return outcome instanceof Outcome.Tested tested
        ? tested.statistics().map(figure).orElse(null)
        : null;
  }

  /** A figure of the shrunken change; null where there is none. */
  public Double shrunken(Function<Posterior, Double> figure) {
    return statistic(one -> one.shrunken().map(figure).orElse(null));
  }

  /** The 95 % interval of the difference; null where the two were not compared. */
  public Interval difference95() {
    return tested(one -> one.intervals().at95());
  }

  /** The 99.8 % interval of the difference; null where the two were not compared. */
  public Interval difference998() {
    return tested(one -> one.intervals().at998());
  }

  public ChangeVerdict verdict95() {
    return outcome instanceof Outcome.Tested tested
        ? tested.verdict95()
        : ChangeVerdict.NOT_COMPARED;
  }

  public ChangeVerdict verdict998() {
    return outcome instanceof Outcome.Tested tested
        ? tested.verdict998()
        : ChangeVerdict.NOT_COMPARED;
  }

  /** Why the two were not tested against one another; empty where they were. */
  public Optional<Reason> reason() {
    if (outcome instanceof Outcome.Missing missing) {
      return Optional.of(missing.why());
    }
    return outcome instanceof Outcome.Untested untested
        ? Optional.of(untested.why())
        : Optional.empty();
  }

  ScoreChange with(Outcome other) {
    return new ScoreChange(earlier, later, comparedWith, isLatest, tookOver, other);
  }
}
