package org.trustbench.source;

import java.io.IOException;
import java.util.List;

/** A table that rows can be read from once, one after the other, in any order. */
public interface SourceTable extends AutoCloseable {
  /** Its name, as tables and messages quote it. */
  String name();

  /** Its columns. */
  List<SourceColumn> columns();

  /**
   * Reads rows.
   *
   * @param columns the columns wanted, all of which the table has
   */
  Rows rows(List<SourceColumn> columns) throws IOException;

  @Override
  void close();

  /** Rows on their way. */
  interface Rows extends AutoCloseable {
    /**
     * The next row: a text, number, truth value, day or time for each column, null where there is
     * none; null after the last row. The same array may be filled again.
     */
    Object[] next() throws IOException;

    @Override
    void close();
  }
}
