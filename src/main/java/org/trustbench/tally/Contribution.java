package org.trustbench.tally;

import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;

/** What one case adds to the sums of one measure whose scope it is in. */
interface Contribution {
  int SUMS = 9;

  /**
   * Adds a case.
   *
   * @param sums in the order of {@link Counts}
   * @param outcomes one of each question of the form, packed
   * @param answers the number of each question's answer; negative where there is none
   */
  void add(long[] sums, long[] outcomes, byte[] answers);

  /** That of a measure. */
  static Contribution of(Codebook codebook, Measure measure) {
    int[] questions = codebook.questions(measure.questions());
    if (measure.counting() instanceof CountingRule.Step step) {
      return step(codebook.questions(step.earlier()), questions);
    }
    if (measure.counting() instanceof CountingRule.Composite composite) {
      return composite(new CaseClasses(codebook, composite), composite.upTo());
    }
    if (measure.counting() instanceof CountingRule.Cut cut) {
      return cut(questions, CutOutcomes.of(codebook, measure, cut));
    }
    if (measure.counting() instanceof CountingRule.Points points) {
      return points(codebook, measure, points);
    }
    if (measure.counting() instanceof CountingRule.Judgements) {
      return (sums, outcomes, answers) -> addJudgements(sums, counted(questions, outcomes));
    }
    throw new IllegalStateException("No sums are known of " + measure.counting());
  }

  private static Contribution composite(CaseClasses classes, int upTo) {
    return (sums, outcomes, answers) -> {
      Outcome outcome = CaseClasses.outcome(classes.of(answers), upTo);
      addJudgements(sums, PackedCounts.one(outcome));
    };
  }

  private static Contribution cut(int[] questions, long[][] ones) {
    return (sums, outcomes, answers) -> {
      long seen = 0;
      for (int i = 0; i < questions.length; i++) {
        byte answer = answers[questions[i]];
        seen += answer < 0 ? PackedCounts.one(Outcome.NOT_RECORDED) : ones[i][answer];
      }
      addJudgements(sums, seen);
    };
  }

  private static Contribution points(
      Codebook codebook, Measure measure, CountingRule.Points points) {
    int[] questions = codebook.questions(measure.questions());
    long[][] worth = new long[questions.length][codebook.framework().answers().size()];
    for (int i = 0; i < worth.length; i++) {
      Map<String, Integer> ofAnswer = points.points().get(measure.questions().get(i));
      for (int a = 0; a < worth[i].length; a++) {
        worth[i][a] = ofAnswer.getOrDefault(codebook.answerCode(a), 0);
      }
    }
    return (sums, outcomes, answers) -> {
      long y = 0;
      for (int i = 0; i < questions.length; i++) {
        y += answers[questions[i]] < 0 ? 0 : worth[i][answers[questions[i]]];
      }
      long seen = counted(questions, outcomes);
      long n =
          PackedCounts.seen(seen, Outcome.SUFFICIENT)
              + PackedCounts.seen(seen, Outcome.INSUFFICIENT);
      addCase(sums, y, n, seen);
    };
  }

  private static Contribution step(int[] earlier, int[] questions) {
    return (sums, outcomes, answers) -> {
      if (passes(earlier, outcomes)) {
        addCase(sums, passes(questions, outcomes) ? 1 : 0, 1, counted(questions, outcomes));
      }
    };
  }

  private static void addJudgements(long[] sums, long seen) {
    long y = PackedCounts.seen(seen, Outcome.SUFFICIENT);
    addCase(sums, y, y + PackedCounts.seen(seen, Outcome.INSUFFICIENT), seen);
  }

  private static void addCase(long[] sums, long y, long n, long seen) {
    sums[0]++;
    sums[1] += n > 0 ? 1 : 0;
    sums[2] += y;
    sums[3] += n;
    sums[4] += PackedCounts.seen(seen, Outcome.NOT_APPLICABLE);
    sums[5] += PackedCounts.seen(seen, Outcome.NOT_RECORDED);
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
    return PackedCounts.seen(seen, Outcome.SUFFICIENT)
            + PackedCounts.seen(seen, Outcome.NOT_APPLICABLE)
        == questions.length;
  }
}
