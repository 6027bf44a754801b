package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import org.trustbench.benchmark.ComparisonOutcome.TestStatistics;
import org.trustbench.benchmark.ScoreAgainstBenchmark;
import org.trustbench.table.Column;

/** The columns of what came of a comparison, alike in every table that has them. */
final class OutcomeColumns {
  private OutcomeColumns() {}

  static <R extends ScoreAgainstBenchmark> Column<R> lower95() {
    return percent(
        "difference_lower95_points",
        "lower end of the 95 % interval of the difference",
        c -> low(c.difference95()));
  }

  static <R extends ScoreAgainstBenchmark> Column<R> upper95() {
    return percent(
        "difference_upper95_points",
        "upper end of the 95 % interval of the difference",
        c -> high(c.difference95()));
  }

  static <R extends ScoreAgainstBenchmark> Column<R> lower998() {
    return percent(
        "difference_lower998_points",
        "lower end of the 99.8 % interval of the difference",
        c -> low(c.difference998()));
  }

  static <R extends ScoreAgainstBenchmark> Column<R> upper998() {
    return percent(
        "difference_upper998_points",
        "upper end of the 99.8 % interval of the difference",
        c -> high(c.difference998()));
  }

  static <R extends ScoreAgainstBenchmark> Column<R> verdict95() {
    return text("verdict95", "verdict at 95 %", c -> c.verdict95().label());
  }

  static <R extends ScoreAgainstBenchmark> Column<R> verdict998() {
    return text("verdict998", "verdict at 99.8 %", c -> c.verdict998().label());
  }

  static <R extends ScoreAgainstBenchmark> Column<R> verdictRule() {
    return text("verdict_rule", "how the verdict is reached", c -> c.verdictRule().label());
  }

  static <R extends ScoreAgainstBenchmark> Column<R> pValue() {
    return significant(
        "p_value", "", "two-sided, by the verdict rule", c -> c.statistic(TestStatistics::pValue));
  }

  static <R extends ScoreAgainstBenchmark> Column<R> rules() {
    return integer(
        "rules",
        "rules",
        "lawful verdict rules tried",
        c -> c.tested(one -> one.robustness().rules()));
  }
}
