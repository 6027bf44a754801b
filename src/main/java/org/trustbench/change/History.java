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
 * The pairs of inspections that are compared, of every institution whose dates are known.
 *
 * @param pairs two inspections that are compared, by institution: first those that follow one
 *     another, the latest first, then the latest with the first, then the first that followed a
 *     succession with the last of each predecessor
 */
record History(List<Pair> pairs) {

  /**
   * Two inspections of one institution, or of one and a predecessor.
   *
   * @param isLatest whether no inspection came after them
   * @param tookOver codes of institutions that it took over between the two
   */
  record Pair(
      InspectionTallies earlier,
      InspectionTallies later,
      EarlierInspection comparedWith,
      boolean isLatest,
      List<String> tookOver) {}

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
    PredecessorInspections successions =
        new PredecessorInspections(results.framework().successions(), byTrust);
    byTrust.forEach(
        (code, ofTrust) -> {
          List<InspectionTallies> latestFirst = latestFirst(ofTrust);
          boolean isWhole = latestFirst.size() == ofTrust.size();
          pairs.addAll(pairs(successions, latestFirst, isWhole));
          if (isWhole) {
            pairs.addAll(successions.pairs(code, latestFirst));
          }
        });
    return new History(List.copyOf(pairs));
  }

  private static List<Pair> pairs(
      PredecessorInspections successions, List<InspectionTallies> latestFirst, boolean isWhole) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < latestFirst.size(); i++) {
      pairs.add(
          pair(
              successions,
              latestFirst.get(i),
              latestFirst.get(i - 1),
              EarlierInspection.PREVIOUS,
              i == 1));
    }
    // Where dates no longer tell somewhere, it is not known which was the first.
    int last = latestFirst.size() - 1;
    if (isWhole && last > 1) {
      pairs.add(
          pair(
              successions,
              latestFirst.get(last),
              latestFirst.get(0),
              EarlierInspection.FIRST,
              true));
    }
    return pairs;
  }

  private static Pair pair(
      PredecessorInspections successions,
      InspectionTallies earlier,
      InspectionTallies later,
      EarlierInspection comparedWith,
      boolean isLatest) {
    return new Pair(earlier, later, comparedWith, isLatest, successions.between(earlier, later));
  }

  /** From the latest back to where dates no longer tell. */
  private static List<InspectionTallies> latestFirst(List<InspectionTallies> ofTrust) {
    List<InspectionTallies> latestFirst = new ArrayList<>();
    List<InspectionTallies> rest = new ArrayList<>(ofTrust);
    Optional<InspectionTallies> latest = InspectionOrder.latest(rest);
    while (latest.isPresent()) {
      latestFirst.add(latest.get());
      rest.remove(latest.get());
      latest = InspectionOrder.latest(rest);
    }
    return latestFirst;
  }
}
