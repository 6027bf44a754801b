package org.trustbench.synth;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Outcome;

/** Sufficient ÷ assessed over questions, and the sums behind its design effect. */
record Pooled(
    long sufficient, long assessed, long cases, double sumYY, double sumYN, double sumNN) {

  static Pooled of(SyntheticInspection inspection, Collection<String> questionIds) {
    return of(inspection, questionIds, row -> true);
  }

  static Pooled of(
      SyntheticInspection inspection, Collection<String> questionIds, IntPredicate inScope) {
    Framework framework = inspection.framework();
    Codebook codebook = new Codebook(framework);
    Set<Integer> questions = new HashSet<>();
    questionIds.forEach(id -> questions.add(codebook.question(id)));
    Pooled sum = new Pooled(0, 0, 0, 0, 0, 0);
    for (int row = 0; row < inspection.rows(); row++) {
      int y = 0;
      int n = 0;
      for (int q : questions) {
        byte answer = inspection.answer(row, q);
        Outcome outcome = answer < 0 ? null : codebook.outcome(q, answer);
        if (outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT) {
          n++;
          y += outcome == Outcome.SUFFICIENT ? 1 : 0;
        }
      }
      if (n > 0 && inScope.test(row)) {
        sum = sum.plus(new Pooled(y, n, 1, (double) y * y, (double) y * n, (double) n * n));
      }
    }
    return sum;
  }

  static Pooled of(List<SyntheticInspection> inspections, Collection<String> questionIds) {
    return inspections.stream()
        .map(inspection -> of(inspection, questionIds))
        .reduce(new Pooled(0, 0, 0, 0, 0, 0), Pooled::plus);
  }

  Pooled plus(Pooled other) {
    return new Pooled(
        sufficient + other.sufficient,
        assessed + other.assessed,
        cases + other.cases,
        sumYY + other.sumYY,
        sumYN + other.sumYN,
        sumNN + other.sumNN);
  }

  double rate() {
    return (double) sufficient / assessed;
  }

  /** Linearised variance of the ratio, cases as clusters, over the binomial one. */
  double designEffect() {
    double p = rate();
    double residual = sumYY - 2 * p * sumYN + p * p * sumNN;
    double variance = cases / (cases - 1.0) * residual / ((double) assessed * assessed);
    return variance / (p * (1 - p) / assessed);
  }
}
