package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.benchmark.Inspected;
import org.trustbench.disclosure.Linkage.Cap;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.tally.Counts;

/**
 * Chooses what of each inspection is withheld: first every measure with few cases behind it, then
 * more, until nothing withheld, and nothing small that lies between two measures shown, can be
 * worked out from what is shown. Each inspection is looked at alone, so that what is withheld of
 * one does not change when another is sent again.
 */
final class Suppression {
  private final Framework framework;
  private final Protection protection;
  private final Parts parts;
  private final List<Measure> measures;

  private Suppression(Framework framework, Protection protection) {
    this.framework = framework;
    this.protection = protection;
    this.parts = Parts.of(framework);
    this.measures = framework.measures().stream().filter(one -> !one.isPathwayStep()).toList();
  }

  /**
   * What is withheld of some inspections.
   *
   * @param isSecondary whether more than small bases is withheld
   */
  static Withheld of(
      Framework framework,
      List<Inspected> inspections,
      Protection protection,
      boolean isSecondary) {
    Suppression suppression = new Suppression(framework, protection);
    Map<String, Set<String>> ofMeasures = new HashMap<>();
    Map<String, Set<String>> ofPathways = new HashMap<>();
    Set<String> sizes = new HashSet<>();
    inspections.parallelStream()
        .map(inspection -> suppression.choose(inspection, isSecondary))
        .toList()
        .forEach(
            chosen -> {
              ofMeasures.putAll(chosen.measures());
              ofPathways.putAll(chosen.pathways());
              sizes.addAll(chosen.sizes());
            });
    return new Withheld(ofMeasures, ofPathways, sizes);
  }

  private Withheld choose(Inspected inspection, boolean isSecondary) {
    Map<String, Counts> totals = new LinkedHashMap<>();
    measures.forEach(measure -> totals.put(measure.id(), inspection.total(measure.id())));
    Set<String> withheld = new HashSet<>();
    totals.forEach(
        (id, counts) -> {
          if (protection.isSmall(counts.casesAssessed())) {
            withheld.add(id);
          }
        });
    if (isSecondary) {
      Optional<String> more = oneMore(totals, withheld);
      while (more.isPresent()) {
        withheld.add(more.get());
        more = oneMore(totals, withheld);
      }
    }
    Set<String> pathways = new HashSet<>();
    for (Pathway pathway : framework.pathways()) {
      if (isSmall(pathway, inspection)
          || (isSecondary
              && (tellsOf(pathway, withheld)
                  || leavesFew(pathway, inspection, totals, withheld)))) {
        pathways.add(pathway.id());
      }
    }
    String id = inspection.inspectionId();
    return new Withheld(
        Map.of(id, withheld), Map.of(id, pathways), hasFewOfAKind(totals) ? Set.of(id) : Set.of());
  }

  /** Whether some kind of case, of which all there are are in a measure's scope, is rare. */
  private boolean hasFewOfAKind(Map<String, Counts> totals) {
    return measures.stream()
        .filter(measure -> measure.when() instanceof Condition.Always)
        .anyMatch(measure -> protection.isSmall(totals.get(measure.id()).casesInScope()));
  }

  private boolean isSmall(Pathway pathway, Inspected inspection) {
    return protection.isSmall(inspection.total(pathway.measureId(1)).casesInScope());
  }

  /**
   * Whether a measure shown asks a step's question of a few cases more, or fewer, than the pathway
   * is about: what became of those few would follow.
   */
  private boolean leavesFew(
      Pathway pathway, Inspected inspection, Map<String, Counts> totals, Set<String> withheld) {
    long own = inspection.total(pathway.measureId(1)).casesInScope();
    Set<String> asked = asked(pathway);
    return shown(totals, withheld)
        .filter(measure -> measure.questions().stream().anyMatch(asked::contains))
        .anyMatch(
            measure -> protection.isSmall(Math.abs(totals.get(measure.id()).casesInScope() - own)));
  }

  private static Set<String> asked(Pathway pathway) {
    Set<String> asked = new HashSet<>();
    pathway.steps().forEach(step -> asked.addAll(step.questions()));
    return asked;
  }

  /** A step shows how many of the pathway's cases failed its questions. */
  private boolean tellsOf(Pathway pathway, Set<String> withheld) {
    Set<String> asked = asked(pathway);
    return measures.stream()
        .filter(measure -> withheld.contains(measure.id()))
        .filter(measure -> measure.when().equals(pathway.when()))
        .anyMatch(measure -> measure.questions().stream().anyMatch(asked::contains));
  }

  /** A measure to be withheld too; empty when nothing is to be worked out. */
  private Optional<String> oneMore(Map<String, Counts> totals, Set<String> withheld) {
    Linkage linkage = new Linkage(parts, totals, withheld, empty(totals));
    return between(totals, withheld)
        .or(() -> pieces(linkage, totals, withheld))
        .or(() -> cells(linkage, totals, withheld));
  }

  /**
   * Pieces of which an inspection has no case: what a condition leaves out of a question, where it
   * takes in every case that a wider one does. By their definitions the two measures differ, in
   * this inspection they are the same.
   */
  private BitSet empty(Map<String, Counts> totals) {
    BitSet empty = new BitSet();
    for (Measure wide : measures) {
      for (Measure narrow : measures) {
        if (!isOnEveryCaseOf(narrow, wide, totals)) {
          continue;
        }
        for (String question : wide.questions()) {
          BitSet inside = parts.of(narrow.id(), question);
          BitSet all = parts.of(wide.id(), question);
          if (narrow.questions().contains(question) && isWithin(inside, all)) {
            all.andNot(inside);
            empty.or(all);
          }
        }
      }
    }
    return empty;
  }

  private static boolean isOnEveryCaseOf(Measure narrow, Measure wide, Map<String, Counts> totals) {
    return !narrow.when().equals(wide.when())
        && narrow.evidence().equals(wide.evidence())
        && totals.get(narrow.id()).casesInScope() == totals.get(wide.id()).casesInScope();
  }

  /** Two measures shown, one on fewer cases than the other by a few. */
  private Optional<String> between(Map<String, Counts> totals, Set<String> withheld) {
    List<Measure> shown = shown(totals, withheld).toList();
    for (Measure one : shown) {
      for (Measure other : shown) {
        long fewer = totals.get(other.id()).casesAssessed() - totals.get(one.id()).casesAssessed();
        if (protection.isSmall(fewer)
            && one.questions().equals(other.questions())
            && isPartOf(one, other)) {
          return Optional.of(leastMissed(List.of(one, other), totals).id());
        }
      }
    }
    return Optional.empty();
  }

  /** A small piece that is no measure, yet whose size follows from some. */
  private Optional<String> pieces(
      Linkage linkage, Map<String, Counts> totals, Set<String> withheld) {
    List<Cap> caps = caps(linkage, totals, withheld);
    for (int part = 0; part < parts.size(); part++) {
      BitSet piece = new BitSet();
      piece.set(part);
      boolean isFound =
          linkage.isKnown(part)
              ? protection.isSmall(linkage.assessed(part))
              : isFound(Possible.of(piece, linkage.about(piece), List.of(), caps));
      Optional<String> more = isFound ? nearby(linkage, piece, totals, withheld) : Optional.empty();
      if (more.isPresent()) {
        return more;
      }
    }
    return Optional.empty();
  }

  private boolean isFound(Possible piece) {
    return protection.isSmall(piece.most()) && piece.assessed() < Protection.FEWEST_VALUES;
  }

  /** A measure withheld that leaves too few counts possible. */
  private Optional<String> cells(
      Linkage linkage, Map<String, Counts> totals, Set<String> withheld) {
    List<BitSet> nonZero =
        withheld.stream().map(id -> linkage.open(parts.of(id))).filter(p -> !p.isEmpty()).toList();
    List<Cap> caps = caps(linkage, totals, withheld);
    for (Measure measure : measures) {
      if (withheld.contains(measure.id()) && isExposed(linkage, measure, nonZero, caps)) {
        Optional<String> more = nearby(linkage, parts.of(measure.id()), totals, withheld);
        if (more.isPresent()) {
          return more;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isExposed(
      Linkage linkage, Measure measure, List<BitSet> nonZero, List<Cap> caps) {
    BitSet open = linkage.open(parts.of(measure.id()));
    return open.isEmpty()
        || Possible.of(open, linkage.about(open), nonZero, caps).values()
            < Protection.FEWEST_VALUES;
  }

  /**
   * A question has at most a judgement in each case: of those that a measure shown is about, and of
   * those assessed where it is one of that measure's.
   */
  private List<Cap> caps(Linkage linkage, Map<String, Counts> totals, Set<String> withheld) {
    Map<BitSet, Long> most = new LinkedHashMap<>();
    for (Measure shown : measures) {
      if (withheld.contains(shown.id())) {
        continue;
      }
      Counts counts = totals.get(shown.id());
      for (Measure asked : measures) {
        boolean isOnSameCases =
            asked.when().equals(shown.when()) && asked.evidence().equals(shown.evidence());
        for (String question : isOnSameCases ? asked.questions() : List.<String>of()) {
          long cases =
              shown.questions().contains(question) ? counts.casesAssessed() : counts.casesInScope();
          most.merge(parts.of(asked.id(), question), cases, Math::min);
        }
      }
    }
    List<Cap> caps = new ArrayList<>();
    most.forEach((some, cases) -> linkage.rest(new Cap(some, cases)).ifPresent(caps::add));
    return caps;
  }

  /** The smallest sum that tells of what is exposed, or a measure within it that is missed less. */
  private Optional<String> nearby(
      Linkage linkage, BitSet exposed, Map<String, Counts> totals, Set<String> withheld) {
    return linkage.touching(exposed).stream()
        .filter(row -> totals.get(row.measureId()).assessed() > 0)
        .findFirst()
        .map(
            row ->
                shown(totals, withheld)
                    .filter(one -> isWithin(parts.of(one.id()), row.parts()))
                    .toList())
        .map(within -> leastMissed(within, totals).id());
  }

  private Stream<Measure> shown(Map<String, Counts> totals, Set<String> withheld) {
    return measures.stream()
        .filter(one -> !withheld.contains(one.id()) && totals.get(one.id()).assessed() > 0);
  }

  private boolean isPartOf(Measure one, Measure other) {
    return !one.id().equals(other.id()) && isWithin(parts.of(one.id()), parts.of(other.id()));
  }

  private static boolean isWithin(BitSet some, BitSet all) {
    BitSet beyond = (BitSet) some.clone();
    beyond.andNot(all);
    return beyond.isEmpty();
  }

  /**
   * Single questions are missed least, then the framework's own measures, sections, themes and the
   * whole; of one kind those that hide others well, and on the fewest cases.
   */
  private static Measure leastMissed(List<Measure> some, Map<String, Counts> totals) {
    List<Measure> sorted = new ArrayList<>(some);
    sorted.sort(
        Comparator.<Measure>comparingInt(measure -> importance(measure.kind()))
            .thenComparing(measure -> !isMixed(totals.get(measure.id())))
            .thenComparing(measure -> totals.get(measure.id()).casesAssessed())
            .thenComparing(Measure::id));
    return sorted.get(0);
  }

  private static boolean isMixed(Counts counts) {
    long rarer = Math.min(counts.sufficient(), counts.assessed() - counts.sufficient());
    return rarer >= Protection.FEWEST_VALUES;
  }

  private static int importance(String kind) {
    return switch (kind) {
      case Measure.QUESTION -> 0;
      case Measure.SECTION -> 2;
      case Measure.THEME -> 3;
      case Measure.OVERALL -> 4;
      default -> 1;
    };
  }
}
