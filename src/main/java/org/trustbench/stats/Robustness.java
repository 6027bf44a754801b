package org.trustbench.stats;

import java.util.Collection;

/**
 * How many of the verdict rules agree with the verdict given.
 *
 * @param rules how many lawful rules were applied, the one reported among them
 * @param agreeing95 how many of them give the verdict reported at 95 %
 * @param agreeing998 the same at 99.8 %
 */
public record Robustness(int rules, int agreeing95, int agreeing998) {

  /** Compares the verdict reported with those of all rules, itself included. */
  public static Robustness of(RuleVerdict reported, Collection<RuleVerdict> all) {
    int agreeing95 = 0;
    int agreeing998 = 0;
    for (RuleVerdict verdict : all) {
      agreeing95 += verdict.at95() == reported.at95() ? 1 : 0;
      agreeing998 += verdict.at998() == reported.at998() ? 1 : 0;
    }
    return new Robustness(all.size(), agreeing95, agreeing998);
  }

  /** Whether another lawful rule would flip the verdict at 95 %. */
  public boolean isFlipped() {
    return agreeing95 < rules;
  }
}
