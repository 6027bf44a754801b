package org.trustbench.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.SampleDesign;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/**
 * Makes an inspection's tallies from its matrix in one pass over the cases. Cases of a kind, which
 * conditions and case mix do not tell apart, are summed together, so that conditions are asked once
 * for each kind.
 */
public final class Tallier {
  private static final int SUMS = Contribution.SUMS;

  private final Codebook codebook;
  private final List<Measure> measures;
  private final List<Contribution> contributions;
  private final int[] caseMix;
  private final SampleDesign design;
  private final int[] telling;
  private final long[][] ones;

  public Tallier(Codebook codebook) {
    this.codebook = codebook;
    this.measures = codebook.framework().measures();
    this.contributions =
        measures.stream().map(measure -> Contribution.of(codebook, measure)).toList();
    this.caseMix = codebook.framework().caseMix().stream().mapToInt(codebook::attribute).toArray();
    TreeSet<String> attributes = new TreeSet<>(codebook.framework().caseMix());
    measures.forEach(measure -> attributes.addAll(measure.when().attributes()));
    this.design = codebook.framework().sampleDesign();
    if (design.isDeclared()) {
      attributes.addAll(List.of(design.strata(), design.population()));
    }
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
                        a ->
                            codebook.outcome(q, a) == null
                                ? 0
                                : PackedCounts.one(codebook.outcome(q, a)))
                    .toArray())
        .toArray(long[][]::new);
  }

  /** What the telling attributes and the evidence of a case are; measures ask no more of it. */
  private record KindOfCase(String evidence, List<String> values) {}

  /** The measures that are about a kind of case, and their sums. */
  private final class Kind {
    private final String stratum;
    private final String designStratum;
    private final int[] about;
    private final long[][] sums;

    Kind(CaseRow row) {
      stratum = stratum(row);
      designStratum = design.isDeclared() ? designStratum(row) : null;
      about =
          IntStream.range(0, measures.size())
              .filter(m -> !measures.get(m).questions().isEmpty())
              .filter(m -> isAbout(codebook, measures.get(m), row))
              .toArray();
      sums = new long[about.length][SUMS];
    }

    void add(long[] outcomes, byte[] answers) {
      for (int i = 0; i < about.length; i++) {
        contributions.get(about[i]).add(sums[i], outcomes, answers);
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
    byte[] answers = new byte[outcomes.length];
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c)) {
        for (int q = 0; q < outcomes.length; q++) {
          answers[q] = matrix.answer(c, q);
          outcomes[q] =
              answers[q] < 0 ? PackedCounts.one(Outcome.NOT_RECORDED) : ones[q][answers[q]];
        }
        CaseRow row = matrix.cases().get(c);
        kinds.computeIfAbsent(kind(row), kind -> new Kind(row)).add(outcomes, answers);
      }
    }
    return tallies(inspectionId, kinds.values());
  }

  private List<Tally> tallies(String inspectionId, Collection<Kind> kinds) {
    List<Tally> tallies = new ArrayList<>();
    List<TreeMap<String, long[]>> sums = sums(kinds, Tallier::caseMixStratum);
    for (int m = 0; m < measures.size(); m++) {
      add(tallies, inspectionId, measures.get(m).id(), sums.get(m));
    }
    if (design.isDeclared()) {
      List<TreeMap<String, long[]>> byDesign = sums(kinds, (measure, kind) -> kind.designStratum);
      for (int m = 0; m < measures.size(); m++) {
        if (isOfSample(measures.get(m))) {
          add(tallies, inspectionId, Tally.byDesign(measures.get(m).id()), byDesign.get(m));
        }
      }
    }
    return tallies;
  }

  private static String caseMixStratum(Measure measure, Kind kind) {
    return measure.isStratified() ? kind.stratum : Tally.WHOLE;
  }

  /** Only cases of the first kind are a sample of the caseload: interviews are of nothing. */
  private boolean isOfSample(Measure measure) {
    return measure.isScored() && measure.evidence().equals(codebook.framework().defaultEvidence());
  }

  /** The sums of every measure by a stratum of its kinds of case. */
  private List<TreeMap<String, long[]>> sums(
      Collection<Kind> kinds, BiFunction<Measure, Kind, String> stratumOf) {
    List<TreeMap<String, long[]>> sums = new ArrayList<>();
    measures.forEach(measure -> sums.add(new TreeMap<>()));
    for (Kind kind : kinds) {
      for (int i = 0; i < kind.about.length; i++) {
        // No case of the kind may have come through the steps before.
        if (kind.sums[i][0] > 0) {
          int m = kind.about[i];
          String stratum = stratumOf.apply(measures.get(m), kind);
          long[] sum = sums.get(m).computeIfAbsent(stratum, added -> new long[SUMS]);
          for (int j = 0; j < SUMS; j++) {
            sum[j] += kind.sums[i][j];
          }
        }
      }
    }
    return sums;
  }

  private static void add(
      List<Tally> tallies, String inspectionId, String measureId, Map<String, long[]> sums) {
    sums.forEach(
        (stratum, s) -> tallies.add(new Tally(inspectionId, measureId, stratum, counts(s))));
  }

  private KindOfCase kind(CaseRow row) {
    String[] values = new String[telling.length];
    for (int i = 0; i < telling.length; i++) {
      values[i] = row.attributes().get(telling[i]);
    }
    return new KindOfCase(row.evidence(), Arrays.asList(values));
  }

  /** Whether a measure is about a case, as far as its attributes and evidence decide. */
  public static boolean isAbout(Codebook codebook, Measure measure, CaseRow row) {
    return measure.evidence().equals(row.evidence())
        && measure.when().holds(id -> row.attributes().get(codebook.attribute(id)));
  }

  private String stratum(CaseRow row) {
    StringBuilder stratum = new StringBuilder();
    for (int i = 0; i < caseMix.length; i++) {
      String value = row.attributes().get(caseMix[i]);
      stratum.append(i == 0 ? "" : "|").append(value == null ? "" : value);
    }
    return stratum.toString();
  }

  private String designStratum(CaseRow row) {
    return Tally.designStratum(
        row.attributes().get(codebook.attribute(design.strata())),
        row.attributes().get(codebook.attribute(design.population())));
  }

  private static Counts counts(long[] s) {
    return new Counts(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]);
  }
}
