package org.trustbench.disclosure;

/**
 * How far a public release protects cases.
 *
 * @param fewestCases a base of fewer cases is suppressed, with all that derives from it; at least 3
 * @param rounding counts are rounded to multiples of this, half up, and above 0 never to 0; at
 *     least 1
 */
public record Protection(int fewestCases, int rounding) {
  public static final Protection STANDARD = new Protection(10, 5);

  /** Counts that what is published must leave possible for whatever is suppressed. */
  static final int FEWEST_VALUES = 3;

  public Protection {
    if (fewestCases < FEWEST_VALUES || rounding < 1) {
      throw new IllegalArgumentException("no protection: " + fewestCases + ", " + rounding);
    }
  }

  /** Whether so many cases are too few to be shown; no case at all is not. */
  boolean isSmall(long cases) {
    return cases > 0 && cases < fewestCases;
  }

  /** A count as it is published: 0 is a true zero, and nothing else is rounded to it. */
  long rounded(long count) {
    return count > 0 ? Math.max(rounding, nearest(count)) : nearest(count);
  }

  /** A count of which not even that there is none may be known for sure. */
  long nearest(long count) {
    return Math.floorDiv(2 * count + rounding, 2L * rounding) * rounding;
  }
}
