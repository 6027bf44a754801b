package org.trustbench.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.terms.Terms;

/**
 * The latest inspection of every trust, by the dates that both of two inspections have: published,
 * else ended, else begun. Where dates do not tell, nothing else does: an id is no date.
 */
final class LatestInspections {
  private static final int NAMED = 3;

  private static final List<Function<InspectionTallies, LocalDate>> DATES =
      List.of(
          InspectionTallies::publishedDate,
          InspectionTallies::endDate,
          InspectionTallies::startDate);

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
      ofTrust.stream()
          .filter(
              one ->
                  ofTrust.stream()
                      .allMatch(
                          other ->
                              one.inspectionId().equals(other.inspectionId())
                                  || isLater(one, other)))
          .findFirst()
          .ifPresentOrElse(latest::add, () -> undecided.add(ofTrust));
    }
    if (!undecided.isEmpty()) {
      throw PipelineException.failed(refusal(undecided, terms));
    }
    return List.copyOf(latest);
  }

  private static boolean isLater(InspectionTallies one, InspectionTallies other) {
    for (Function<InspectionTallies, LocalDate> date : DATES) {
      LocalDate ofOne = date.apply(one);
      LocalDate ofOther = date.apply(other);
      if (ofOne != null && ofOther != null && !ofOne.equals(ofOther)) {
        return ofOne.isAfter(ofOther);
      }
    }
    return false;
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
                ? terms.text("; and of %d more {institutions}", undecided.size() - NAMED)
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
