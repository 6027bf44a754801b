package org.trustbench.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Work on the columns of a page, which have nothing to do with each other: side by side where there
 * are so many rows that an inspection may well be alone on its machine, one after the other where
 * its processors have other inspections.
 */
final class SideBySide {
  private static final long MANY = 1L << 22;

  private SideBySide() {}

  /** What is done with one column, and its place. */
  interface Work<C> {
    void on(C column, int place) throws IOException;
  }

  /**
   * Does it with every column.
   *
   * @param rows that the columns have, as far as is known
   */
  static <C> void run(List<C> columns, long rows, Work<C> work) throws IOException {
    IntStream places = IntStream.range(0, columns.size());
    try {
      (rows < MANY ? places : places.parallel())
          .forEach(
              place -> {
                try {
                  work.on(columns.get(place), place);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
