package org.trustbench.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.trustbench.framework.Form;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/** Makes an inspection's tallies from its matrix in one pass over the cases. */
public final class Tallier {
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int SUMS = 9;

  private final Form form;
  private final List<Measure> measures;
  private final int[][] questions;
  private final int[][] earlier;
  private final int[] caseMix;

  public Tallier(Form form) {
    this.form = form;
    this.measures = form.framework().measures();
    this.questions = measures.stream().map(m -> numbers(m.questions())).toArray(int[][]::new);
    this.earlier =
        measures.stream()
            .map(m -> m.isPathwayStep() ? numbers(m.pathway()) : new int[0])
            .toArray(int[][]::new);
    this.caseMix = form.framework().caseMix().stream().mapToInt(form::attribute).toArray();
  }

  /**
   * The tallies of one inspection, sorted by measure (in the framework's order) and stratum. Cells
   * in conflict and cells without a judgement count as not recorded.
   */
  public List<Tally> tally(String inspectionId, JudgementMatrix matrix) {
    List<TreeMap<String, long[]>> sums = new ArrayList<>();
    measures.forEach(measure -> sums.add(new TreeMap<>()));
    Outcome[] outcomes = new Outcome[matrix.questions()];
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (matrix.isRejected(c)) {
        continue;
      }
      CaseRow row = matrix.cases().get(c);
      for (int q = 0; q < outcomes.length; q++) {
        byte answer = matrix.answer(c, q);
        outcomes[q] = answer < 0 ? Outcome.NOT_RECORDED : form.outcome(q, answer);
      }
      String stratum = stratum(row);
      for (int m = 0; m < questions.length; m++) {
        Measure measure = measures.get(m);
        if (isInScope(measure, m, row, outcomes)) {
          String key = measure.isStratified() ? stratum : Tally.WHOLE;
          add(sums.get(m).computeIfAbsent(key, k -> new long[SUMS]), measure, m, outcomes);
        }
      }
    }
    List<Tally> tallies = new ArrayList<>();
    for (int m = 0; m < questions.length; m++) {
      String measureId = measures.get(m).id();
      sums.get(m)
          .forEach(
              (stratum, s) -> tallies.add(new Tally(inspectionId, measureId, stratum, counts(s))));
    }
    return tallies;
  }

  private boolean isInScope(Measure measure, int m, CaseRow row, Outcome[] outcomes) {
    return isAbout(form, measure, row) && passes(earlier[m], outcomes);
  }

  /** Whether a measure is about a case, as far as its attributes and evidence decide. */
  static boolean isAbout(Form form, Measure measure, CaseRow row) {
    return measure.evidence().equals(row.evidence())
        && measure.when().holds(id -> row.attributes().get(form.attribute(id)));
  }

  private void add(long[] sums, Measure measure, int m, Outcome[] outcomes) {
    long[] seen = new long[OUTCOMES.length];
    for (int q : questions[m]) {
      seen[outcomes[q].ordinal()]++;
    }
    long y = seen[Outcome.SUFFICIENT.ordinal()];
    long n = y + seen[Outcome.INSUFFICIENT.ordinal()];
    if (measure.isPathwayStep()) {
      y = passes(questions[m], outcomes) ? 1 : 0;
      n = 1;
    }
    sums[0]++;
    sums[1] += n > 0 ? 1 : 0;
    sums[2] += y;
    sums[3] += n;
    sums[4] += seen[Outcome.NOT_APPLICABLE.ordinal()];
    sums[5] += seen[Outcome.NOT_RECORDED.ordinal()];
    sums[6] += y * y;
    sums[7] += y * n;
    sums[8] += n * n;
  }

  /** A case passes a step unless one of its questions is insufficient or not recorded. */
  private static boolean passes(int[] questions, Outcome[] outcomes) {
    return Arrays.stream(questions)
        .allMatch(q -> outcomes[q] == Outcome.SUFFICIENT || outcomes[q] == Outcome.NOT_APPLICABLE);
  }

  private String stratum(CaseRow row) {
    StringBuilder stratum = new StringBuilder();
    for (int i = 0; i < caseMix.length; i++) {
      String value = row.attributes().get(caseMix[i]);
      stratum.append(i == 0 ? "" : "|").append(value == null ? "" : value);
    }
    return stratum.toString();
  }

  private static Counts counts(long[] s) {
    return new Counts(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]);
  }

  private int[] numbers(List<String> ids) {
    return ids.stream().mapToInt(form::question).toArray();
  }
}
