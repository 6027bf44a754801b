package org.trustbench.publish.report;

import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Measure;

/**
 * A league table of one measure in one group of trusts, with its charts.
 *
 * @param warning why its trusts are not like for like; null if nothing is known to part them
 * @param caterpillar null when too few trusts have a rank with an interval
 * @param funnel null when there is none
 */
record League(
    ComparatorGroup group,
    Measure measure,
    String warning,
    PageTable table,
    CaptionedChart caterpillar,
    CaptionedChart funnel) {

  /** One id for group and measure together. */
  static String key(ComparatorGroup group, Measure measure) {
    return group.key() + "|" + measure.id();
  }
}
