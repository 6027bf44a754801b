package org.trustbench.summary;

import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.Availability;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;

/** Scores of questions as a public release has them: one row per question. */
public final class PublicDerivationTable {
  private static final List<String> HEADINGS =
      List.of("Question", "Score %", "Judgements", "Not recorded");

  private PublicDerivationTable() {}

  /**
   * The table.
   *
   * @param questions rows of {@code scores.csv} by column
   */
  public static Grid of(String title, List<Map<String, String>> questions) {
    return Grid.of(
        title,
        HEADINGS,
        questions.stream()
            .map(
                question ->
                    List.of(
                        Cell.text(question.get("measure_label")),
                        figure(question, "score_percent"),
                        figure(question, "assessed"),
                        figure(question, "not_recorded")))
            .toList());
  }

  private static Cell figure(Map<String, String> question, String name) {
    String digits = question.get(name);
    return digits.isEmpty()
        ? new Cell.Absent(availability(question.get("score_status")))
        : new Cell.Digits(digits);
  }

  /** Why a figure is not there: a count beside a score that is shown is withheld for itself. */
  private static Availability availability(String status) {
    return Availability.ofLabel(status)
        .map(one -> one.isShown() ? Availability.SUPPRESSED : one)
        .orElse(Availability.NOT_AVAILABLE);
  }
}
