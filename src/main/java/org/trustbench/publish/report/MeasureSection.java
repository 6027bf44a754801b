package org.trustbench.publish.report;

/**
 * The table and the chart of one kind of measure for one trust.
 *
 * @param table null when there is nothing to show
 * @param spine its finding and rows; null likewise, and for a table without a chart
 */
record MeasureSection(PageTable table, PageModel.Drawn spine) {
  static final MeasureSection NONE = new MeasureSection(null, null);

  /** A table without a chart. */
  static MeasureSection of(PageTable table) {
    return new MeasureSection(table, null);
  }
}
