package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.change.ChangeVerdict;
import org.trustbench.change.EarlierInspection;
import org.trustbench.change.ScoreChange;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.message.Counted;
import org.trustbench.publish.chart.ChangeChart;
import org.trustbench.summary.ChangeWords;
import org.trustbench.summary.HistoryTable;
import org.trustbench.summary.ReportFocus;

/** Makes what a page says of the change in an institution since the inspection before. */
final class HistoryModel {
  /** The id of the table, and of its place on the page. */
  static final String TABLE = "history";

  private HistoryModel() {}

  /** The table and the chart; nothing of whoever was inspected once. */
  static MeasureSection of(
      ReleaseContent content, Map<String, List<ScoreChange>> byTrust, ReportFocus reportFocus) {
    if (reportFocus.focus() == null) {
      return MeasureSection.NONE;
    }
    List<ScoreChange> changes = byTrust.getOrDefault(reportFocus.focus().code(), List.of());
    if (changes.isEmpty()) {
      return MeasureSection.NONE;
    }
    List<List<ScoreChange>> byEarlier = HistoryTable.byEarlier(changes);
    List<ScoreChange> drawn = byEarlier.get(0);
    String title = title(reportFocus.focus().name(), drawn);
    return new MeasureSection(
        byEarlier.size() == 1
            ? PageTable.of(
                TABLE, HistoryTable.of(title, changes, content.terms()), "Measure", note(byEarlier))
            : PageTable.inBlocks(
                TABLE,
                HistoryTable.ofSeveral(title, changes, content.terms()),
                "Measure",
                note(byEarlier),
                List.of()),
        new PageModel.Drawn(
            title, ChangeChart.rows(HistoryTable.measures(content.results().framework()), drawn)));
  }

  /** Which inspections they are. */
  private static String note(List<List<ScoreChange>> byEarlier) {
    List<String> words = new ArrayList<>();
    for (List<ScoreChange> changes : byEarlier) {
      ScoreChange one = changes.get(0);
      words.add(
          "%s: %s"
              .formatted(
                  one.comparedWith() == EarlierInspection.PREVIOUS
                      ? "Before"
                      : ChangeWords.earlier(one),
                  one.earlier().inspection().inspectionId()));
    }
    words.add("latest: " + byEarlier.get(0).get(0).inspection().inspectionId());
    return String.join("; ", words) + ".";
  }

  private static String title(String name, List<ScoreChange> changes) {
    return "%s since %s: of %s, %d improved, %d declined, %d without a clear change"
        .formatted(
            name,
            ChangeWords.earlier(changes.get(0)),
            Counted.of(changes.size(), "measure"),
            number(changes, ChangeVerdict.IMPROVED),
            number(changes, ChangeVerdict.DECLINED),
            number(changes, ChangeVerdict.NO_CLEAR_CHANGE));
  }

  private static long number(List<ScoreChange> changes, ChangeVerdict verdict) {
    return changes.stream().filter(change -> change.verdict95() == verdict).count();
  }
}
