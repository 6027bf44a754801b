package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.HtmlTable;

/**
 * A table as the page lays it out.
 *
 * @param id unique on the page
 * @param note the second sentence of its caption
 * @param heading place of the column that names a row
 * @param isInBlocks whether rows are held together by what the first column says
 * @param trusts the code of the trust of each row; empty if rows are not of trusts
 */
record PageTable(
    String id, HtmlTable table, String note, int heading, boolean isInBlocks, List<String> trusts) {

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
    return new PageTable(id, table, note, table.column(heading), false, List.of());
  }

  /** A table of trusts, held together by what the first column says. */
  static PageTable inBlocks(
      String id, HtmlTable table, String heading, String note, List<String> trusts) {
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

  /** What the shorthand in a cell means, for whom it is read aloud; empty without any. */
  static String meaning(HtmlTable.Cell cell) {
    for (Availability availability : Availability.values()) {
      String symbol = availability.symbol();
      if (!symbol.isEmpty() && (cell.text().endsWith(symbol) || cell.rest().endsWith(symbol))) {
        return availability.label();
      }
    }
    return "";
  }

  private String label(int row) {
    return table.rows().get(row).get(0).text();
  }
}
