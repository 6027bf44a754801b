package org.trustbench.tally;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Derivation.QuestionCounts;

/**
 * The derivation of a measure of whole cases: each case in its scope, in the order of the matrix.
 */
public record CaseDerivation(Measure measure, List<Classed> cases) {

  /**
   * A case as the measure counts it.
   *
   * @param caseNumber the case's number in the matrix
   * @param place of its class, 0 the best; negative where it is in none
   */
  public record Classed(int caseNumber, int place, Outcome outcome) {}

  /** Classes the cases of the matrix that the measure was tallied from. */
  public static CaseDerivation of(
      Codebook codebook,
      Measure measure,
      CountingRule.Composite composite,
      JudgementMatrix matrix) {
    CaseClasses classes = new CaseClasses(codebook, composite);
    byte[] answers = new byte[matrix.questions()];
    List<Classed> cases = new ArrayList<>();
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c) && Tallier.isAbout(codebook, measure, matrix.cases().get(c))) {
        for (int q = 0; q < answers.length; q++) {
          answers[q] = matrix.answer(c, q);
        }
        int place = classes.of(answers);
        cases.add(new Classed(c, place, CaseClasses.outcome(place, composite.upTo())));
      }
    }
    return new CaseDerivation(measure, List.copyOf(cases));
  }

  /** How many are in a class, counted from 0. */
  public long in(int place) {
    return cases.stream().filter(one -> one.place() == place).count();
  }

  /** The counts of the measure. */
  public QuestionCounts counts() {
    long sufficient = count(Outcome.SUFFICIENT);
    return new QuestionCounts(
        measure.id(),
        sufficient,
        sufficient + count(Outcome.INSUFFICIENT),
        count(Outcome.NOT_APPLICABLE),
        count(Outcome.NOT_RECORDED));
  }

  private long count(Outcome outcome) {
    return cases.stream().filter(one -> one.outcome() == outcome).count();
  }
}
