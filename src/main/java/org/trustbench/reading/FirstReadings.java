package org.trustbench.reading;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tallier;

/**
 * What each inspector judged of the cases of one inspection in the first reading, on one measure.
 *
 * @param ofUnknown assessed judgements by an inspector who is not known; none of {@code cases}
 * @param cases one a case and inspector
 */
public record FirstReadings(String inspectionId, long ofUnknown, List<CaseReading> cases)
    implements Serializable {

  /**
   * The judgements of a case by an inspector.
   *
   * @param inspector a pseudonym, to tell inspectors apart and never to be shown
   * @param caseNumber within the inspection
   * @param assessed above 0
   */
  public record CaseReading(String inspector, int caseNumber, int sufficient, int assessed)
      implements Serializable {}

  /**
   * Of a matrix.
   *
   * @param codebook at the version of the form that the inspection was made by
   * @param measureId a measure of which every judgement counts as its question says
   */
  public static FirstReadings of(
      Codebook codebook, String measureId, String inspectionId, JudgementMatrix matrix) {
    Measure measure = codebook.framework().measure(measureId);
    int[] questions = codebook.questions(measure.questions());
    List<CaseReading> cases = new ArrayList<>();
    long ofUnknown = 0;
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c) && Tallier.isAbout(codebook, measure, matrix.cases().get(c))) {
        int[] unknown = new int[2];
        TreeMap<Integer, int[]> byInspector = new TreeMap<>();
        for (int q : questions) {
          int answer = matrix.answer(c, q);
          Outcome outcome = answer < 0 ? Outcome.NOT_RECORDED : codebook.outcome(q, answer);
          if (outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT) {
            int by = matrix.judgedBy(c, q);
            int[] sums =
                by == JudgementMatrix.NOBODY
                    ? unknown
                    : byInspector.computeIfAbsent(by, added -> new int[2]);
            sums[0] += outcome == Outcome.SUFFICIENT ? 1 : 0;
            sums[1]++;
          }
        }
        ofUnknown += unknown[1];
        int number = c;
        byInspector.forEach(
            (by, sums) ->
                cases.add(new CaseReading(matrix.inspectors().get(by), number, sums[0], sums[1])));
      }
    }
    return new FirstReadings(inspectionId, ofUnknown, cases);
  }

  /** Assessed judgements by inspectors who are known. */
  public long ofKnown() {
    return cases.stream().mapToLong(CaseReading::assessed).sum();
  }
}
