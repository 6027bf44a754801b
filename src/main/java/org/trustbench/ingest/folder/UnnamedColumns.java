package org.trustbench.ingest.folder;

import java.util.stream.IntStream;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.RowReader;

/**
 * The columns of a table that have no name. They must be empty, or the first must count the rows,
 * as R and pandas write it; whatever else stands in them may be answers whose name was lost.
 */
final class UnnamedColumns {
  private final RowReader table;
  private final Header header;
  private final int[] columns;
  private long last = -1;

  UnnamedColumns(RowReader table) {
    this.table = table;
    this.header = table.heading();
    this.columns =
        IntStream.range(0, header.names().size())
            .filter(column -> header.names().get(column).isEmpty())
            .toArray();
  }

  int count() {
    return columns.length;
  }

  /** Whether a column has no name. */
  boolean has(int column) {
    return header.names().get(column).isEmpty();
  }

  /** Checks the row that the table is at. */
  void check() throws Refusal {
    for (int column : columns) {
      String text = table.name(column);
      if (!text.isEmpty() && !(column == 0 && isNextNumber(text))) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE,
            header.file().name(),
            "%s: column %d has no name and does not count the rows: name it in the header, or take it out"
                .formatted(header.placeOfRow(table.line()), column + 1));
      }
    }
  }

  private boolean isNextNumber(String text) {
    boolean isNumber = text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = isNumber ? Long.parseLong(text) : -1;
    boolean isNext = number > last;
    last = number;
    return isNext;
  }
}
