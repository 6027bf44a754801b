package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.tally.Counts;

/** The figures of one inspection, and which of them are still shown. */
final class InspectionSuppression {
  private final Framework framework;
  private final DisclosureRules rules;
  private final List<Measure> measures;
  private final Map<String, Counts> totals = new LinkedHashMap<>();
  private final Map<String, List<Long>> left = new LinkedHashMap<>();
  private final Map<String, List<Long>> entered = new LinkedHashMap<>();
  private final Set<String> withheld = new HashSet<>();
  private final Set<String> withheldPathways = new HashSet<>();

  /** All of them. */
  InspectionSuppression(Framework framework, DisclosureRules rules, InspectionTallies inspection) {
    this.framework = framework;
    this.rules = rules;
    this.measures = framework.measures().stream().filter(one -> one.isScored()).toList();
    measures.forEach(measure -> totals.put(measure.id(), inspection.total(measure.id())));
    for (Pathway pathway : framework.pathways()) {
      List<Long> ofSteps = new ArrayList<>();
      List<Long> before = new ArrayList<>();
      ofSteps.add(inspection.total(pathway.measureId(1)).casesInScope());
      for (int step = 1; step <= pathway.steps().size(); step++) {
        Counts counts = inspection.total(pathway.measureId(step));
        ofSteps.add(counts.sufficient());
        before.add(counts.casesInScope());
      }
      left.put(pathway.id(), ofSteps);
      entered.put(pathway.id(), before);
    }
  }

  /** Withholds every figure on few cases, or whose judgements are all alike. */
  void withholdPlain() {
    totals.forEach(
        (id, counts) -> {
          if (rules.isSmall(counts.casesAssessed())
              || rules.isAlike(counts.sufficient(), counts.assessed())) {
            withheld.add(id);
          }
        });
    for (Pathway pathway : framework.pathways()) {
      for (int step = 1; step <= pathway.steps().size(); step++) {
        if (isTelling(pathway, step)) {
          withheldPathways.add(pathway.id());
        }
      }
    }
  }

  /**
   * Whether a step of a pathway is on few cases, or all that started are left after it, or none.
   */
  boolean isTelling(Pathway pathway, int step) {
    List<Long> ofSteps = left.get(pathway.id());
    return rules.isSmall(entered.get(pathway.id()).get(step - 1))
        || rules.isAlike(ofSteps.get(step), ofSteps.get(0));
  }

  /** Withholds all that anything was assessed of. */
  void withholdAll() {
    measures.stream().filter(one -> total(one).assessed() > 0).forEach(this::withhold);
    framework.pathways().forEach(this::withhold);
  }

  void withhold(Measure measure) {
    withheld.add(measure.id());
  }

  void withhold(Pathway pathway) {
    withheldPathways.add(pathway.id());
  }

  /** Withholding it was of no use. */
  void showAgain(Pathway pathway) {
    withheldPathways.remove(pathway.id());
  }

  boolean isShown(Measure measure) {
    return !withheld.contains(measure.id());
  }

  boolean isShown(Pathway pathway) {
    return !withheldPathways.contains(pathway.id());
  }

  /** Measures that something was assessed of and that are shown. */
  List<Measure> assessed() {
    return measures.stream()
        .filter(one -> isShown(one) && totals.get(one.id()).assessed() > 0)
        .toList();
  }

  List<Measure> withheld() {
    return measures.stream().filter(one -> !isShown(one)).toList();
  }

  Counts total(Measure measure) {
    return totals.get(measure.id());
  }

  /** Whether some kind of case, of which all there are are in a measure's scope, is rare. */
  boolean hasFewOfAKind() {
    return measures.stream()
        .filter(measure -> measure.when() instanceof Condition.Always)
        .anyMatch(measure -> rules.isSmall(totals.get(measure.id()).casesInScope()));
  }

  /** What is known of the inspection, as if all of it were shown. */
  IntegerSystem everything(DisjointCells parts) {
    return known(parts, true);
  }

  /** What is known of the inspection by what is shown. */
  IntegerSystem known(DisjointCells parts) {
    return known(parts, false);
  }

  private IntegerSystem known(DisjointCells parts, boolean isAll) {
    IntruderKnowledge linkage = new IntruderKnowledge(framework, parts, rules);
    for (Measure measure : measures) {
      if (isAll || isShown(measure)) {
        linkage.shows(measure, totals.get(measure.id()));
      } else {
        linkage.withholds(measure);
      }
      boolean isOfAllCases = measure.when() instanceof Condition.Always;
      if (isOfAllCases && (isAll || !hasFewOfAKind())) {
        linkage.hasCasesInScope(measure, totals.get(measure.id()).casesInScope());
      }
    }
    for (Pathway pathway : framework.pathways()) {
      if (isAll || isShown(pathway)) {
        linkage.shows(pathway, left.get(pathway.id()));
      }
    }
    return linkage.system();
  }

  SuppressionPattern withheld(String inspectionId) {
    return new SuppressionPattern(
        Map.of(inspectionId, Set.copyOf(withheld)),
        Map.of(inspectionId, Set.copyOf(withheldPathways)),
        hasFewOfAKind() ? Set.of(inspectionId) : Set.of());
  }
}
