package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.Availability;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.tally.Derivation.QuestionCounts;
import org.trustbench.terms.Terms;

/** What a figure was counted from: one row per question, or one per judgement. */
public final class DerivationTable {
  private static final List<String> COUNTED =
      List.of("Question", "Sufficient", "Assessed", "Score %", "Not applicable", "Not recorded");
  private static final List<String> JUDGED =
      List.of("{Case}", "Sent at", "Question", "Answer", "Outcome", "Judged at");
  private static final int DECIMALS = 4;

  private DerivationTable() {}

  /**
   * A judgement and where it was sent.
   *
   * @param caseId the case's pseudonym
   * @param caseAt file and line of the case
   * @param answer its code; empty where none was sent
   * @param at file and line of the judgement; empty where none was sent
   */
  public record Place(
      String caseId, String caseAt, String questionId, String answer, String outcome, String at) {}

  /** Counts by question, and their sum. */
  public static Grid of(String title, List<QuestionCounts> questions, QuestionCounts sum) {
    List<List<Cell>> rows = new ArrayList<>();
    questions.forEach(counts -> rows.add(row(counts.questionId(), counts)));
    rows.add(row("Sum", sum));
    return Grid.of(title, COUNTED, rows);
  }

  /** Judgements one by one. */
  public static Grid ofJudgements(String title, List<Place> places, Terms terms) {
    return Grid.of(
        title,
        JUDGED.stream().map(terms::text).toList(),
        places.stream()
            .map(
                place ->
                    List.of(
                        Cell.text(place.caseId()),
                        Cell.text(place.caseAt()),
                        Cell.text(place.questionId()),
                        Cell.text(place.answer()),
                        Cell.text(place.outcome()),
                        Cell.text(place.at())))
            .toList());
  }

  /** Counts have the digits that files have, to be looked up there. */
  private static List<Cell> row(String question, QuestionCounts counts) {
    return List.of(
        Cell.text(question),
        new Cell.Number(counts.sufficient()),
        new Cell.Number(counts.assessed()),
        percent(counts),
        new Cell.Number(counts.notApplicable()),
        new Cell.Number(counts.notRecorded()));
  }

  private static Cell percent(QuestionCounts counts) {
    return counts.assessed() == 0
        ? new Cell.Absent(Availability.NOT_AVAILABLE)
        : new Cell.Figure(
            (double) counts.sufficient() / counts.assessed(), Cell.Unit.PERCENT, DECIMALS);
  }
}
