package org.trustbench.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Pathway;

/**
 * The figures that a public release does not show.
 *
 * @param measures ids of measures, by inspection
 * @param pathways ids of pathways, by inspection
 * @param sizes inspections whose number of cases would tell of few cases of one kind
 */
record SuppressionPattern(
    Map<String, Set<String>> measures, Map<String, Set<String>> pathways, Set<String> sizes) {

  /**
   * The same, and every measure that is the mean of its questions' scores where one of these is
   * withheld: the mean of those that are left would pass for the whole.
   */
  SuppressionPattern completeMeans(Framework framework) {
    Map<String, Set<String>> more = new HashMap<>();
    measures.forEach(
        (inspection, hidden) -> {
          Set<String> all = new HashSet<>(hidden);
          framework.measures().stream()
              .filter(
                  measure ->
                      measure.questions().stream()
                          .anyMatch(question -> hidden.contains("question-" + question)))
              .forEach(measure -> all.add(measure.id()));
          more.put(inspection, all);
        });
    return new SuppressionPattern(more, pathways, sizes);
  }

  boolean isWithheld(String inspectionId, String measureId) {
    return measures.getOrDefault(inspectionId, Set.of()).contains(measureId);
  }

  boolean isPathwayWithheld(String inspectionId, String pathwayId) {
    return pathways.getOrDefault(inspectionId, Set.of()).contains(pathwayId);
  }

  /** Whether an inspection has a figure or a pathway that is not shown. */
  boolean isAnyWithheld(String inspectionId) {
    return !measures.getOrDefault(inspectionId, Set.of()).isEmpty()
        || !pathways.getOrDefault(inspectionId, Set.of()).isEmpty();
  }

  /** An inspection as far as it is shown, so that nothing made of it tells of the rest. */
  InspectionTallies shown(Framework framework, InspectionTallies inspection) {
    Set<String> hidden = new HashSet<>(measures.getOrDefault(inspection.inspectionId(), Set.of()));
    for (Pathway pathway : framework.pathways()) {
      if (isPathwayWithheld(inspection.inspectionId(), pathway.id())) {
        for (int step = 1; step <= pathway.steps().size(); step++) {
          hidden.add(pathway.measureId(step));
        }
      }
    }
    return inspection.without(hidden);
  }
}
