package org.trustbench.publish.report;

import java.util.List;
import org.trustbench.publish.chart.Chart;

/**
 * A chart with its title, which states what it finds.
 *
 * @param title the finding
 * @param hasSentences whether each row of a trust carries a sentence of it, as its third value
 * @param isWidened whether its limits can allow for over-dispersion
 */
record CaptionedChart(String title, Chart chart, boolean hasSentences, boolean isWidened) {
  /** The place of a row's sentence. */
  static final int SENTENCE = 2;

  /** Of several the one that shows a trust, or the first. */
  static CaptionedChart of(List<CaptionedChart> several, String trust) {
    return several.stream()
        .filter(one -> one.chart().rows().stream().anyMatch(row -> row.trust().equals(trust)))
        .findFirst()
        .orElse(several.get(0));
  }

  /** What is said of a trust; empty for nothing. */
  String sentence(String trust) {
    return !hasSentences || trust == null
        ? ""
        : chart.rows().stream()
            .filter(row -> row.trust().equals(trust))
            .map(row -> (String) row.values().get(SENTENCE))
            .findFirst()
            .orElse("");
  }
}
