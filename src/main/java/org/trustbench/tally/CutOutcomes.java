package org.trustbench.tally;

import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;

/** Outcomes of answers where those at or above a cut are sufficient. */
final class CutOutcomes {
  private CutOutcomes() {}

  /** The outcome of an answer to a question, both by their numbers. */
  static Outcome of(Codebook codebook, CountingRule.Cut cut, int question, int answer) {
    Outcome own = codebook.outcome(question, answer);
    if (own != Outcome.SUFFICIENT && own != Outcome.INSUFFICIENT) {
      return own;
    }
    List<String> sufficient =
        cut.sufficient().get(codebook.framework().questions().get(question).id());
    return sufficient.contains(codebook.answerCode(answer))
        ? Outcome.SUFFICIENT
        : Outcome.INSUFFICIENT;
  }

  /** A one for the outcome of each of a measure's questions and each answer. */
  static long[][] of(Codebook codebook, Measure measure, CountingRule.Cut cut) {
    int[] questions = codebook.questions(measure.questions());
    long[][] ones = new long[questions.length][codebook.framework().answers().size()];
    for (int i = 0; i < ones.length; i++) {
      for (int a = 0; a < ones[i].length; a++) {
        Outcome outcome = of(codebook, cut, questions[i], a);
        ones[i][a] = outcome == null ? 0 : PackedCounts.one(outcome);
      }
    }
    return ones;
  }
}
