package org.trustbench.ingest.extract;

import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;

/**
 * How the rows of one file of an extract are read.
 *
 * @param layout what the framework says of the file's columns
 * @param values reads cells as the layout writes them
 * @param questions numbers of the questions that have a column, in the order of packed rows
 * @param cells how many judgements a row states
 */
record RowForm(Layout layout, LayoutValues values, int[] questions, int cells) {
  static RowForm of(Codebook codebook, Layout layout) {
    return new RowForm(
        layout,
        new LayoutValues(codebook, layout),
        ExtractColumns.questions(codebook, layout),
        ExtractColumns.cells(codebook, layout));
  }

  boolean isLong() {
    return layout.shape() == Layout.Shape.LONG;
  }
}
