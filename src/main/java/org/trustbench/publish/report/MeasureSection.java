package org.trustbench.publish.report;

/**
 * The table and the chart of one kind of measure for one trust.
 *
 * @param table null when there is nothing to show
 * @param spine its finding and rows; null likewise
 */
record MeasureSection(PageTable table, PageModel.Drawn spine) {
  static final MeasureSection NONE = new MeasureSection(null, null);
}
