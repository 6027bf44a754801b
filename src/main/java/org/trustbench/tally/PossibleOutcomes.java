package org.trustbench.tally;

import java.util.Arrays;
import java.util.List;
import org.trustbench.framework.CaseRule;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Outcome;

/**
 * Which outcomes a rule over a case can have, given that any judgement that is not recorded could
 * have been any of those its question allows, or not applicable: a set of {@link #MET}, {@link
 * #UNMET} and {@link #NOT_APPLICABLE}. Parts are looked at one by one, as in Kleene's strong logic
 * of what is not known (S. C. Kleene 1952, Introduction to Metamathematics, §64): the set holds
 * every outcome there can be, and of a rule that names each question once no other.
 */
interface PossibleOutcomes {
  int MET = 1;
  int UNMET = 2;
  int NOT_APPLICABLE = 4;

  /**
   * The set, for a case.
   *
   * @param answers the number of each question's answer; negative where there is none
   */
  int of(byte[] answers);

  /** That of a rule. */
  static PossibleOutcomes of(Codebook codebook, CaseRule rule) {
    if (rule instanceof CaseRule.Item item) {
      return judgement(codebook, item.question(), null);
    } else if (rule instanceof CaseRule.Answered answered) {
      return judgement(codebook, answered.question(), answered.answers());
    } else if (rule instanceof CaseRule.All all) {
      return parts(codebook, all.parts(), PossibleOutcomes::all);
    } else if (rule instanceof CaseRule.Any any) {
      return parts(codebook, any.parts(), sets -> atLeast(1, sets));
    } else if (rule instanceof CaseRule.AtLeast least) {
      return parts(codebook, least.parts(), sets -> atLeast(least.number(), sets));
    }
    CaseRule.AtLeastPercent share = (CaseRule.AtLeastPercent) rule;
    return parts(codebook, share.parts(), sets -> atLeastPercent(share.percent(), sets));
  }

  /** What several sets make together. */
  interface Joining {
    int of(int[] sets);
  }

  private static PossibleOutcomes parts(Codebook codebook, List<CaseRule> rules, Joining joining) {
    PossibleOutcomes[] parts =
        rules.stream().map(part -> of(codebook, part)).toArray(PossibleOutcomes[]::new);
    return answers -> {
      int[] sets = new int[parts.length];
      for (int i = 0; i < sets.length; i++) {
        sets[i] = parts[i].of(answers);
      }
      return joining.of(sets);
    };
  }

  /**
   * One judgement.
   *
   * @param sufficient null for the answers that the question itself finds sufficient
   */
  private static PossibleOutcomes judgement(
      Codebook codebook, String questionId, List<String> sufficient) {
    int question = codebook.question(questionId);
    int[] sets = new int[codebook.framework().answers().size()];
    int any = NOT_APPLICABLE;
    for (int a = 0; a < sets.length; a++) {
      Outcome outcome = codebook.outcome(question, a);
      boolean isMet =
          sufficient == null
              ? outcome == Outcome.SUFFICIENT
              : sufficient.contains(codebook.answerCode(a));
      if (outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT) {
        sets[a] = isMet ? MET : UNMET;
        any |= sets[a];
      } else if (outcome == Outcome.NOT_APPLICABLE) {
        sets[a] = NOT_APPLICABLE;
      }
    }
    int missing = any;
    for (int a = 0; a < sets.length; a++) {
      sets[a] = sets[a] == 0 ? missing : sets[a];
    }
    return answers -> answers[question] < 0 ? missing : sets[answers[question]];
  }

  private static boolean can(int set, int outcome) {
    return (set & outcome) != 0;
  }

  private static int count(int[] sets, int outcome) {
    return (int) Arrays.stream(sets).filter(set -> can(set, outcome)).count();
  }

  private static int set(boolean met, boolean unmet, boolean notApplicable) {
    return (met ? MET : 0) | (unmet ? UNMET : 0) | (notApplicable ? NOT_APPLICABLE : 0);
  }

  /** Met if each part is met or not applicable, and not all of them not applicable. */
  private static int all(int[] sets) {
    boolean canBeMet = Arrays.stream(sets).allMatch(set -> can(set, MET | NOT_APPLICABLE));
    return set(
        canBeMet && count(sets, MET) > 0,
        count(sets, UNMET) > 0,
        count(sets, NOT_APPLICABLE) == sets.length);
  }

  /** Unmet if fewer parts are met, and not all of them not applicable. */
  private static int atLeast(int number, int[] sets) {
    int certain = (int) Arrays.stream(sets).filter(set -> set == MET).count();
    int isMetAlone = certain == 0 && number > 1 ? count(sets, MET) : certain;
    return set(
        count(sets, MET) >= number,
        certain < number && (count(sets, UNMET) > 0 || isMetAlone > 0),
        count(sets, NOT_APPLICABLE) == sets.length);
  }

  /** The share is highest where all that can be met is, and what cannot is not applicable. */
  private static int atLeastPercent(int percent, int[] sets) {
    int most = count(sets, MET);
    int neverMet = 0;
    int least = 0;
    for (int set : sets) {
      neverMet += set == UNMET ? 1 : 0;
      least += set == MET ? 1 : 0;
    }
    int unmet = count(sets, UNMET);
    return set(
        most > 0 && 100 * most >= percent * (most + neverMet),
        unmet > 0 && 100 * least < percent * (least + unmet),
        count(sets, NOT_APPLICABLE) == sets.length);
  }
}
