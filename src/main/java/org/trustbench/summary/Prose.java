package org.trustbench.summary;

import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/** Figures as sentences carry them, never broken across lines: {@code 66 % (63 to 68)}. */
final class Prose {
  private static final String SPACE = "\u00a0";
  private static final String TO = SPACE + "to" + SPACE;

  private Prose() {}

  /** A score or a share with its unit and interval, or the shorthand for why it is absent. */
  static String percent(Cell cell) {
    if (cell instanceof Cell.Absent) {
      return CellText.joined(cell);
    }
    return cell instanceof Cell.Estimate estimate
        ? CellText.joined(estimate.figure()) + SPACE + "%" + behind(estimate, "")
        : CellText.joined(cell) + SPACE + "%";
  }

  /**
   * A difference in points with its interval.
   *
   * @param beside said in the brackets of the interval, behind it; empty for nothing
   */
  static String points(Cell cell, String beside) {
    return cell instanceof Cell.Estimate estimate
        ? CellText.joined(estimate.figure()) + behind(estimate, beside)
        : CellText.joined(cell);
  }

  /** A verdict in which the percent sign stays beside its number. */
  static String verdict(Cell.Judged judged) {
    return judged.verdict().label() + (judged.isSure() ? " (99.8" + SPACE + "%)" : "");
  }

  /** The ends of an interval: {@code 63 to 68}. */
  static String ends(Cell.Figure figure, Interval interval) {
    return end(figure, interval.low()) + TO + end(figure, interval.high());
  }

  private static String behind(Cell.Estimate estimate, String beside) {
    String interval =
        estimate.interval() == null
            ? ""
            : " (" + ends(estimate.figure(), estimate.interval()) + beside + ")";
    return interval + (estimate.isReliable() ? "" : " [u]");
  }

  private static String end(Cell.Figure figure, double value) {
    return CellText.joined(new Cell.Figure(value, figure.unit(), figure.decimals()));
  }
}
