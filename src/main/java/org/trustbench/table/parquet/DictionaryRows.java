package org.trustbench.table.parquet;

import java.util.List;

/**
 * Rows of a table by column, where every text is a number: its place in the list of its column's
 * texts, which are all known beforehand.
 */
public interface DictionaryRows {
  /** Stands for null in a column of texts. */
  int NONE = -1;

  /** For each column of the table its texts; null for a column of whole numbers. */
  List<List<String>> texts();

  /**
   * Gives the rows that come next.
   *
   * @param columns for each column of the table an array to be filled from its beginning: with
   *     places of texts or {@link #NONE}, or with whole numbers, which are never null
   * @return how many rows there were, at most the arrays' length; 0 at the end
   */
  int next(int[][] columns);
}
