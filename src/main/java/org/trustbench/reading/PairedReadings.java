package org.trustbench.reading;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.reading.SecondReadingCounts.Kind;
import org.trustbench.stats.ReadingPairs;
import org.trustbench.tally.Tallier;

/**
 * The second readings of one inspection beside the first.
 *
 * @param account what became of each judgement that was read a second time
 * @param measures in the framework's order, those alone of which something was compared
 */
public record PairedReadings(SecondReadingCounts account, List<MeasurePairs> measures)
    implements Serializable {
  /** Sufficient or insufficient. */
  public static final int CATEGORIES = 2;

  /**
   * Of a matrix.
   *
   * @param codebook at the version of the form that the inspection was made by
   */
  public static PairedReadings of(Codebook codebook, JudgementMatrix matrix) {
    return new Pairing(codebook, matrix).paired();
  }

  /**
   * Whether two readings of a measure are compared: where each judgement counts as its question
   * says. An outcome of a case as a whole, or another cut of a scale, is not read twice as such.
   */
  public static boolean isCompared(Measure measure) {
    return measure.counting() instanceof CountingRule.Judgements
        && !measure.isCut()
        && !measure.questions().isEmpty();
  }

  /** The two readings of a matrix side by side. */
  private static final class Pairing {
    private final Codebook codebook;
    private final JudgementMatrix first;
    private final JudgementMatrix second;
    private final long[] account = new long[Kind.values().length];

    Pairing(Codebook codebook, JudgementMatrix matrix) {
      this.codebook = codebook;
      this.first = matrix.of(Reading.FIRST);
      this.second = matrix.of(Reading.SECOND);
    }

    PairedReadings paired() {
      List<Measure> measures =
          codebook.framework().measures().stream().filter(PairedReadings::isCompared).toList();
      List<int[]> questions =
          measures.stream().map(measure -> codebook.questions(measure.questions())).toList();
      ReadingPairs[] pairs = new ReadingPairs[measures.size()];
      List<TreeSet<String>> readers = new ArrayList<>();
      for (int m = 0; m < pairs.length; m++) {
        pairs[m] = ReadingPairs.none(CATEGORIES);
        readers.add(new TreeSet<>());
      }
      for (int c = 0; c < first.cases().size(); c++) {
        boolean[] isCompared = first.isRejected(c) ? null : compared(c);
        for (int m = 0; m < pairs.length && isCompared != null; m++) {
          if (Tallier.isAbout(codebook, measures.get(m), first.cases().get(c))) {
            pairs[m] = pairs[m].plusCase(table(c, questions.get(m), isCompared, readers.get(m)));
          }
        }
      }
      return new PairedReadings(
          SecondReadingCounts.of(account),
          IntStream.range(0, pairs.length)
              .filter(m -> pairs[m].cases() > 0)
              .mapToObj(m -> new MeasurePairs(measures.get(m).id(), pairs[m], readers.get(m)))
              .toList());
    }

    /** The questions of a case of which two readings are compared; null where there are none. */
    private boolean[] compared(int caseNumber) {
      boolean[] isCompared = null;
      for (int q = 0; q < first.questions(); q++) {
        if (second.answer(caseNumber, q) >= 0) {
          Kind kind = kind(caseNumber, q);
          account[kind.ordinal()]++;
          if (kind == Kind.COMPARED) {
            isCompared = isCompared == null ? new boolean[first.questions()] : isCompared;
            isCompared[q] = true;
          }
        }
      }
      return isCompared;
    }

    private Kind kind(int caseNumber, int question) {
      int one = first.judgedBy(caseNumber, question);
      int other = second.judgedBy(caseNumber, question);
      if (first.answer(caseNumber, question) < 0) {
        return Kind.WITHOUT_FIRST;
      }
      if (one == JudgementMatrix.NOBODY || other == JudgementMatrix.NOBODY) {
        return Kind.OF_UNKNOWN;
      }
      if (one == other) {
        return Kind.OF_SAME;
      }
      Outcome before = outcome(first, caseNumber, question);
      Outcome after = outcome(second, caseNumber, question);
      if (before == Outcome.NOT_RECORDED || after == Outcome.NOT_RECORDED) {
        return Kind.NOT_RECORDED;
      }
      boolean isByFirst = before != Outcome.NOT_APPLICABLE;
      if (isByFirst != (after != Outcome.NOT_APPLICABLE)) {
        return Kind.CALLED_FOR_BY_ONE;
      }
      return isByFirst ? Kind.COMPARED : Kind.CALLED_FOR_BY_NONE;
    }

    private Outcome outcome(JudgementMatrix reading, int caseNumber, int question) {
      return codebook.outcome(question, reading.answer(caseNumber, question));
    }

    private long[][] table(
        int caseNumber, int[] questions, boolean[] isCompared, TreeSet<String> readers) {
      long[][] table = new long[CATEGORIES][CATEGORIES];
      for (int q : questions) {
        if (isCompared[q]) {
          table[category(first, caseNumber, q)][category(second, caseNumber, q)]++;
          readers.add(first.inspectors().get(first.judgedBy(caseNumber, q)));
          readers.add(first.inspectors().get(second.judgedBy(caseNumber, q)));
        }
      }
      return table;
    }

    private int category(JudgementMatrix reading, int caseNumber, int question) {
      return outcome(reading, caseNumber, question) == Outcome.SUFFICIENT ? 0 : 1;
    }
  }
}
