package org.trustbench.disclosure;

import java.util.List;

/**
 * How far a public release protects cases.
 *
 * @param fewestCases a base of fewer cases is suppressed, with all that derives from it; with 1
 *     nothing is, which is lawful where a base of one case is public anyway
 * @param rounding counts are rounded to multiples of this, half up, and above 0 never to 0; at
 *     least 1
 */
public record Protection(int fewestCases, int rounding) {
  public static final Protection STANDARD = new Protection(10, 5);

  /** Counts that what is published must leave possible for whatever is suppressed. */
  static final int FEWEST_VALUES = 3;

  public Protection {
    if (fewestCases < 1 || rounding < 1) {
      throw new IllegalArgumentException("no protection: " + fewestCases + ", " + rounding);
    }
  }

  /** What readers have to know of it. */
  public List<String> sentences() {
    return List.of(
        "A figure on fewer than %d cases is suppressed, [c], and so are others of the same inspection, or of its parts, wherever they would give such a figure back."
            .formatted(fewestCases),
        "A suppressed figure is no part of anybody's benchmark, total, rank or limit for that measure: a comparator's figures are those of the trusts that are shown, and say how many they leave out.",
        "Percentages and limits are whole. Counts are rounded to multiples of %d; a 0 is a true zero. What was not applicable is not counted here."
            .formatted(rounding));
  }

  /** Whether so many cases are too few to be shown; no case at all is not. */
  boolean isSmall(long cases) {
    return cases > 0 && cases < fewestCases;
  }

  /** A count as it is published: 0 is a true zero, and nothing else is rounded to it. */
  long rounded(long count) {
    return count > 0 ? Math.max(rounding, nearest(count)) : nearest(count);
  }

  private long nearest(long count) {
    return Math.floorDiv(2 * count + rounding, 2L * rounding) * rounding;
  }
}
