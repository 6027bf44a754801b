package org.trustbench.summary;

import java.util.List;
import java.util.function.ToLongFunction;
import org.trustbench.table.Decimals;
import org.trustbench.tally.Derivation.QuestionCounts;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a figure was counted from: one row per question, or one per judgement. */
public final class DerivationTable {
  private DerivationTable() {}

  /**
   * A judgement and where it was sent.
   *
   * @param caseId the case's pseudonym
   * @param caseAt file and line of the case
   * @param at file and line of the judgement; empty where none was sent
   */
  public record Place(String caseId, String caseAt, String questionId, String outcome, String at) {}

  /** Counts by question, and their sum. */
  public static Table of(String title, List<QuestionCounts> questions, QuestionCounts sum) {
    StringColumn question = StringColumn.create("Question");
    StringColumn score = StringColumn.create("Score %");
    for (QuestionCounts counts : questions) {
      question.append(counts.questionId());
      score.append(percent(counts));
    }
    question.append("Sum");
    score.append(percent(sum));
    return Tablesaw.table(
        title,
        question,
        numbers("Sufficient", questions, sum, QuestionCounts::sufficient),
        numbers("Assessed", questions, sum, QuestionCounts::assessed),
        score,
        numbers("Not applicable", questions, sum, QuestionCounts::notApplicable),
        numbers("Not recorded", questions, sum, QuestionCounts::notRecorded));
  }

  /** Judgements one by one. */
  public static Table ofJudgements(String title, List<Place> places) {
    StringColumn caseId = StringColumn.create("Case");
    StringColumn caseAt = StringColumn.create("Sent at");
    StringColumn question = StringColumn.create("Question");
    StringColumn outcome = StringColumn.create("Outcome");
    StringColumn at = StringColumn.create("Judged at");
    for (Place place : places) {
      caseId.append(place.caseId());
      caseAt.append(place.caseAt());
      question.append(place.questionId());
      outcome.append(place.outcome());
      at.append(place.at());
    }
    return Tablesaw.table(title, caseId, caseAt, question, outcome, at);
  }

  private static LongColumn numbers(
      String name,
      List<QuestionCounts> questions,
      QuestionCounts sum,
      ToLongFunction<QuestionCounts> value) {
    LongColumn column = LongColumn.create(name);
    questions.forEach(counts -> column.append(value.applyAsLong(counts)));
    return column.append(value.applyAsLong(sum));
  }

  private static String percent(QuestionCounts counts) {
    return counts.assessed() == 0
        ? Formatting.NOT_AVAILABLE
        : Decimals.percentText((double) counts.sufficient() / counts.assessed(), 4);
  }
}
