package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.terms.Terms;

/** The latest inspection of every trust ({@link InspectionOrder}). */
final class LatestInspections {
  private static final int NAMED = 3;

  private LatestInspections() {}

  /**
   * One inspection for each trust, in the order of trusts' codes; refused where it is not known.
   */
  static List<InspectionTallies> of(List<InspectionTallies> inspections, Terms terms) {
    Map<String, List<InspectionTallies>> byTrust =
        inspections.stream()
            .collect(
                Collectors.groupingBy(
                    inspection -> inspection.trust().code(), TreeMap::new, Collectors.toList()));
    List<InspectionTallies> latest = new ArrayList<>();
    List<List<InspectionTallies>> undecided = new ArrayList<>();
    for (List<InspectionTallies> ofTrust : byTrust.values()) {
      InspectionOrder.latest(ofTrust).ifPresentOrElse(latest::add, () -> undecided.add(ofTrust));
    }
    if (!undecided.isEmpty()) {
      throw PipelineException.failed(refusal(undecided, terms));
    }
    return List.copyOf(latest);
  }

  private static String refusal(List<List<InspectionTallies>> undecided, Terms terms) {
    String trusts =
        undecided.stream()
            .limit(NAMED)
            .map(
                ofTrust ->
                    "%s (%s)"
                        .formatted(
                            ofTrust.get(0).trust().code(),
                            ofTrust.stream()
                                .map(LatestInspections::dated)
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("; "));
    return "which inspection is the latest does not follow from their dates, so nothing can be compared: %s%s: send them with published_date, or end_date, that differ, withdraw all but one by ingest --withdraw, or give --as-at DATE, which admits only those published by then"
        .formatted(
            trusts,
            undecided.size() > NAMED
                ? "; and of "
                    + terms.counted(
                        undecided.size() - NAMED, "more {institution}", "more {institutions}")
                : "");
  }

  private static String dated(InspectionTallies inspection) {
    if (inspection.publishedDate() != null) {
      return "%s published %s".formatted(inspection.inspectionId(), inspection.publishedDate());
    }
    if (inspection.endDate() != null) {
      return "%s ended %s".formatted(inspection.inspectionId(), inspection.endDate());
    }
    return "%s %s"
        .formatted(
            inspection.inspectionId(),
            inspection.startDate() == null ? "undated" : "begun " + inspection.startDate());
  }
}
