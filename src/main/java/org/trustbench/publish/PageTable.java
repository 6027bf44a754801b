package org.trustbench.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.HtmlTable;

/**
 * A table as the page lays it out.
 *
 * @param id unique on the page
 * @param note the second sentence of its caption
 * @param heading place of the column that names a row
 * @param blocks rows that belong together, in order; together they are all rows
 * @param inFocus the rows of the trust in focus
 */
record PageTable(
    String id,
    HtmlTable table,
    String note,
    int heading,
    List<Block> blocks,
    Set<Integer> inFocus) {

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
  static PageTable of(String id, HtmlTable table, String heading, String note) {
    List<Block> blocks =
        table.rows().isEmpty() ? List.of() : List.of(new Block(null, 0, table.rows().size()));
    return new PageTable(id, table, note, table.column(heading), blocks, Set.of());
  }

  /** A table whose rows are held together by what the first column says. */
  static PageTable inBlocks(
      String id, HtmlTable table, String heading, String note, Set<Integer> inFocus) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int row = 1; row <= table.rows().size(); row++) {
      if (row == table.rows().size() || !label(table, row).equals(label(table, from))) {
        blocks.add(new Block(label(table, from), from, row));
        from = row;
      }
    }
    return new PageTable(id, table, note, table.column(heading), List.copyOf(blocks), inFocus);
  }

  /** The classes of each column's cells in the style sheet; empty for plain words. */
  List<String> styles() {
    return IntStream.range(0, table.columns().size()).mapToObj(this::style).toList();
  }

  private String style(int column) {
    return switch (table.columns().get(column).kind()) {
      case WORDS -> "";
      case VERDICTS -> "verdict";
      case NUMBERS -> "number";
      case INTERVALS -> "interval w" + widestFigure(column);
    };
  }

  /** Characters of the longest figure before its interval, so that figures line up. */
  private int widestFigure(int column) {
    return table.rows().stream().mapToInt(row -> row.get(column).text().length()).max().orElse(0);
  }

  /** Whether a verdict sets the trust apart from the others, whichever way. */
  static boolean isApart(HtmlTable.Cell verdict) {
    return verdict.text().startsWith(Verdict.HIGHER.label())
        || verdict.text().startsWith(Verdict.LOWER.label());
  }

  private static String label(HtmlTable table, int row) {
    return table.rows().get(row).get(0).text();
  }
}
