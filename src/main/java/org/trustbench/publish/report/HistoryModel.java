package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import org.trustbench.change.Change;
import org.trustbench.change.ChangeVerdict;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.publish.chart.ChangeChart;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.ReportFocus;

/** Makes what a page says of the change in an institution since the inspection before. */
final class HistoryModel {
  /** The id of the table, and of its place on the page. */
  static final String TABLE = "history";

  private HistoryModel() {}

  /** The table and the chart; nothing of whoever was inspected once. */
  static MeasureSection of(
      ReleaseContent content, Map<String, List<Change>> byTrust, ReportFocus reportFocus) {
    if (reportFocus.focus() == null) {
      return MeasureSection.NONE;
    }
    List<Change> changes = byTrust.getOrDefault(reportFocus.focus().code(), List.of());
    if (changes.isEmpty()) {
      return MeasureSection.NONE;
    }
    String title = title(reportFocus.focus().name(), changes);
    return new MeasureSection(
        PageTable.of(
            TABLE,
            HistoryTable.of(title, changes, content.terms()),
            "Measure",
            "Before: %s; latest: %s."
                .formatted(
                    changes.get(0).earlier().inspection().inspectionId(),
                    changes.get(0).inspection().inspectionId())),
        new PageModel.Drawn(
            title,
            ChangeChart.rows(HistoryTable.measures(content.results().framework()), changes)));
  }

  private static String title(String name, List<Change> changes) {
    return "%s since the inspection before: of %d measures, %d improved, %d declined, %d without a clear change"
        .formatted(
            name,
            changes.size(),
            number(changes, ChangeVerdict.IMPROVED),
            number(changes, ChangeVerdict.DECLINED),
            number(changes, ChangeVerdict.NO_CLEAR_CHANGE));
  }

  private static long number(List<Change> changes, ChangeVerdict verdict) {
    return changes.stream().filter(change -> change.verdict95() == verdict).count();
  }
}
