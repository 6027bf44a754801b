package org.trustbench.summary.grid;

import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Interval;
import org.trustbench.stats.RankEstimate;
import org.trustbench.stats.Verdict;

/**
 * A value in one cell of a table for people, with its type. {@link CellText} is the only place that
 * turns it into text, so that nothing has to be read back out of text.
 */
public sealed interface Cell {
  /** A cell in which there is nothing to say. */
  Cell EMPTY = new Empty();

  /** Nothing to say: not the same as a figure that is absent. */
  record Empty() implements Cell {}

  /** Words; where there is little room they are cut. */
  record Text(String text) implements Cell {}

  /** A whole number that counts nothing, such as a tranche or a step: its digits as they are. */
  record Number(long number) implements Cell {}

  /** A number that was worked out elsewhere, with the digits it came with. */
  record Digits(String digits) implements Cell {}

  /** How many; thousands are set apart. */
  record Count(long count) implements Cell {}

  /**
   * One figure.
   *
   * @param value a proportion for {@link Unit#PERCENT} and {@link Unit#POINTS}
   * @param decimals digits after the point, as it is written
   */
  record Figure(double value, Unit unit, int decimals) implements Cell {}

  /**
   * A figure with its 95 % interval.
   *
   * @param figure the estimate
   * @param interval in the figure's unit; null where none can be worked out
   * @param isReliable whether its base is large enough for it to be read alone
   */
  record Estimate(Figure figure, Interval interval, boolean isReliable) implements Cell {}

  /** A rank with the ranks from {@code lower} to {@code upper} that are not ruled out at 95 %. */
  record Rank(int rank, int lower, int upper) implements Cell {}

  /**
   * How a score stands to what it is compared with.
   *
   * @param isSure whether it is higher or lower at 99.8 % too
   */
  record Judged(Verdict verdict, boolean isSure) implements Cell {
    /** Whether the verdict sets the score apart, whichever way. */
    public boolean isApart() {
      return Cell.isApart(verdict);
    }
  }

  /** A score beside its verdict. */
  record JudgedFigure(Figure figure, Judged verdict) implements Cell {}

  /** A figure that is not there, and why. */
  record Absent(Availability reason) implements Cell {
    public Absent {
      if (reason.isShown()) {
        throw new IllegalArgumentException("a figure that is shown is not absent");
      }
    }
  }

  /** What a figure is measured in, which says how it is written. */
  enum Unit {
    /** A proportion, written in percent. */
    PERCENT,
    /** A difference of two proportions, written in percentage points with its sign. */
    POINTS,
    /** The probability of a test, never written as 0. */
    P_VALUE,
    /** A coefficient between −1 and 1, written as it is. */
    COEFFICIENT
  }

  /** Words, or an empty cell for none. */
  static Cell text(String text) {
    return text == null || text.isEmpty() ? EMPTY : new Text(text);
  }

  /** A coefficient between −1 and 1 with two decimals. */
  static Figure coefficient(double value) {
    return new Figure(value, Unit.COEFFICIENT, 2);
  }

  /** A count, or why there is none. */
  static Cell count(java.lang.Number count, Availability ifNone) {
    return count == null ? new Absent(ifNone) : new Count(count.longValue());
  }

  /** A whole percentage, or why there is none. */
  static Cell percent(Double proportion, Availability ifNone) {
    return proportion == null ? new Absent(ifNone) : percent(proportion);
  }

  /** A whole percentage. */
  static Figure percent(double proportion) {
    return new Figure(proportion, Unit.PERCENT, 0);
  }

  /** A difference in whole percentage points. */
  static Figure points(double difference) {
    return new Figure(difference, Unit.POINTS, 0);
  }

  /** A rank, or why there is none. */
  static Cell rank(RankEstimate ranked, Availability ifNone) {
    return ranked == null
        ? new Absent(ifNone)
        : new Rank(ranked.rank(), ranked.lower(), ranked.upper());
  }

  /** The verdict at 95 %, marked where that at 99.8 % sets the score apart too. */
  static Judged verdict(Verdict at95, Verdict at998) {
    return new Judged(at95, isApart(at998));
  }

  private static boolean isApart(Verdict verdict) {
    return verdict == Verdict.HIGHER || verdict == Verdict.LOWER;
  }
}
