package org.trustbench.disclosure;

import org.trustbench.benchmark.ControlLimits;
import org.trustbench.stats.Interval;
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

  static ControlLimits whole(ControlLimits limits) {
    return limits == null
        ? null
        : new ControlLimits(
            whole(limits.centre()),
            whole(limits.score95()),
            whole(limits.score998()),
            whole(limits.exact95()),
            whole(limits.exact998()),
            whole(limits.overDispersed95()),
            whole(limits.overDispersed998()));
  }
}
