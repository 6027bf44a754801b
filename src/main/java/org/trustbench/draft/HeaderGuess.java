package org.trustbench.draft;

import java.util.List;

/** Which of the first rows of a table is its header. */
final class HeaderGuess {
  private HeaderGuess() {}

  /**
   * A guess.
   *
   * @param row the header among the rows, counted from 0
   * @param weight cells of rows that are as wide as it: the more, the surer it is a table
   */
  record Found(int row, int weight) {}

  /**
   * The first row as wide as most, with hardly a cell empty; null where no rows of several cells
   * are alike.
   */
  static Found among(List<List<String>> rows) {
    int width = 0;
    long alike = 0;
    for (List<String> row : rows) {
      long same = rows.stream().filter(other -> other.size() == row.size()).count();
      if (row.size() > 1 && (same > alike || same == alike && row.size() > width)) {
        width = row.size();
        alike = same;
      }
    }
    for (int i = 0; width > 1 && i < rows.size(); i++) {
      long filled = rows.get(i).stream().filter(cell -> !cell.isBlank()).count();
      if (rows.get(i).size() == width && 4 * filled >= 3L * width) {
        return new Found(i, (int) alike * width);
      }
    }
    return null;
  }
}
