package org.trustbench.summary;

import java.util.function.Function;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.GroupFigures;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;

/** Scores, differences, ranks and verdicts as cells, absent for the reason that their row has. */
final class ComparisonCells {
  private ComparisonCells() {}

  /** A score with its interval. */
  static Cell score(InspectionScore score) {
    return score.availability().isShown() && score.score() != null
        ? new Cell.Estimate(Cell.percent(score.score()), score.interval95(), score.isReliable())
        : new Cell.Absent(missing(score.availability()));
  }

  /** A score without its interval. */
  static Cell plain(InspectionScore score) {
    return score.availability().isShown()
        ? Cell.percent(score.score(), Availability.NOT_AVAILABLE)
        : new Cell.Absent(score.availability());
  }

  /** The score of all trusts together, or the fixed value. */
  static Cell pooled(ComparatorScore score) {
    if (score == null) {
      return new Cell.Absent(Availability.NOT_AVAILABLE);
    }
    Double value =
        score.comparatorGroup().fixed().orElseGet(() -> score.figure(GroupFigures::pooled));
    return Cell.percent(value, missing(score.availability()));
  }

  /** The share of a trust's cases left after a step. */
  static Cell share(PathwayStep step) {
    return share(step, step.share(), step.interval95());
  }

  /** The same of the other trusts together. */
  static Cell othersShare(PathwayStep step) {
    return share(step, step.othersShare(), step.othersInterval95());
  }

  static Cell share(PathwayStep step, Double share, Interval interval) {
    return share == null
        ? new Cell.Absent(missing(step.availability()))
        : new Cell.Estimate(Cell.percent(share), interval, true);
  }

  /** What a comparison is set against. */
  static Cell benchmark(Comparison c) {
    return Cell.percent(c.benchmark(), missing(c.reference().availability()));
  }

  /** Some proportion of a comparison. */
  static Function<Comparison, Cell> percent(Function<Comparison, Double> proportion) {
    return c -> Cell.percent(proportion.apply(c), missing(c));
  }

  static Cell rank(Comparison c) {
    return Cell.rank(c.ranked(), missing(c));
  }

  /** A difference in percentage points with its interval. */
  static Cell difference(Comparison c) {
    return difference(c.difference(), c.difference95(), missing(c));
  }

  static Cell difference(PairDifference pair) {
    return difference(pair.difference(), pair.difference95(), Availability.NOT_AVAILABLE);
  }

  static Cell difference(Double difference, Interval interval, Availability ifNone) {
    return difference == null
        ? new Cell.Absent(ifNone)
        : new Cell.Estimate(Cell.points(difference), interval, true);
  }

  static Cell.Judged verdict(Comparison c) {
    return Cell.verdict(c.verdict95(), c.verdict998());
  }

  /** A score beside its verdict, or alone where it is not compared. */
  static Cell judged(Comparison c) {
    if (c == null) {
      return new Cell.Absent(Availability.NOT_AVAILABLE);
    }
    Cell plain = plain(c.score());
    return c.isCompared() && plain instanceof Cell.Figure figure
        ? new Cell.JudgedFigure(figure, verdict(c))
        : plain;
  }

  /** Why a figure of a comparison's row is not there. */
  static Availability missing(Comparison c) {
    return missing(c.score().availability());
  }

  /** Why a figure that goes with another is not there: for the other's reason, or its own. */
  static Availability missing(Availability other) {
    return other.isShown() ? Availability.NOT_AVAILABLE : other;
  }
}
