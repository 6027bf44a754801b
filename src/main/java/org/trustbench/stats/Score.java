package org.trustbench.stats;

import java.util.Collection;
import java.util.OptionalDouble;

/** Ways of making one score of many judgements. */
public final class Score {
  private Score() {}

  /** {@code pooled}: y/n over all judgements; empty at n = 0. */
  public static OptionalDouble pooled(Sums sums) {
    return sums.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sums.y() / sums.n());
  }

  /**
   * {@code mean-of-questions}: every question with an assessed judgement weighs the same; empty
   * when none has one. A point estimate, with no interval and no verdict.
   */
  public static OptionalDouble meanOfQuestions(Collection<Sums> questions) {
    return questions.stream()
        .filter(question -> question.n() > 0)
        .mapToDouble(question -> (double) question.y() / question.n())
        .average();
  }
}
