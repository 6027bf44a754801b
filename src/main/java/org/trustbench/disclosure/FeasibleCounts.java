package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.trustbench.disclosure.IntegerSystem.Sum;

/**
 * The counts that have been found possible for what is withheld of one inspection. Each comes with
 * a solution of all that is known, in whole numbers; what was possible stays so when more is
 * withheld.
 */
final class FeasibleCounts {
  private final DisclosureRules rules;
  private final List<long[]> solutions = new ArrayList<>();
  private final Map<SensitiveCell, List<TreeSet<Long>>> values = new IdentityHashMap<>();

  /**
   * Starts from one solution.
   *
   * @param first what fits all there is to know of the inspection, shown or not
   */
  FeasibleCounts(DisclosureRules rules, long[] first) {
    this.rules = rules;
    this.solutions.add(first);
  }

  /** Whether a secret is to be protected at all. */
  boolean isProtected(SensitiveCell secret) {
    return secret.isProtected(rules, solutions.get(0));
  }

  /** Whether too few counts are found to be possible. */
  boolean isExposed(SensitiveCell secret, IntegerBounds known) {
    for (int which = 0; which < secret.counts().size(); which++) {
      if (!isHidden(secret, which, known)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHidden(SensitiveCell secret, int which, IntegerBounds known) {
    long atLeast = secret.atLeast(which, rules, solutions.get(0));
    return (values(secret, which).last() >= atLeast
            || isFound(secret, which, known, atLeast, IntegerSystem.ANY))
        && hasEnough(secret, which, known);
  }

  private boolean hasEnough(SensitiveCell secret, int which, IntegerBounds known) {
    boolean isGrowing = true;
    while (isGrowing && values(secret, which).size() < rules.fewestValues()) {
      TreeSet<Long> found = values(secret, which);
      isGrowing =
          isFound(secret, which, known, found.last() + 1, IntegerSystem.ANY)
              || isFound(secret, which, known, 0, found.first() - 1)
              || isBetween(secret, which, known);
    }
    return values(secret, which).size() >= rules.fewestValues();
  }

  private boolean isBetween(SensitiveCell secret, int which, IntegerBounds known) {
    TreeSet<Long> found = values(secret, which);
    long first = found.first();
    long last = found.last();
    return last - first > 1 && isFound(secret, which, known, first + 1, last - 1);
  }

  private boolean isFound(
      SensitiveCell secret, int which, IntegerBounds known, long atLeast, long atMost) {
    int[] variables = secret.counts().get(which);
    Sum asked = Sum.of(variables, new int[0], atLeast, atMost);
    for (int from = 0; from < Math.min(2, solutions.size()); from++) {
      Optional<long[]> solution =
          IntegerSearch.solve(known, asked, solutions.get(from == 0 ? 0 : solutions.size() - 1));
      if (solution.isPresent()) {
        learn(solution.get());
        return true;
      }
    }
    return false;
  }

  private void learn(long[] solution) {
    solutions.add(solution);
    values.forEach(
        (secret, found) -> {
          for (int which = 0; which < found.size(); which++) {
            found.get(which).add(secret.count(which, solution));
          }
        });
  }

  /** What is found so far, by this and every other search. */
  private TreeSet<Long> values(SensitiveCell secret, int which) {
    return values
        .computeIfAbsent(
            secret,
            added -> {
              List<TreeSet<Long>> found = new ArrayList<>();
              for (int i = 0; i < added.counts().size(); i++) {
                TreeSet<Long> ofCount = new TreeSet<>();
                for (long[] solution : solutions) {
                  ofCount.add(added.count(i, solution));
                }
                found.add(ofCount);
              }
              return found;
            })
        .get(which);
  }
}
