package org.trustbench.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Work on the columns of a page, which have nothing to do with each other. */
final class SideBySide {
  private SideBySide() {}

  /** What is done with one column, and its place. */
  interface Work<C> {
    void on(C column, int place) throws IOException;
  }

  /** Does it with every column, on whatever processors are idle. */
  static <C> void run(List<C> columns, Work<C> work) throws IOException {
    try {
      IntStream.range(0, columns.size())
          .parallel()
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
