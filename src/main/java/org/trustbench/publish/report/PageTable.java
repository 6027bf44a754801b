package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;
import org.trustbench.summary.grid.ColumnLayout;
import org.trustbench.summary.grid.Grid;

/**
 * A table of a report page: its grid, caption, row headings and style classes.
 *
 * @param id unique on the page
 * @param note the second sentence of its caption
 * @param heading place of the column that names a row
 * @param isInBlocks whether rows are held together by what the first column says
 * @param trusts the code of the trust of each row; empty if rows are not of trusts
 */
record PageTable(
    String id, Grid table, String note, int heading, boolean isInBlocks, List<String> trusts) {

  /**
   * Rows from one up to, and without, another.
   *
   * @param label what they share, which heads them in the first column; null for nothing
   */
  record Block(String label, int from, int to) {
    int rows() {
      return to - from;
    }
  }

  /** A table whose rows are all alike. */
  static PageTable of(String id, Grid table, String heading, String note) {
    return new PageTable(id, table, note, table.column(heading), false, List.of());
  }

  /** A table of trusts, held together by what the first column says. */
  static PageTable inBlocks(
      String id, Grid table, String heading, String note, List<String> trusts) {
    return new PageTable(id, table, note, table.column(heading), true, trusts);
  }

  boolean isEmpty() {
    return table.rows().isEmpty();
  }

  /** Whether a row is that of a trust. */
  boolean isOf(int row, String trust) {
    return trust != null && !trusts.isEmpty() && trusts.get(row).equals(trust);
  }

  /** Rows that belong together, in order; together they are all rows. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int row = 1; row <= table.rows().size(); row++) {
      if (row == table.rows().size() || (isInBlocks && !label(row).equals(label(from)))) {
        blocks.add(new Block(isInBlocks ? label(from) : null, from, row));
        from = row;
      }
    }
    return blocks;
  }

  /** The classes of each column's cells, with their unit; empty for plain words. */
  List<String> styles() {
    return IntStream.range(0, table.columns().size())
        .mapToObj(column -> style(column).isEmpty() ? "" : style(column) + unit(column))
        .toList();
  }

  private String unit(int column) {
    return table.cells(column).stream()
        .map(PageTable::figure)
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            figure ->
                switch (figure.unit()) {
                  case PERCENT -> " percent";
                  case POINTS -> " points";
                  case P_VALUE, COEFFICIENT -> "";
                })
        .orElse("");
  }

  private static Optional<Cell.Figure> figure(Cell cell) {
    if (cell instanceof Cell.Figure figure) {
      return Optional.of(figure);
    } else if (cell instanceof Cell.Estimate estimate) {
      return Optional.of(estimate.figure());
    }
    return cell instanceof Cell.JudgedFigure judged
        ? Optional.of(judged.figure())
        : Optional.empty();
  }

  private String style(int column) {
    return switch (table.columns().get(column).layout()) {
      case TEXT -> "";
      case VERDICTS -> "verdict";
      case JUDGED_FIGURES -> "judged";
      case NUMBERS -> "number";
      case INTERVALS -> "interval w" + widestFigure(column);
    };
  }

  /** Characters of the longest figure before its interval, so that figures line up. */
  private int widestFigure(int column) {
    return table.cells(column).stream()
        .mapToInt(cell -> CellText.of(cell).main().length())
        .max()
        .orElse(0);
  }

  /**
   * A cell as the page writes it.
   *
   * @param rest what follows a figure, such as its interval; empty if nothing does
   * @param meaning of shorthand in it, for whom it is read aloud; empty without any
   * @param isApart whether it is a verdict that sets the trust apart from the others
   */
  record Written(String text, String rest, String meaning, boolean isApart) {}

  /** The cell at a place. */
  Written cell(int row, int column) {
    Cell cell = table.rows().get(row).get(column);
    CellText text = CellText.of(cell);
    boolean isParted = table.columns().get(column).layout() == ColumnLayout.INTERVALS;
    return new Written(
        isParted ? text.main() : text.joined(),
        isParted ? text.rest() : "",
        text.meaning(),
        cell instanceof Cell.Judged judged && judged.isApart());
  }

  private String label(int row) {
    return CellText.joined(table.rows().get(row).get(0));
  }
}
