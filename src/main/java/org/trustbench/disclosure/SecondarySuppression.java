package org.trustbench.disclosure;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;

/**
 * Secondary suppression: withholds further figures of one inspection, since a figure withheld alone
 * could be worked out from totals and parts that are shown (Willenborg and de Waal 2001, Elements
 * of Statistical Disclosure Control; Hundepool and others 2012).
 *
 * <p>What is shown makes a system of sums of whole numbers of judgements ({@link
 * IntruderKnowledge}). A figure counts as hidden when at least {@link
 * DisclosureRules#FEWEST_VALUES} values of each of its counts are found that fit the system; what
 * is not found so counts as exposed. As long as something is exposed, or the difference of two
 * figures shown is on few cases or all alike, the figure missed least ({@link SuppressionOrder})
 * among those that lead to it is withheld too. The result need not be the least that would do.
 */
final class SecondarySuppression {
  private final Framework framework;
  private final DisjointCells parts;
  private final InspectionSuppression shown;
  private final FeasibleCounts possible;
  private final SensitiveCells secrets;
  private final NestedDifferences differences;
  private final SuppressionOrder order;
  private final Set<SensitiveCell> beyondHelp = new HashSet<>();
  private IntegerBounds known;
  private Map<String, BitSet> assessed;

  SecondarySuppression(
      Framework framework,
      DisclosureRules rules,
      DisjointCells parts,
      InspectionSuppression shown,
      FeasibleCounts possible) {
    this.framework = framework;
    this.parts = parts;
    this.shown = shown;
    this.possible = possible;
    this.secrets = new SensitiveCells(framework, rules, parts, shown);
    this.differences = new NestedDifferences(rules, parts, shown);
    this.order = new SuppressionOrder(shown);
  }

  /** Withholds until all is hidden; everything, where the search cannot tell what is known. */
  void run() {
    boolean isChanged = true;
    while (isChanged) {
      Optional<IntegerBounds> bounds = IntegerBounds.of(shown.known(parts));
      if (bounds.isEmpty()) {
        shown.withholdAll();
        return;
      }
      known = bounds.get();
      assessed = parts.assessed(known);
      isChanged = hideDifference() || hideSecret();
    }
  }

  /** Withholds what is part of most differences that tell. */
  private boolean hideDifference() {
    Map<Measure, Integer> timesUsed = new HashMap<>();
    differences
        .telling(assessed)
        .forEach(some -> some.forEach(one -> timesUsed.merge(one, 1, Integer::sum)));
    if (timesUsed.isEmpty()) {
      return false;
    }
    int most = Collections.max(timesUsed.values());
    timesUsed.values().removeIf(count -> count < most);
    shown.withhold(order.first(timesUsed.keySet()));
    return true;
  }

  private boolean hideSecret() {
    for (SensitiveCell secret : secrets.all()) {
      if (!beyondHelp.contains(secret)
          && possible.isProtected(secret)
          && possible.isExposed(secret, known)) {
        if (hide(secret)) {
          return true;
        }
        beyondHelp.add(secret);
      }
    }
    return false;
  }

  /** Withholds what tells of a secret; false when nothing that could be withheld does. */
  private boolean hide(SensitiveCell secret) {
    List<Pathway> near = framework.pathways().stream().filter(one -> isNear(one, secret)).toList();
    for (Pathway pathway : near) {
      shown.withhold(pathway);
      if (!isExposed(secret)) {
        return true;
      }
      shown.showAgain(pathway);
    }
    Optional<Measure> nearby = nearby(secret.pieces());
    nearby.ifPresent(shown::withhold);
    if (nearby.isEmpty() && !near.isEmpty()) {
      shown.withhold(near.get(0));
    }
    return nearby.isPresent() || !near.isEmpty();
  }

  private boolean isExposed(SensitiveCell secret) {
    return IntegerBounds.of(shown.known(parts))
        .map(bounds -> possible.isExposed(secret, bounds))
        .orElse(true);
  }

  /** A step tells of its questions in other cases too, by those that are left of all. */
  private boolean isNear(Pathway pathway, SensitiveCell secret) {
    return shown.isShown(pathway)
        && pathway.steps().stream()
            .flatMap(step -> step.questions().stream())
            .anyMatch(question -> parts.ofQuestion(question).intersects(secret.pieces()));
  }

  /** Of the smallest measure that tells of what is exposed what is missed least within it. */
  private Optional<Measure> nearby(BitSet exposed) {
    return shown.assessed().stream()
        .filter(one -> assessed.get(one.id()).intersects(exposed))
        .min(
            Comparator.<Measure>comparingInt(one -> assessed.get(one.id()).cardinality())
                .thenComparing(Measure::id))
        .map(smallest -> order.first(within(assessed.get(smallest.id()))));
  }

  private List<Measure> within(BitSet pieces) {
    return shown.assessed().stream()
        .filter(one -> DisjointCells.isWithin(assessed.get(one.id()), pieces))
        .toList();
  }
}
