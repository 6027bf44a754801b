package org.trustbench.summary;

import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.Availability;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Scores of questions as a public release has them: one row per question. */
public final class PublicDerivationTable {
  private PublicDerivationTable() {}

  /**
   * The table.
   *
   * @param questions rows of {@code scores.csv} by column
   */
  public static Table of(String title, List<Map<String, String>> questions) {
    return Tablesaw.table(
        title,
        column("Question", "measure_label", questions),
        column("Score %", "score_percent", questions),
        column("Judgements", "assessed", questions),
        column("Not recorded", "not_recorded", questions));
  }

  private static StringColumn column(
      String title, String name, List<Map<String, String>> questions) {
    StringColumn column = StringColumn.create(title);
    for (Map<String, String> question : questions) {
      String text = question.get(name);
      column.append(text.isEmpty() ? symbol(question.get("score_status")) : text);
    }
    return column;
  }

  private static String symbol(String status) {
    for (Availability availability : Availability.values()) {
      if (availability.label().equals(status)) {
        return availability.symbol();
      }
    }
    return Formatting.NOT_AVAILABLE;
  }
}
