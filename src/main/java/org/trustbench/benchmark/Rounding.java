package org.trustbench.benchmark;

import org.trustbench.table.Decimals;

/**
 * Notes for places where figures that were rounded one by one stand side by side, and do not add
 * up.
 */
public final class Rounding {
  /** Under a table of scores and their differences. */
  public static final String NOTE =
      "Each figure is rounded by itself, so a difference may be one off the difference of two"
          + " rounded figures.";

  /** Behind a difference that is one off. */
  public static final String BESIDE = "; each figure is rounded by itself";

  private Rounding() {}

  /** Whether the whole points shown are not the difference of the whole percentages shown. */
  public static boolean isApart(Comparison c) {
    return c.difference() != null
        && c.score().score() != null
        && c.benchmark() != null
        && whole(c.score().score()) - whole(c.benchmark()) != whole(c.difference());
  }

  private static double whole(double proportion) {
    return Decimals.percent(proportion, 0);
  }
}
