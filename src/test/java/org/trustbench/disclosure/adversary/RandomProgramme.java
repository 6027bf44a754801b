package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Question;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/**
 * A programme made up by chance: a framework, 3 to 60 trusts in groups of two levels, an inspection
 * of each.
 *
 * @param matrices the judgements of each
 */
public record RandomProgramme(
    Framework framework, List<JudgementMatrix> matrices, List<InspectionTallies> inspected) {

  /** The same for the same seed. */
  public static RandomProgramme of(long seed) {
    Random random = new Random(seed);
    int trusts = 3 + random.nextInt(seed % 10 == 0 ? 58 : 5);
    Framework framework = RandomFramework.of(random, trusts);
    int largest = 15 + random.nextInt(60);
    List<JudgementMatrix> matrices = new ArrayList<>();
    for (int trust = 0; trust < trusts; trust++) {
      matrices.add(matrix(framework, 2 + random.nextInt(largest), random));
    }
    return of(framework, matrices);
  }

  private static RandomProgramme of(Framework framework, List<JudgementMatrix> matrices) {
    return new RandomProgramme(framework, matrices, SmallProgrammes.inspected(framework, matrices));
  }

  /**
   * The same programme with one question of one case answered otherwise.
   *
   * @param answer null for none
   */
  public RandomProgramme answered(int trust, int caseNumber, int question, String answer) {
    int code = answer == null ? JudgementMatrix.NOBODY : new Codebook(framework).answer(answer);
    return with(
        trust,
        (c, q) -> c == caseNumber && q == question ? code : matrices.get(trust).answer(c, q));
  }

  /** The same programme with two answers of one inspection exchanged, where both may be. */
  public RandomProgramme exchanged(int trust, int case1, int question1, int case2, int question2) {
    JudgementMatrix before = matrices.get(trust);
    boolean isLawful = isAsked(before, case1, question1) && isAsked(before, case2, question2);
    return !isLawful
        ? this
        : with(
            trust,
            (c, q) ->
                c == case1 && q == question1
                    ? before.answer(case2, question2)
                    : c == case2 && q == question2
                        ? before.answer(case1, question1)
                        : before.answer(c, q));
  }

  private boolean isAsked(JudgementMatrix matrix, int caseNumber, int question) {
    return framework
        .questions()
        .get(question)
        .evidence()
        .equals(matrix.cases().get(caseNumber).evidence());
  }

  private RandomProgramme with(int trust, IntBinaryOperator answers) {
    JudgementMatrix before = matrices.get(trust);
    JudgementMatrix after = new JudgementMatrix(before.questions());
    for (int c = 0; c < before.cases().size(); c++) {
      after.addCase(before.cases().get(c));
      for (int q = 0; q < before.questions(); q++) {
        int code = answers.applyAsInt(c, q);
        if (code >= 0) {
          after.place(c, q, code, 0, c + 2);
        }
      }
    }
    List<JudgementMatrix> others = new ArrayList<>(matrices);
    others.set(trust, after);
    return of(framework, others);
  }

  private static JudgementMatrix matrix(Framework framework, int cases, Random random) {
    List<Question> questions = framework.questions();
    double[] quality = random.doubles(questions.size()).map(RandomProgramme::stretched).toArray();
    double[] unanswered = random.doubles(questions.size()).map(share -> share * share).toArray();
    double late = stretched(random.nextDouble());
    double high = stretched(random.nextDouble());
    double unknown = random.nextDouble() * .2;
    int interviews = framework.evidence().size() > 1 ? random.nextInt(16) : 0;
    Codebook codebook = new Codebook(framework);
    JudgementMatrix matrix = new JudgementMatrix(questions.size());
    for (int c = 0; c < cases + interviews; c++) {
      String evidence = c < cases ? "case" : "interview";
      List<String> attributes = new ArrayList<>();
      attributes.add(
          random.nextDouble() < unknown ? null : random.nextDouble() < late ? "late" : "early");
      attributes.add(
          random.nextDouble() < unknown
              ? null
              : random.nextDouble() < high ? "high" : random.nextBoolean() ? "mid" : "low");
      matrix.addCase(new CaseRow("C" + c, evidence, attributes, 0, c + 2));
      for (int q = 0; q < questions.size(); q++) {
        if (questions.get(q).evidence().equals(evidence)) {
          String answer = answer(random, unanswered[q], quality[q]);
          if (answer != null) {
            matrix.place(c, q, codebook.answer(answer), 0, c + 2);
          }
        }
      }
    }
    return matrix;
  }

  private static String answer(Random random, double unanswered, double quality) {
    if (random.nextDouble() < unanswered) {
      return random.nextInt(3) == 0 ? "nr" : random.nextBoolean() ? "na" : null;
    }
    return random.nextDouble() < quality ? "yes" : "no";
  }

  /** A share that is often none or all. */
  private static double stretched(double share) {
    return Math.min(1, Math.max(0, share * 1.3 - .15));
  }
}
