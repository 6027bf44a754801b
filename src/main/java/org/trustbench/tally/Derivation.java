package org.trustbench.tally;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.JudgementMatrix;

/**
 * The derivation of a measure of one inspection: each question of each case in its scope, by case
 * and question, sufficient at the measure's cut of a scale where it is one. Of a measure of whole
 * cases these are the judgements that its rule looks at, and {@link CaseDerivation} has its counts;
 * steps of pathways have no derivation.
 */
public record Derivation(Measure measure, List<Judged> judged) {

  /**
   * A cell of the matrix as the measure counts it.
   *
   * @param caseNumber the case's number in the matrix
   * @param question the question's number in the form
   */
  public record Judged(int caseNumber, int question, Outcome outcome) {}

  /** Judgements of one question within a measure. */
  public record QuestionCounts(
      String questionId, long sufficient, long assessed, long notApplicable, long notRecorded) {}

  /** Finds the cells of a measure in the matrix it was tallied from. */
  public static Derivation of(Codebook codebook, Measure measure, JudgementMatrix matrix) {
    int[] questions = measure.questions().stream().mapToInt(codebook::question).toArray();
    List<Judged> judged = new ArrayList<>();
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (matrix.isRejected(c) || !Tallier.isAbout(codebook, measure, matrix.cases().get(c))) {
        continue;
      }
      for (int question : questions) {
        byte answer = matrix.answer(c, question);
        judged.add(
            new Judged(
                c,
                question,
                answer < 0 ? Outcome.NOT_RECORDED : outcome(codebook, measure, question, answer)));
      }
    }
    return new Derivation(measure, List.copyOf(judged));
  }

  private static Outcome outcome(Codebook codebook, Measure measure, int question, int answer) {
    return measure.counting() instanceof CountingRule.Cut cut
        ? CutOutcomes.of(codebook, cut, question, answer)
        : codebook.outcome(question, answer);
  }

  /** The counts of each question of the measure, in its order. */
  public List<QuestionCounts> byQuestion(Codebook codebook) {
    return measure.questions().stream()
        .map(
            id -> {
              long sufficient = count(codebook, id, Outcome.SUFFICIENT);
              return new QuestionCounts(
                  id,
                  sufficient,
                  sufficient + count(codebook, id, Outcome.INSUFFICIENT),
                  count(codebook, id, Outcome.NOT_APPLICABLE),
                  count(codebook, id, Outcome.NOT_RECORDED));
            })
        .toList();
  }

  private long count(Codebook codebook, String questionId, Outcome outcome) {
    int question = codebook.question(questionId);
    return judged.stream()
        .filter(cell -> cell.question() == question && cell.outcome() == outcome)
        .count();
  }
}
