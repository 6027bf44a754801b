package org.trustbench.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;

/**
 * Chooses what of each inspection is withheld: first every figure with few cases behind it, or with
 * judgements all alike, then more, until nothing withheld, and nothing of the kind that lies
 * between figures shown, can be worked out from what is shown. What is not found to be hidden
 * counts as exposed. Each inspection is looked at alone, so that what is withheld of one does not
 * change when another is sent again, nor with any setting but the protection.
 */
final class Suppression {
  private final Framework framework;
  private final DisclosureRules rules;
  private final DisjointCells parts;

  /**
   * A choice among the figures of one form.
   *
   * @param framework as that form alone has it
   */
  private Suppression(Framework framework, DisclosureRules rules) {
    this.framework = framework;
    this.rules = rules;
    this.parts = DisjointCells.of(framework);
  }

  /**
   * What is withheld of some inspections.
   *
   * @param isSecondary whether more than the figures on few cases, or all alike, is withheld
   */
  static SuppressionPattern of(
      Framework framework,
      List<InspectionTallies> inspections,
      DisclosureRules rules,
      boolean isSecondary) {
    Map<String, Suppression> byForm = new HashMap<>();
    for (InspectionTallies inspection : inspections) {
      byForm.computeIfAbsent(
          inspection.formVersion(), version -> new Suppression(framework.ofForm(version), rules));
    }
    Map<String, Set<String>> ofMeasures = new HashMap<>();
    Map<String, Set<String>> ofPathways = new HashMap<>();
    Set<String> sizes = new HashSet<>();
    inspections.parallelStream()
        .map(inspection -> byForm.get(inspection.formVersion()).choose(inspection, isSecondary))
        .toList()
        .forEach(
            chosen -> {
              ofMeasures.putAll(chosen.measures());
              ofPathways.putAll(chosen.pathways());
              sizes.addAll(chosen.sizes());
            });
    return new SuppressionPattern(ofMeasures, ofPathways, sizes);
  }

  private SuppressionPattern choose(InspectionTallies inspection, boolean isSecondary) {
    InspectionSuppression shown = new InspectionSuppression(framework, rules, inspection);
    shown.withholdPlain();
    if (isSecondary && rules.fewestCases() > 1) {
      Optional<long[]> first = solution(shown);
      if (first.isPresent()) {
        FeasibleCounts possible = new FeasibleCounts(rules, first.get());
        new SecondarySuppression(framework, rules, parts, shown, possible).run();
      } else {
        shown.withholdAll();
      }
    }
    return shown.withheld(inspection.inspectionId());
  }

  private Optional<long[]> solution(InspectionSuppression shown) {
    return IntegerSearch.first(shown.everything(parts));
  }
}
