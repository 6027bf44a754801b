package org.trustbench.summary;

import java.util.List;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;

/** One row per measure: two trusts side by side. */
public final class PairTable {
  private static final int P_DECIMALS = 3;

  private PairTable() {}

  /** The differences of two trusts. */
  public static Grid of(String title, List<PairDifference> pairs) {
    return Grid.of(
        title,
        List.of(
            "Measure",
            code(pairs, true) + " % (95 %)",
            code(pairs, false) + " % (95 %)",
            "Difference (95 %)",
            "Verdict",
            "Adjusted p",
            "Flag"),
        pairs.stream().map(PairTable::row).toList());
  }

  private static List<Cell> row(PairDifference pair) {
    return List.of(
        Cell.text(pair.measure().label()),
        ComparisonCells.score(pair.first()),
        ComparisonCells.score(pair.second()),
        ComparisonCells.difference(pair),
        Cell.verdict(pair.verdict95(), pair.verdict998()),
        adjusted(pair.adjustedPValue()),
        Cell.text(isChance(pair) ? Formatting.MAY_BE_CHANCE : ""));
  }

  static Cell adjusted(Double p) {
    return p == null
        ? new Cell.Absent(Availability.NOT_AVAILABLE)
        : new Cell.Figure(p, Cell.Unit.P_VALUE, P_DECIMALS);
  }

  private static String code(List<PairDifference> pairs, boolean isFirst) {
    PairDifference any = pairs.get(0);
    return (isFirst ? any.first() : any.second()).inspection().trust().code();
  }

  /** Whether a verdict does not stand when allowance is made for how many measures there are. */
  private static boolean isChance(PairDifference pair) {
    return Formatting.isApart(pair.verdict95()) && !pair.isFdrSignificant();
  }
}
