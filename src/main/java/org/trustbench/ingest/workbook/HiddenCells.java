package org.trustbench.ingest.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.ingest.rows.CellName;
import org.trustbench.message.Counted;

/**
 * Which rows and columns of a sheet are hidden: a filter hides rows, and they are read all the
 * same.
 */
final class HiddenCells {
  private int rows;
  private int firstRow;
  private final List<Run> columns = new ArrayList<>();

  private record Run(int first, int last) {
    String name() {
      String name = CellName.letters(first);
      return first == last ? name : name + " to " + CellName.letters(last);
    }
  }

  /** Takes note of a hidden row that holds something. */
  void row(int row) {
    firstRow = rows == 0 ? row : firstRow;
    rows++;
  }

  /** Takes note of a run of hidden columns, counted from 0. */
  void columns(int first, int last) {
    columns.add(new Run(first, last));
  }

  /**
   * What is hidden of a table, in words; empty where nothing is.
   *
   * @param width so many columns the table has; those beyond hold nothing
   */
  List<String> told(int width) {
    List<String> told = new ArrayList<>();
    if (rows > 0) {
      told.add(
          rows == 1
              ? "hidden, and read like the others: row %d".formatted(firstRow)
              : "hidden, and read like the others: %s from row %d on"
                  .formatted(Counted.of(rows, "row"), firstRow));
    }
    List<Run> seen =
        columns.stream()
            .filter(run -> run.first() < width)
            .map(run -> new Run(run.first(), Math.min(run.last(), width - 1)))
            .toList();
    if (!seen.isEmpty()) {
      boolean isOne = seen.size() == 1 && seen.get(0).first() == seen.get(0).last();
      told.add(
          "hidden, and read like the others: %s %s"
              .formatted(
                  isOne ? "column" : "columns",
                  seen.stream().map(Run::name).collect(Collectors.joining(", "))));
    }
    return told;
  }
}
