package org.trustbench.disclosure.adversary;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Wilson;

/**
 * The limits published with a score, as whole percents; null where one is not.
 *
 * @param isClustered whether an unknown design effect of at least 1 is behind them
 */
record PublishedLimits(
    boolean isClustered, Long lower95, Long upper95, Long lower998, Long upper998) {
  private static final int HALVINGS = 40;

  /** Null where a row has no limits that say anything of its counts. */
  static PublishedLimits of(Map<String, String> row) {
    String rule = row.getOrDefault("interval_rule", "");
    if (!rule.equals("wilson") && !rule.equals("wilson-clustered")) {
      return null;
    }
    return new PublishedLimits(
        rule.equals("wilson-clustered"),
        Rounding.number(row, "lower95_percent"),
        Rounding.number(row, "upper95_percent"),
        Rounding.number(row, "lower998_percent"),
        Rounding.number(row, "upper998_percent"));
  }

  /** Whether y of n may have these limits. */
  boolean canBeOf(long y, long n) {
    return canBeOf(y, n, 0, n);
  }

  /** Whether y of n may have these limits when it is worth so many judgements. */
  boolean canBeOf(long y, long n, double fewestEffective, double mostEffective) {
    double p = (double) y / n;
    double from = isClustered ? Math.max(1e-3, fewestEffective) : n;
    double to = isClustered ? Math.min(n, mostEffective) : n;
    double[] range = {from, to};
    return from <= to
        && narrow(range, lower95, worth -> percent(p, worth, Normal.Z95, true), true)
        && narrow(range, upper95, worth -> percent(p, worth, Normal.Z95, false), false)
        && narrow(range, lower998, worth -> percent(p, worth, Normal.Z998, true), true)
        && narrow(range, upper998, worth -> percent(p, worth, Normal.Z998, false), false);
  }

  private static double percent(double p, double worth, double z, boolean isLower) {
    Interval interval = Wilson.interval(p * worth, worth, z).orElseThrow();
    return Rounding.percent(isLower ? interval.low() : interval.high());
  }

  /** Keeps what can have led to a limit, which only ever rises, or falls, with judgements. */
  private static boolean narrow(
      double[] range, Long limit, ToDoubleFunction<Double> published, boolean isRising) {
    if (limit == null) {
      return true;
    }
    int sign = isRising ? 1 : -1;
    double wanted = sign * limit;
    if (sign * published.applyAsDouble(range[1]) < wanted
        || sign * published.applyAsDouble(range[0]) > wanted) {
      return false;
    }
    if (range[0] < range[1]) {
      range[0] = first(range, worth -> sign * published.applyAsDouble(worth) >= wanted);
      range[1] = first(range, worth -> sign * published.applyAsDouble(worth) > wanted);
    }
    return true;
  }

  /** Just about where a condition begins to hold; the end of the range if it never does. */
  private static double first(double[] range, java.util.function.DoublePredicate holds) {
    double without = range[0];
    double with = range[1];
    if (holds.test(without)) {
      return without;
    }
    if (!holds.test(with)) {
      return with;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (without + with) / 2;
      if (holds.test(middle)) {
        with = middle;
      } else {
        without = middle;
      }
    }
    return with;
  }
}
