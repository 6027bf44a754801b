package org.trustbench.publish.report;

/**
 * Measures of one kind, in a table and drawn.
 *
 * @param table null when there is nothing to show
 * @param spine its finding and rows; null likewise
 */
record Compared(PageTable table, View.Drawn spine) {
  static final Compared NONE = new Compared(null, null);
}
