package org.trustbench.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/**
 * What one case adds to some measures, for whoever draws cases again: the addends of {@link Counts}
 * that scores are made of.
 *
 * @param evidence the kind of case
 * @param sufficient y_c by measure; 0 where the measure is not about the case
 * @param assessed n_c by measure
 */
public record CaseSums(String evidence, int[] sufficient, int[] assessed) {

  /** Every case of an inspection that counts, in no order that says anything. */
  public static List<CaseSums> of(
      Codebook codebook, List<Measure> measures, JudgementMatrix matrix) {
    List<Contribution> contributions =
        measures.stream().map(measure -> Contribution.of(codebook, measure)).toList();
    List<CaseSums> cases = new ArrayList<>();
    long[] outcomes = new long[matrix.questions()];
    byte[] answers = new byte[outcomes.length];
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c)) {
        for (int q = 0; q < outcomes.length; q++) {
          answers[q] = matrix.answer(c, q);
          outcomes[q] = PackedCounts.one(outcome(codebook, q, answers[q]));
        }
        cases.add(of(codebook, measures, contributions, matrix.cases().get(c), outcomes, answers));
      }
    }
    return cases;
  }

  private static Outcome outcome(Codebook codebook, int question, byte answer) {
    return answer < 0 ? Outcome.NOT_RECORDED : codebook.outcome(question, answer);
  }

  private static CaseSums of(
      Codebook codebook,
      List<Measure> measures,
      List<Contribution> contributions,
      CaseRow row,
      long[] outcomes,
      byte[] answers) {
    CaseSums of = new CaseSums(row.evidence(), new int[measures.size()], new int[measures.size()]);
    long[] sums = new long[Contribution.SUMS];
    for (int m = 0; m < measures.size(); m++) {
      if (Tallier.isAbout(codebook, measures.get(m), row)) {
        Arrays.fill(sums, 0);
        contributions.get(m).add(sums, outcomes, answers);
        of.sufficient[m] = (int) sums[2];
        of.assessed[m] = (int) sums[3];
      }
    }
    return of;
  }
}
