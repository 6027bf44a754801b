package org.trustbench.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.benchmark.InspectionOrder;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.SucceededInstitution;

/**
 * The inspections of institutions that others took over from, to be compared with those of their
 * successors.
 */
final class PredecessorInspections {
  private final Map<String, List<SucceededInstitution>> bySuccessor = new LinkedHashMap<>();
  private final Map<String, List<InspectionTallies>> inspections;

  /**
   * Those of a register.
   *
   * @param inspections by the code of the institution
   */
  PredecessorInspections(
      List<SucceededInstitution> successions, Map<String, List<InspectionTallies>> inspections) {
    this.inspections = inspections;
    for (SucceededInstitution one : successions) {
      one.by().forEach(code -> bySuccessor.computeIfAbsent(code, c -> new ArrayList<>()).add(one));
    }
  }

  /**
   * The first inspection of an institution that began when it had taken over, beside the last of
   * each predecessor: each by itself, since their samples are of different caseloads. None where a
   * date is not known.
   *
   * @param latestFirst all inspections of the institution
   */
  List<History.Pair> pairs(String code, List<InspectionTallies> latestFirst) {
    List<History.Pair> pairs = new ArrayList<>();
    boolean isDated = latestFirst.stream().allMatch(one -> one.day() != null);
    for (SucceededInstitution succession : isDated ? of(code) : List.<SucceededInstitution>of()) {
      List<InspectionTallies> since =
          latestFirst.stream().filter(one -> succession.isOver(one.day())).toList();
      if (!since.isEmpty()) {
        InspectionTallies first = since.get(since.size() - 1);
        Map<String, InspectionTallies> last = new LinkedHashMap<>();
        addLast(succession, last);
        for (InspectionTallies earlier : last.values()) {
          pairs.add(
              new History.Pair(
                  earlier, first, EarlierInspection.PREDECESSOR, since.size() == 1, List.of()));
        }
      }
    }
    return pairs;
  }

  /** The last inspection of a predecessor; of one that never was inspected, of its own. */
  private void addLast(SucceededInstitution succession, Map<String, InspectionTallies> last) {
    List<InspectionTallies> inspected = inspections.getOrDefault(succession.code(), List.of());
    if (inspected.isEmpty()) {
      of(succession.code()).forEach(before -> addLast(before, last));
      return;
    }
    Optional<InspectionTallies> latest = InspectionOrder.latest(inspected);
    latest.ifPresent(one -> last.putIfAbsent(one.inspectionId(), one));
  }

  /** Whom an institution took over between two of its inspections, as far as dates rule it out. */
  List<String> between(InspectionTallies earlier, InspectionTallies later) {
    return of(later.trust().code()).stream()
        .filter(one -> !one.isOver(earlier.day()))
        .filter(one -> later.day() == null || one.isOver(later.day()))
        .map(SucceededInstitution::code)
        .toList();
  }

  private List<SucceededInstitution> of(String successor) {
    return bySuccessor.getOrDefault(successor, List.of());
  }
}
