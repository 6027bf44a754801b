package org.trustbench.publish.report;

/**
 * Measures of one kind, in a table and drawn.
 *
 * @param table null when there is nothing to show
 * @param spine its finding and rows; null likewise
 */
record MeasureSection(PageTable table, PageModel.Drawn spine) {
  static final MeasureSection NONE = new MeasureSection(null, null);
}
