package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.RandomMatrix;

/** Tallies by kinds of cases are those that are counted case by case, measure by measure. */
class PlainTalliesTest {
  @ParameterizedTest
  @ValueSource(strings = {"iaow-2013", "care-inspectorate-2023", "ofsted-csc-2014"})
  void kinds_of_cases_change_no_sum(String framework) {
    Codebook codebook = new Codebook(FrameworkReader.read(framework));
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      JudgementMatrix matrix = RandomMatrix.of(codebook, random.nextInt(60), random);
      assertThat(new Tallier(codebook).tally("I-1", matrix)).isEqualTo(counted(codebook, matrix));
    }
  }

  private static List<Tally> counted(Codebook codebook, JudgementMatrix matrix) {
    List<Tally> tallies = new ArrayList<>();
    for (Measure measure : codebook.framework().measures()) {
      Map<String, Counts> strata = new TreeMap<>();
      for (int c = 0; c < matrix.cases().size(); c++) {
        CaseRow row = matrix.cases().get(c);
        if (matrix.isRejected(c)
            || !Tallier.isAbout(codebook, measure, row)
            || (measure.isPathwayStep() && !isPassed(codebook, measure.earlier(), matrix, c))) {
          continue;
        }
        String stratum = measure.isStratified() ? stratum(codebook, row) : Tally.WHOLE;
        strata.merge(stratum, ofCase(codebook, measure, matrix, c), Counts::plus);
      }
      strata.forEach(
          (stratum, counts) -> tallies.add(new Tally("I-1", measure.id(), stratum, counts)));
    }
    return tallies;
  }

  private static Counts ofCase(Codebook codebook, Measure measure, JudgementMatrix matrix, int c) {
    long[] seen = new long[Outcome.values().length];
    measure
        .questions()
        .forEach(
            id ->
                seen[
                    atCut(
                            measure,
                            id,
                            outcome(codebook, id, matrix, c),
                            () -> codebook.answerCode(matrix.answer(c, codebook.question(id))))
                        .ordinal()]++);
    long y = seen[Outcome.SUFFICIENT.ordinal()];
    long n = y + seen[Outcome.INSUFFICIENT.ordinal()];
    if (measure.isPathwayStep()) {
      y = isPassed(codebook, measure.questions(), matrix, c) ? 1 : 0;
      n = 1;
    }
    return new Counts(
        1,
        n > 0 ? 1 : 0,
        y,
        n,
        seen[Outcome.NOT_APPLICABLE.ordinal()],
        seen[Outcome.NOT_RECORDED.ordinal()],
        y * y,
        y * n,
        n * n);
  }

  /** What is judged is sufficient at or above a cut, where the measure is one. */
  private static Outcome atCut(
      Measure measure, String question, Outcome own, Supplier<String> answer) {
    boolean isJudged = own == Outcome.SUFFICIENT || own == Outcome.INSUFFICIENT;
    if (!isJudged || !(measure.counting() instanceof CountingRule.Cut cut)) {
      return own;
    }
    return cut.sufficient().get(question).contains(answer.get())
        ? Outcome.SUFFICIENT
        : Outcome.INSUFFICIENT;
  }

  private static Outcome outcome(
      Codebook codebook, String question, JudgementMatrix matrix, int c) {
    int number = codebook.question(question);
    byte answer = matrix.answer(c, number);
    return answer < 0 ? Outcome.NOT_RECORDED : codebook.outcome(number, answer);
  }

  private static boolean isPassed(
      Codebook codebook, List<String> questions, JudgementMatrix matrix, int c) {
    return questions.stream()
        .map(id -> outcome(codebook, id, matrix, c))
        .allMatch(found -> found == Outcome.SUFFICIENT || found == Outcome.NOT_APPLICABLE);
  }

  private static String stratum(Codebook codebook, CaseRow row) {
    List<String> values = new ArrayList<>();
    for (String id : codebook.framework().caseMix()) {
      String value = row.attributes().get(codebook.attribute(id));
      values.add(value == null ? "" : value);
    }
    return String.join("|", values);
  }
}
