package org.trustbench.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * Counts that nobody may work out: of a figure withheld, or of judgements that no figure is about
 * and that lie between figures.
 *
 * @param pieces what it counts ({@link DisjointCells})
 * @param questions of how many questions the judgements are
 * @param counts the unknowns that each of its counts is the sum of
 * @param isFigure whether it is a figure withheld; other judgements are protected only where they
 *     are few or all alike
 */
record SensitiveCell(
    String name, BitSet pieces, int questions, List<int[]> counts, boolean isFigure) {
  private static final int ASSESSED = 0;
  private static final int SUFFICIENT = 1;

  /** A figure: its judgements assessed, sufficient, insufficient. */
  static SensitiveCell figure(String name, BitSet pieces, int questions) {
    return new SensitiveCell(name, pieces, questions, ofJudgements(pieces), true);
  }

  /** Judgements of some pieces that no figure is about. */
  static SensitiveCell between(BitSet pieces, int questions) {
    return new SensitiveCell(pieces.toString(), pieces, questions, ofJudgements(pieces), false);
  }

  /** The cases left after a step of a pathway. */
  static SensitiveCell step(String name, BitSet pieces, int left) {
    return new SensitiveCell(name, pieces, 1, List.of(new int[] {left}), true);
  }

  private static List<int[]> ofJudgements(BitSet pieces) {
    return List.of(
        IntruderKnowledge.variables(
            pieces, IntruderKnowledge.SUFFICIENT, IntruderKnowledge.INSUFFICIENT),
        IntruderKnowledge.variables(pieces, IntruderKnowledge.SUFFICIENT),
        IntruderKnowledge.variables(pieces, IntruderKnowledge.INSUFFICIENT));
  }

  private boolean isOfJudgements() {
    return counts.size() > 1;
  }

  /** One count in a solution. */
  long count(int which, long[] solution) {
    long count = 0;
    for (int variable : counts.get(which)) {
      count += solution[variable];
    }
    return count;
  }

  /** Whether it is to be protected, its counts being as a solution says. */
  boolean isProtected(DisclosureRules rules, long[] solution) {
    return isFigure
        || rules.isTelling(count(SUFFICIENT, solution), count(ASSESSED, solution), questions);
  }

  /**
   * What one of its counts must be able to be at least, for all that is shown: of judgements all
   * alike that a number in twenty is not.
   */
  long atLeast(int which, DisclosureRules rules, long[] solution) {
    long assessed = isOfJudgements() ? count(ASSESSED, solution) : 0;
    return isOfJudgements()
            && which != ASSESSED
            && !rules.isSmall(assessed)
            && 2 * count(which, solution) < assessed
            && rules.isAlike(count(SUFFICIENT, solution), assessed)
        ? assessed / DisclosureRules.NEARLY_ALL + 1
        : 0;
  }
}
