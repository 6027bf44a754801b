package org.trustbench.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/** Inspections that nobody would send: any answer anywhere, gaps, conflicts and rejected cases. */
public final class RandomMatrix {
  private RandomMatrix() {}

  /** An inspection of some cases, from one file of cases and one of judgements. */
  public static JudgementMatrix of(Codebook codebook, int cases, Random random) {
    Framework framework = codebook.framework();
    JudgementMatrix matrix = new JudgementMatrix(framework.questions().size());
    for (int c = 0; c < cases; c++) {
      List<String> attributes = new ArrayList<>();
      for (Attribute attribute : framework.attributes()) {
        int value = random.nextInt(attribute.values().size() + 2);
        attributes.add(
            value < attribute.values().size()
                ? attribute.values().get(value).code()
                : value == attribute.values().size() ? null : "Ünit \"" + random.nextInt(3));
      }
      String evidence = framework.evidence().get(random.nextInt(framework.evidence().size()));
      matrix.addCase(new CaseRow("C" + c, evidence, attributes, 0, c + 2));
      for (int q = 0; q < matrix.questions(); q++) {
        int answer = random.nextInt(framework.answers().size() + 1);
        if (answer < framework.answers().size() && codebook.outcome(q, answer) != null) {
          matrix.place(c, q, answer, 1, random.nextInt(1_000_000));
          if (random.nextInt(50) == 0) {
            matrix.place(c, q, answer + 1, 1, random.nextInt(1_000_000));
          }
        }
      }
      if (random.nextInt(20) == 0) {
        matrix.reject(c);
      }
    }
    return matrix;
  }
}
