package org.trustbench.summary.grid;

import java.util.List;

/** How the cells of one column are laid out, which follows from their types. */
public enum ColumnLayout {
  /** Words, which may be cut. */
  TEXT,
  /** Verdicts, which are words of a fixed list. */
  VERDICTS,
  /** Scores beside their verdicts. */
  JUDGED_FIGURES,
  /** Plain numbers, which line up at the right. */
  NUMBERS,
  /** Numbers of which some have something behind them, such as an interval. */
  INTERVALS;

  static ColumnLayout of(List<Cell> cells) {
    List<Cell> filled = cells.stream().filter(cell -> !(cell instanceof Cell.Empty)).toList();
    if (filled.stream().anyMatch(Cell.Judged.class::isInstance)) {
      return VERDICTS;
    }
    if (filled.stream().anyMatch(Cell.JudgedFigure.class::isInstance)) {
      return JUDGED_FIGURES;
    }
    if (filled.isEmpty() || !filled.stream().allMatch(ColumnLayout::isNumeric)) {
      return TEXT;
    }
    return filled.stream().anyMatch(cell -> !CellText.of(cell).rest().isEmpty())
        ? INTERVALS
        : NUMBERS;
  }

  private static boolean isNumeric(Cell cell) {
    return !(cell instanceof Cell.Text);
  }
}
