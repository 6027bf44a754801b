package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;

/**
 * What is left of a measure that is shown without others that are shown and lie in it, none of them
 * in another: simple subtraction gives its counts.
 */
final class NestedDifferences {
  private final DisclosureRules rules;
  private final DisjointCells parts;
  private final InspectionSuppression shown;

  NestedDifferences(DisclosureRules rules, DisjointCells parts, InspectionSuppression shown) {
    this.rules = rules;
    this.parts = parts;
    this.shown = shown;
  }

  /**
   * Every measure, each with those to be taken from it, that leaves few cases, or judgements all
   * alike.
   *
   * @param assessed the pieces of each measure that may hold judgements
   */
  List<List<Measure>> telling(Map<String, BitSet> assessed) {
    List<Measure> measures =
        shown.assessed().stream()
            .sorted(
                Comparator.<Measure>comparingInt(one -> -assessed.get(one.id()).cardinality())
                    .thenComparing(Measure::id))
            .toList();
    return measures.stream()
        .flatMap(whole -> families(whole, measures, assessed))
        .filter(family -> isTelling(family, assessed))
        .toList();
  }

  /** Each measure within the whole alone, all of a kind together, and all together. */
  private static Stream<List<Measure>> families(
      Measure whole, List<Measure> measures, Map<String, BitSet> assessed) {
    BitSet all = assessed.get(whole.id());
    List<Measure> inside =
        measures.stream()
            .filter(
                one -> !one.equals(whole) && DisjointCells.isWithin(assessed.get(one.id()), all))
            .toList();
    Stream<List<Measure>> alone = inside.stream().map(one -> List.of(whole, one));
    Stream<List<Measure>> ofKinds =
        inside.stream()
            .map(Measure::kind)
            .distinct()
            .map(kind -> inside.stream().filter(one -> one.kind().equals(kind)).toList())
            .map(some -> apart(whole, some, assessed));
    return Stream.concat(alone, Stream.concat(ofKinds, Stream.of(apart(whole, inside, assessed))));
  }

  /** The whole, and of some measures as many as have nothing in common, the largest first. */
  private static List<Measure> apart(
      Measure whole, List<Measure> some, Map<String, BitSet> assessed) {
    List<Measure> family = new ArrayList<>(List.of(whole));
    BitSet taken = new BitSet();
    for (Measure one : some) {
      if (!assessed.get(one.id()).intersects(taken)) {
        taken.or(assessed.get(one.id()));
        family.add(one);
      }
    }
    return family;
  }

  private boolean isTelling(List<Measure> family, Map<String, BitSet> assessed) {
    Measure whole = family.get(0);
    BitSet rest = (BitSet) assessed.get(whole.id()).clone();
    Counts counts = shown.total(whole);
    long sufficient = counts.sufficient();
    long judgements = counts.assessed();
    for (Measure one : family.subList(1, family.size())) {
      rest.andNot(assessed.get(one.id()));
      sufficient -= shown.total(one).sufficient();
      judgements -= shown.total(one).assessed();
    }
    return !rest.isEmpty() && rules.isTelling(sufficient, judgements, parts.countQuestions(rest));
  }
}
