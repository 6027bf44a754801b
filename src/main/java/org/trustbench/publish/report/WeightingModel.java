package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.message.Counted;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.WeightingTable;
import org.trustbench.weighting.WeightedComparison;

/** Makes what a page says of scores weighted by how cases were sampled. */
final class WeightingModel {
  /** The id of the table, and of its place on the page. */
  static final String TABLE = "weighted-scores";

  private WeightingModel() {}

  /** The table of an institution beside the comparator chosen; nothing for whoever has none. */
  static MeasureSection of(
      ReleaseContent content,
      Map<String, List<WeightedComparison>> byTrust,
      ReportFocus reportFocus) {
    if (reportFocus.focus() == null) {
      return MeasureSection.NONE;
    }
    List<WeightedComparison> own =
        byTrust.getOrDefault(reportFocus.focus().code(), List.of()).stream()
            .filter(
                one ->
                    one.comparison()
                        .comparatorGroup()
                        .comparatorId()
                        .equals(reportFocus.comparatorId()))
            .toList();
    return own.isEmpty()
        ? MeasureSection.NONE
        : MeasureSection.of(
            PageTable.of(
                TABLE,
                WeightingTable.of(title(own), own, content.terms()),
                "Measure",
                "Others, weighted: the weighted scores of the others, each weighing what its"
                    + " caseload does."));
  }

  private static String title(List<WeightedComparison> own) {
    long parted = own.stream().filter(WeightedComparison::isParted).count();
    return "%s, weighted and unweighted: of %s, %s another verdict when weighted"
        .formatted(
            own.get(0).comparison().score().inspection().trust().name(),
            Counted.of(own.size(), "measure"),
            parted == 0 ? "none has" : Counted.of(parted, "has", "have"));
  }
}
