package org.trustbench.disclosure;

import org.trustbench.benchmark.ControlLimits;
import org.trustbench.benchmark.GroupFigures;
import org.trustbench.benchmark.ShrunkenScore;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Spread;
import org.trustbench.table.Decimals;

/** Proportions to the nearest whole percent, half up; null stays null. */
final class WholePercent {
  private WholePercent() {}

  static Double whole(Double proportion) {
    return proportion == null ? null : (Double) Decimals.rounded(proportion, 2);
  }

  static Interval whole(Interval interval) {
    return interval == null ? null : new Interval(whole(interval.low()), whole(interval.high()));
  }

  static Spread whole(Spread spread) {
    return spread == null
        ? null
        : new Spread(
            spread.trusts(),
            whole(spread.lowest()),
            whole(spread.median()),
            whole(spread.highest()));
  }

  static Intervals whole(Intervals intervals) {
    return intervals == null
        ? null
        : new Intervals(whole(intervals.at95()), whole(intervals.at998()));
  }

  static GroupFigures whole(GroupFigures figures) {
    return figures == null
        ? null
        : new GroupFigures(
            whole(figures.pooled()), whole(figures.meanOfTrusts()), whole(figures.spread()));
  }

  static ShrunkenScore whole(ShrunkenScore shrunken) {
    return shrunken == null ? null : new ShrunkenScore(whole(shrunken.score()), shrunken.method());
  }

  static ControlLimits whole(ControlLimits limits) {
    return limits == null
        ? null
        : new ControlLimits(
            whole(limits.centre()),
            whole(limits.score()),
            whole(limits.exact()),
            whole(limits.overDispersed()));
  }
}
