package org.trustbench.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/**
 * Makes an inspection's tallies from its matrix in one pass over the cases. Cases of a kind, which
 * conditions and case mix do not tell apart, are summed together, so that conditions are asked once
 * for each kind.
 */
public final class Tallier {
  private static final int SUMS = 9;

  /** Outcomes of a case's questions are counted together in one number, each in its own bits. */
  private static final int BITS = 16;

  private static final long MASK = (1L << BITS) - 1;

  private final Codebook codebook;
  private final List<Measure> measures;
  private final int[][] questions;
  private final int[][] earlier;
  private final int[] caseMix;
  private final int[] telling;
  private final long[][] ones;

  public Tallier(Codebook codebook) {
    this.codebook = codebook;
    this.measures = codebook.framework().measures();
    this.questions = measures.stream().map(m -> numbers(m.questions())).toArray(int[][]::new);
    this.earlier =
        measures.stream()
            .map(m -> m.isPathwayStep() ? numbers(m.pathway()) : new int[0])
            .toArray(int[][]::new);
    this.caseMix = codebook.framework().caseMix().stream().mapToInt(codebook::attribute).toArray();
    TreeSet<String> attributes = new TreeSet<>(codebook.framework().caseMix());
    measures.forEach(measure -> attributes.addAll(measure.when().attributes()));
    this.telling = attributes.stream().mapToInt(codebook::attribute).toArray();
    this.ones = ones(codebook);
  }

  /** A one for the outcome of each question and answer. */
  private static long[][] ones(Codebook codebook) {
    int answers = codebook.framework().answers().size();
    return IntStream.range(0, codebook.framework().questions().size())
        .mapToObj(
            q ->
                IntStream.range(0, answers)
                    .mapToLong(
                        a -> codebook.outcome(q, a) == null ? 0 : one(codebook.outcome(q, a)))
                    .toArray())
        .toArray(long[][]::new);
  }

  private static long one(Outcome outcome) {
    return 1L << BITS * outcome.ordinal();
  }

  private static long seen(long counted, Outcome outcome) {
    return counted >> BITS * outcome.ordinal() & MASK;
  }

  /** What the telling attributes and the evidence of a case are; measures ask no more of it. */
  private record KindOfCase(String evidence, List<String> values) {}

  /** The measures that are about a kind of case, and their sums. */
  private final class Kind {
    private final String stratum;
    private final int[] about;
    private final long[][] sums;

    Kind(CaseRow row) {
      stratum = stratum(row);
      about =
          IntStream.range(0, measures.size())
              .filter(m -> isAbout(codebook, measures.get(m), row))
              .toArray();
      sums = new long[about.length][SUMS];
    }

    void add(long[] outcomes) {
      for (int i = 0; i < about.length; i++) {
        int m = about[i];
        if (passes(earlier[m], outcomes)) {
          Tallier.add(sums[i], measures.get(m).isPathwayStep(), questions[m], outcomes);
        }
      }
    }
  }

  /**
   * The tallies of one inspection, sorted by measure (in the framework's order) and stratum. Cells
   * in conflict and cells without a judgement count as not recorded.
   */
  public List<Tally> tally(String inspectionId, JudgementMatrix matrix) {
    Map<KindOfCase, Kind> kinds = new HashMap<>();
    long[] outcomes = new long[matrix.questions()];
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c)) {
        for (int q = 0; q < outcomes.length; q++) {
          byte answer = matrix.answer(c, q);
          outcomes[q] = answer < 0 ? one(Outcome.NOT_RECORDED) : ones[q][answer];
        }
        CaseRow row = matrix.cases().get(c);
        kinds.computeIfAbsent(kind(row), kind -> new Kind(row)).add(outcomes);
      }
    }
    return tallies(inspectionId, kinds.values());
  }

  private List<Tally> tallies(String inspectionId, Iterable<Kind> kinds) {
    List<TreeMap<String, long[]>> sums = new ArrayList<>();
    measures.forEach(measure -> sums.add(new TreeMap<>()));
    for (Kind kind : kinds) {
      for (int i = 0; i < kind.about.length; i++) {
        // No case of the kind may have come through the steps before.
        if (kind.sums[i][0] > 0) {
          int m = kind.about[i];
          String stratum = measures.get(m).isStratified() ? kind.stratum : Tally.WHOLE;
          long[] sum = sums.get(m).computeIfAbsent(stratum, added -> new long[SUMS]);
          for (int j = 0; j < SUMS; j++) {
            sum[j] += kind.sums[i][j];
          }
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

  private KindOfCase kind(CaseRow row) {
    String[] values = new String[telling.length];
    for (int i = 0; i < telling.length; i++) {
      values[i] = row.attributes().get(telling[i]);
    }
    return new KindOfCase(row.evidence(), Arrays.asList(values));
  }

  /** Whether a measure is about a case, as far as its attributes and evidence decide. */
  static boolean isAbout(Codebook codebook, Measure measure, CaseRow row) {
    return measure.evidence().equals(row.evidence())
        && measure.when().holds(id -> row.attributes().get(codebook.attribute(id)));
  }

  private static void add(long[] sums, boolean isPathwayStep, int[] questions, long[] outcomes) {
    long seen = counted(questions, outcomes);
    long y = seen(seen, Outcome.SUFFICIENT);
    long n = y + seen(seen, Outcome.INSUFFICIENT);
    if (isPathwayStep) {
      y = passes(questions, outcomes) ? 1 : 0;
      n = 1;
    }
    sums[0]++;
    sums[1] += n > 0 ? 1 : 0;
    sums[2] += y;
    sums[3] += n;
    sums[4] += seen(seen, Outcome.NOT_APPLICABLE);
    sums[5] += seen(seen, Outcome.NOT_RECORDED);
    sums[6] += y * y;
    sums[7] += y * n;
    sums[8] += n * n;
  }

  private static long counted(int[] questions, long[] outcomes) {
    long counted = 0;
    for (int q : questions) {
      counted += outcomes[q];
    }
    return counted;
  }

  /** A case passes a step unless one of its questions is insufficient or not recorded. */
  private static boolean passes(int[] questions, long[] outcomes) {
    long seen = counted(questions, outcomes);
    return seen(seen, Outcome.SUFFICIENT) + seen(seen, Outcome.NOT_APPLICABLE) == questions.length;
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
    return ids.stream().mapToInt(codebook::question).toArray();
  }
}
