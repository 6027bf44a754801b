package org.trustbench.matrix;

/**
 * How far two submissions of one inspection are apart.
 *
 * @param judgementsBefore judgements that the first holds
 * @param casesBefore cases that the first holds
 * @param casesAfter cases that the second holds
 * @param judgementsDiffering cells, by case and question, that hold a judgement in only one of the
 *     two, or another answer
 */
public record Differences(
    long judgementsBefore, long casesBefore, long casesAfter, long judgementsDiffering) {

  /** Compares two matrices over the same questions; cases are the same where their ids are. */
  public static Differences between(JudgementMatrix before, JudgementMatrix after) {
    long judgements = 0;
    long differing = 0;
    for (int c = 0; c < before.cases().size(); c++) {
      int other = after.caseNumber(before.cases().get(c).id());
      for (int q = 0; q < before.questions(); q++) {
        byte answer = before.answer(c, q);
        judgements += answer >= 0 ? 1 : 0;
        differing += answer != (other < 0 ? JudgementMatrix.EMPTY : after.answer(other, q)) ? 1 : 0;
      }
    }
    for (int c = 0; c < after.cases().size(); c++) {
      boolean isNew = before.caseNumber(after.cases().get(c).id()) < 0;
      for (int q = 0; isNew && q < after.questions(); q++) {
        differing += after.answer(c, q) >= 0 ? 1 : 0;
      }
    }
    return new Differences(judgements, before.cases().size(), after.cases().size(), differing);
  }
}
