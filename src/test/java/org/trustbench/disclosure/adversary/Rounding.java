package org.trustbench.disclosure.adversary;

import java.util.Map;

/**
 * How a release rounds, which it says itself.
 *
 * @param base what counts are multiples of; of bases 0 is a true zero, and nothing else is rounded
 *     to it
 * @param fewestCases below so many cases a cell is suppressed
 */
public record Rounding(int base, int fewestCases) {
  public static final Rounding STANDARD = new Rounding(5, 10);

  /** A count as it is published. */
  long published(long count) {
    return count > 0 ? Math.max(base, nearest(count)) : nearest(count);
  }

  /** The smallest whole number that is published as it is. */
  long least(long published) {
    return published <= base ? Math.min(published, 1) : published - base / 2;
  }

  /** The largest. */
  long most(long published) {
    return published == 0 ? 0 : published + (base - 1) / 2;
  }

  /** The smallest number that is published as it is where 0 may be a number rounded to it. */
  long leastNearest(long published) {
    return Math.max(0, published - base / 2);
  }

  /** The largest of those. */
  long mostNearest(long published) {
    return published + (base - 1) / 2;
  }

  /** A count as it is published where 0 may be a number rounded to it. */
  long nearest(long count) {
    return Math.floorDiv(2 * count + base, 2L * base) * base;
  }

  /** A proportion as it is published. */
  static long percent(double proportion) {
    return (long) Math.floor(proportion * 100 + .5);
  }

  /** A ratio as it is published: half up from the exact integers, as 23 of 40 is 58. */
  static long percent(long part, long whole) {
    return Math.floorDiv(200 * part + whole, 2 * whole);
  }

  /** A published whole number; null where there is none. */
  static Long number(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    return text.isEmpty() ? null : (Long) Math.round(Double.parseDouble(text));
  }
}
