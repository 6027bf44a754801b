package org.trustbench.tally;

import org.trustbench.framework.CaseRule;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Outcome;

/** Finds the class of a case: the first whose rule it meets, the last where it meets none. */
final class CaseClasses {
  static final int NOT_APPLICABLE = -1;
  static final int NOT_RECORDED = -2;

  private final PossibleOutcomes[] rules;

  CaseClasses(Codebook codebook, CountingRule.Composite composite) {
    rules = new PossibleOutcomes[composite.classes().size()];
    for (int i = 0; i < rules.length; i++) {
      CaseRule rule = composite.classes().get(i);
      rules[i] = PossibleOutcomes.of(codebook, rule);
    }
  }

  /** The outcome of a case in a class, where those up to a place are sufficient. */
  static Outcome outcome(int found, int upTo) {
    return switch (found) {
      case NOT_APPLICABLE -> Outcome.NOT_APPLICABLE;
      case NOT_RECORDED -> Outcome.NOT_RECORDED;
      default -> found <= upTo ? Outcome.SUFFICIENT : Outcome.INSUFFICIENT;
    };
  }

  /**
   * The class, counted from 0; negative where there is none, or what is missing could change it.
   */
  int of(byte[] answers) {
    int found = NOT_RECORDED;
    int possible = 0;
    boolean canMeetNone = true;
    boolean canBeUnmet = false;
    boolean canBeNotApplicable = true;
    for (int i = 0; i < rules.length; i++) {
      int set = rules[i].of(answers);
      if (canMeetNone && (set & PossibleOutcomes.MET) != 0) {
        possible++;
        found = i;
      }
      canMeetNone &= set != PossibleOutcomes.MET;
      canBeUnmet |= (set & PossibleOutcomes.UNMET) != 0;
      canBeNotApplicable &= (set & PossibleOutcomes.NOT_APPLICABLE) != 0;
    }
    if (canMeetNone && canBeUnmet) {
      possible++;
      found = rules.length;
    }
    if (canBeNotApplicable) {
      possible++;
      found = NOT_APPLICABLE;
    }
    return possible == 1 ? found : NOT_RECORDED;
  }
}
