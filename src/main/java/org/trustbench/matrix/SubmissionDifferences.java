package org.trustbench.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How far two submissions of one inspection are apart.
 *
 * @param judgementsBefore judgements that the first holds
 * @param casesBefore cases that the first holds
 * @param casesAfter cases that the second holds
 * @param judgementsDiffering cells, by case and question, that hold a judgement in only one of the
 *     two, or another answer
 * @param evidenceDiffering cases in both that are of another kind of evidence
 * @param attributes what has become of each attribute, in the framework's order, in cases that are
 *     in both
 */
public record SubmissionDifferences(
    long judgementsBefore,
    long casesBefore,
    long casesAfter,
    long judgementsDiffering,
    long evidenceDiffering,
    List<OfAttribute> attributes) {

  /**
   * How far an attribute differs.
   *
   * @param known cases in which the first knows it
   * @param lost of those, cases in which the second does not
   * @param differing cases in which it is known to one of the two alone, or is another
   */
  public record OfAttribute(long known, long lost, long differing) {
    private OfAttribute and(String before, String after) {
      return new OfAttribute(
          known + (before == null ? 0 : 1),
          lost + (before != null && after == null ? 1 : 0),
          differing + (Objects.equals(before, after) ? 0 : 1));
    }
  }

  /** Compares two matrices over the same questions; cases are the same where their ids are. */
  public static SubmissionDifferences between(JudgementMatrix before, JudgementMatrix after) {
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
    return new SubmissionDifferences(
        judgements,
        before.cases().size(),
        after.cases().size(),
        differing,
        inBoth(before, after)
            .filter(both -> !both.before().evidence().equals(both.after().evidence()))
            .count(),
        attributes(before, after));
  }

  private record Both(CaseRow before, CaseRow after) {}

  private static Stream<Both> inBoth(JudgementMatrix before, JudgementMatrix after) {
    return before.cases().stream()
        .filter(one -> after.caseNumber(one.id()) >= 0)
        .map(one -> new Both(one, after.cases().get(after.caseNumber(one.id()))));
  }

  private static List<OfAttribute> attributes(JudgementMatrix before, JudgementMatrix after) {
    List<OfAttribute> attributes = new ArrayList<>();
    inBoth(before, after)
        .forEach(
            both -> {
              for (int i = 0; i < both.before().attributes().size(); i++) {
                if (i == attributes.size()) {
                  attributes.add(new OfAttribute(0, 0, 0));
                }
                attributes.set(
                    i,
                    attributes
                        .get(i)
                        .and(both.before().attributes().get(i), both.after().attributes().get(i)));
              }
            });
    return attributes;
  }
}
