package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;

import java.util.function.Function;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.table.Column;

/** The columns of a difference and its verdict, in every table that sets a score beside another. */
final class VerdictColumns {
  static final String VERDICT = "Verdict";

  private VerdictColumns() {}

  /**
   * A difference with its 95 % interval.
   *
   * @param cell what is shown of it
   * @param description of the difference, in words
   */
  static <R> SummaryColumn<R> difference(
      Function<R, Cell> cell,
      String description,
      Function<R, Double> difference,
      Function<R, Interval> interval95) {
    return shown(
        "Difference (95 %)",
        cell,
        percent("Difference (points)", "difference_points", description, difference),
        percent(
            "Difference from (points)",
            "difference_lower95_points",
            "lower end of its 95 % interval",
            row -> low(interval95.apply(row))),
        percent(
            "Difference to (points)",
            "difference_upper95_points",
            "upper end of its 95 % interval",
            row -> high(interval95.apply(row))));
  }

  /** A verdict at both levels. */
  static <R> SummaryColumn<R> verdict(
      Function<R, Cell> cell, Function<R, Verdict> at95, Function<R, Verdict> at998) {
    return verdict(cell, "", at95, at998);
  }

  /**
   * A verdict at both levels.
   *
   * @param cell what is shown of it
   * @param of what it is said further, after its level; empty for nothing
   */
  static <R> SummaryColumn<R> verdict(
      Function<R, Cell> cell, String of, Function<R, Verdict> at95, Function<R, Verdict> at998) {
    return shown(
        VERDICT,
        cell,
        FigureColumn.of(
            "Verdict (95 %)",
            Column.text("verdict95", "at 95 %" + of, row -> at95.apply(row).label())),
        FigureColumn.of(
            "Verdict (99.8 %)",
            Column.text("verdict998", "at 99.8 %" + of, row -> at998.apply(row).label())));
  }
}
