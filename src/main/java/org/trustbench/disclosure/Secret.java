package org.trustbench.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * Counts that nobody may work out: of a figure withheld, or of judgements that no figure is about
 * and that lie between figures.
 *
 * @param pieces what it counts ({@link Parts})
 * @param counts the unknowns that each of its counts is the sum of
 * @param isFigure whether it is a figure withheld; other judgements are protected only where they
 *     are few or all alike
 */
record Secret(String name, BitSet pieces, List<int[]> counts, boolean isFigure) {
  private static final int ASSESSED = 0;
  private static final int SUFFICIENT = 1;

  /** The judgements of some pieces: assessed, sufficient, insufficient. */
  static Secret judgements(String name, BitSet pieces, boolean isFigure) {
    return new Secret(
        name,
        pieces,
        List.of(
            Linkage.variables(pieces, Linkage.SUFFICIENT, Linkage.INSUFFICIENT),
            Linkage.variables(pieces, Linkage.SUFFICIENT),
            Linkage.variables(pieces, Linkage.INSUFFICIENT)),
        isFigure);
  }

  /** The cases left after a step of a pathway. */
  static Secret step(String name, BitSet pieces, int left) {
    return new Secret(name, pieces, List.of(new int[] {left}), true);
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
  boolean isProtected(Protection protection, long[] solution) {
    if (isFigure) {
      return true;
    }
    return protection.isSmall(count(ASSESSED, solution))
        || protection.isAlike(count(SUFFICIENT, solution), count(ASSESSED, solution));
  }

  /**
   * What one of its counts must be able to be at least, for all that is shown: of judgements all
   * alike that a number in twenty is not.
   */
  long atLeast(int which, Protection protection, long[] solution) {
    return isOfJudgements()
            && which != ASSESSED
            && count(which, solution) == 0
            && !protection.isSmall(count(ASSESSED, solution))
            && protection.isAlike(count(SUFFICIENT, solution), count(ASSESSED, solution))
        ? count(ASSESSED, solution) / Protection.NEARLY_ALL + 1
        : 0;
  }
}
