package org.trustbench.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trustbench.benchmark.InspectionOrder;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;

/**
 * Which inspection came before which, of every institution, as far as dates tell.
 *
 * @param pairs two inspections that follow one another, by institution, the latest first
 */
record History(List<Pair> pairs) {

  /**
   * Two inspections of one institution.
   *
   * @param isLatest whether none came after them
   */
  record Pair(InspectionTallies earlier, InspectionTallies later, boolean isLatest) {}

  static History of(Results results) {
    Map<String, InspectionTallies> inspections = new LinkedHashMap<>();
    for (InspectionScore score : results.scores()) {
      inspections.putIfAbsent(score.inspection().inspectionId(), score.inspection());
    }
    Map<String, List<InspectionTallies>> byTrust = new TreeMap<>();
    for (InspectionTallies inspection : inspections.values()) {
      byTrust.computeIfAbsent(inspection.trust().code(), code -> new ArrayList<>()).add(inspection);
    }
    List<Pair> pairs = new ArrayList<>();
    byTrust.values().forEach(ofTrust -> pairs.addAll(pairs(ofTrust)));
    return new History(List.copyOf(pairs));
  }

  /** From the latest back to where dates no longer tell. */
  private static List<Pair> pairs(List<InspectionTallies> ofTrust) {
    List<Pair> pairs = new ArrayList<>();
    List<InspectionTallies> rest = new ArrayList<>(ofTrust);
    Optional<InspectionTallies> later = InspectionOrder.latest(rest);
    while (later.isPresent()) {
      InspectionTallies found = later.get();
      rest.remove(found);
      Optional<InspectionTallies> before = InspectionOrder.latest(rest);
      before.ifPresent(one -> pairs.add(new Pair(one, found, pairs.isEmpty())));
      later = before;
    }
    return pairs;
  }
}
