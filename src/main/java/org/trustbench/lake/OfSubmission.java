package org.trustbench.lake;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.table.CodedRows;

/** Of coded rows those of one submission. */
final class OfSubmission implements CodedRows {
  private final CodedRows rows;
  private final String hash;
  private final int place;
  private int[][] page = new int[0][0];

  /**
   * Leaves out the rows of other submissions.
   *
   * @param rows with {@link #columns}
   * @param wanted the columns that are given
   */
  OfSubmission(CodedRows rows, List<String> wanted, String hash) {
    this.rows = rows;
    this.hash = hash;
    this.place = columns(wanted).indexOf(StoredRows.HASH);
  }

  /** The columns to read: those that are wanted, and the submission's hash if it is not of them. */
  static List<String> columns(List<String> wanted) {
    List<String> columns = new ArrayList<>(wanted);
    if (!columns.contains(StoredRows.HASH)) {
      columns.add(StoredRows.HASH);
    }
    return columns;
  }

  @Override
  public List<List<String>> texts() {
    return rows.texts();
  }

  @Override
  public int next(int[][] columns) {
    if (page.length == 0 || page[0].length != columns[0].length) {
      page = new int[Math.max(columns.length, place + 1)][columns[0].length];
    }
    int kept = 0;
    while (kept == 0) {
      int found = rows.next(page);
      if (found == 0) {
        return 0;
      }
      int wanted = rows.texts().get(place).indexOf(hash);
      for (int i = 0; i < found && wanted >= 0; i++) {
        if (page[place][i] == wanted) {
          for (int column = 0; column < columns.length; column++) {
            columns[column][kept] = page[column][i];
          }
          kept++;
        }
      }
    }
    return kept;
  }
}
