package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustbench.benchmark.Inspected;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.tally.Counts;

/**
 * Chooses what of each inspection is withheld: first every figure with few cases behind it, or with
 * judgements all alike, then more, until nothing withheld, and nothing of the kind that lies
 * between figures shown, can be worked out from what is shown. What is not found to be hidden
 * counts as exposed. Each inspection is looked at alone, so that what is withheld of one does not
 * change when another is sent again, nor with any setting but the protection.
 */
final class Suppression {
  private final Framework framework;
  private final Protection protection;
  private final Parts parts;

  private Suppression(Framework framework, Protection protection) {
    this.framework = framework;
    this.protection = protection;
    this.parts = Parts.of(framework);
  }

  /**
   * What is withheld of some inspections.
   *
   * @param isSecondary whether more than the figures on few cases, or all alike, is withheld
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
    Shown shown = new Shown(framework, protection, inspection);
    shown.withholdPlain();
    if (isSecondary && protection.fewestCases() > 1) {
      Optional<long[]> first = solution(shown);
      if (first.isPresent()) {
        new OneInspection(shown, new Possible(protection, first.get())).withholdMore();
      } else {
        framework.measures().stream()
            .filter(one -> !one.isPathwayStep() && shown.total(one).assessed() > 0)
            .forEach(shown::withhold);
        framework.pathways().forEach(shown::withhold);
      }
    }
    return shown.withheld(inspection.inspectionId());
  }

  private Optional<long[]> solution(Shown shown) {
    return IntegerSearch.first(shown.everything(parts));
  }

  /** The search in one inspection. */
  private final class OneInspection {
    private final Shown shown;
    private final Possible possible;
    private final Map<String, Secret> secrets = new HashMap<>();
    private final Set<Secret> beyondHelp = new HashSet<>();
    private IntegerSystem known;
    private Map<String, BitSet> assessed;

    OneInspection(Shown shown, Possible possible) {
      this.shown = shown;
      this.possible = possible;
    }

    void withholdMore() {
      boolean isChanged = true;
      while (isChanged) {
        known = shown.known(parts);
        assessed = assessed(known);
        isChanged = hideBetween() || hideSecrets();
      }
    }

    /** What is left of each measure without pieces that are known to hold no judgement. */
    private Map<String, BitSet> assessed(IntegerSystem system) {
      long[][] bounds =
          IntegerSearch.bounds(system)
              .orElseThrow(() -> new IllegalStateException("no solution, and one was found"));
      BitSet open = new BitSet();
      for (int piece = 0; piece < parts.size(); piece++) {
        BitSet alone = new BitSet();
        alone.set(piece);
        for (int variable : Linkage.variables(alone, Linkage.SUFFICIENT, Linkage.INSUFFICIENT)) {
          if (bounds[1][variable] > 0) {
            open.set(piece);
          }
        }
      }
      Map<String, BitSet> left = new HashMap<>();
      for (Measure measure : framework.measures()) {
        if (!measure.isPathwayStep()) {
          BitSet pieces = (BitSet) parts.of(measure.id()).clone();
          pieces.and(open);
          left.put(measure.id(), pieces);
        }
      }
      return left;
    }

    /** Two measures shown, one on judgements of the other and not on a few, or some all alike. */
    private boolean hideBetween() {
      List<Measure> measures = shown.assessed();
      for (Measure one : measures) {
        for (Measure other : measures) {
          if (isPartOf(one, other) && isTelling(one, other)) {
            shown.withhold(leastMissed(List.of(one, other)));
            return true;
          }
        }
      }
      return false;
    }

    private boolean isPartOf(Measure one, Measure other) {
      return !assessed.get(one.id()).equals(assessed.get(other.id()))
          && isWithin(assessed.get(one.id()), assessed.get(other.id()));
    }

    private boolean isTelling(Measure one, Measure other) {
      Counts less = shown.total(one);
      Counts more = shown.total(other);
      long between = more.assessed() - less.assessed();
      if (protection.isAlike(more.sufficient() - less.sufficient(), between)) {
        return true;
      }
      if (one.questions().equals(other.questions())) {
        return protection.isSmall(more.casesAssessed() - less.casesAssessed());
      }
      BitSet rest = (BitSet) assessed.get(other.id()).clone();
      rest.andNot(assessed.get(one.id()));
      return between > 0 && protection.isSmall(Math.max(1, fewestCases(rest)));
    }

    /** As many cases at least as have a judgement on one of the questions. */
    private long fewestCases(BitSet pieces) {
      long most = 0;
      for (String question : parts.questions()) {
        BitSet own = (BitSet) parts.ofQuestion(question).clone();
        own.and(pieces);
        if (!own.isEmpty()) {
          most = Math.max(most, possible.first(Secret.judgements(question, own, false)));
        }
      }
      return most;
    }

    private boolean hideSecrets() {
      for (Secret secret : secrets()) {
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

    private List<Secret> secrets() {
      List<Secret> found = new ArrayList<>();
      for (String question : parts.questions()) {
        for (BitSet pieces : parts.between(question)) {
          String name = question + " " + pieces;
          found.add(secrets.computeIfAbsent(name, n -> Secret.judgements(n, pieces, false)));
        }
      }
      for (Measure measure : shown.withheld()) {
        String name = measure.id();
        found.add(
            secrets.computeIfAbsent(name, n -> Secret.judgements(n, parts.of(measure.id()), true)));
      }
      for (Pathway pathway : framework.pathways()) {
        for (int step = 1; step <= pathway.steps().size() && !shown.isShown(pathway); step++) {
          if (shown.isTelling(pathway, step)) {
            found.add(secret(pathway, step));
          }
        }
      }
      return found;
    }

    private Secret secret(Pathway pathway, int step) {
      Linkage linkage = new Linkage(framework, parts, protection);
      return secrets.computeIfAbsent(
          pathway.measureId(step),
          name -> Secret.step(name, pieces(pathway, step), linkage.left(pathway, step)));
    }

    private BitSet pieces(Pathway pathway, int steps) {
      BitSet pieces = new BitSet();
      pathway
          .steps()
          .subList(0, steps)
          .forEach(
              step -> pieces.or(parts.of(step.questions(), parts.scopeOf(framework, pathway))));
      return pieces;
    }

    /** Withholds what tells of a secret; false when nothing that could be withheld does. */
    private boolean hide(Secret secret) {
      List<Pathway> near =
          framework.pathways().stream().filter(one -> isNear(one, secret)).toList();
      for (Pathway pathway : near) {
        shown.withhold(pathway);
        if (!possible.isExposed(secret, shown.known(parts))) {
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

    /** A step tells of its questions in other cases too, by those that are left of all. */
    private boolean isNear(Pathway pathway, Secret secret) {
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
          .map(
              smallest ->
                  leastMissed(
                      shown.assessed().stream()
                          .filter(
                              one -> isWithin(assessed.get(one.id()), assessed.get(smallest.id())))
                          .toList()));
    }

    private Measure leastMissed(List<Measure> some) {
      return some.stream()
          .min(
              Comparator.<Measure>comparingInt(measure -> importance(measure.kind()))
                  .thenComparing(measure -> !isMixed(shown.total(measure)))
                  .thenComparing(measure -> shown.total(measure).casesAssessed())
                  .thenComparing(Measure::id))
          .orElseThrow();
    }
  }

  private static boolean isWithin(BitSet some, BitSet all) {
    BitSet beyond = (BitSet) some.clone();
    beyond.andNot(all);
    return beyond.isEmpty();
  }

  private static boolean isMixed(Counts counts) {
    long rarer = Math.min(counts.sufficient(), counts.assessed() - counts.sufficient());
    return rarer >= Protection.FEWEST_VALUES;
  }

  /**
   * Single questions are missed least, then the framework's own measures, sections, themes and the
   * whole; of one kind those that hide others well, and on the fewest cases.
   */
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
