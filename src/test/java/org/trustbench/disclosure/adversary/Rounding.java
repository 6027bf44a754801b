package org.trustbench.disclosure.adversary;

import java.util.Map;

/**
 * How a release rounds, which it says itself.
 *
 * @param base what bases are multiples of
 * @param fewestCases below so many cases a cell is suppressed
 */
public record Rounding(int base, int fewestCases) {
  public static final Rounding STANDARD = new Rounding(5, 10);

  /** The smallest whole number that is rounded to a base. */
  long least(long published) {
    return Math.max(0, published - (base - 1) / 2 - (base % 2 == 0 ? 1 : 0));
  }

  /** The largest. */
  long most(long published) {
    return published + (base - 1) / 2;
  }

  /** A proportion as it is published. */
  static long percent(double proportion) {
    return (long) Math.floor(proportion * 100 + .5);
  }

  /** A published whole number; null where there is none. */
  static Long number(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    return text.isEmpty() ? null : (Long) Math.round(Double.parseDouble(text));
  }
}
