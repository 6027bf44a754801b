package org.trustbench.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of two inspections is the later, by the dates that both have: published, else ended, else
 * begun. Where dates do not tell, nothing else does: an id is no date.
 */
public final class InspectionOrder {
  private static final List<Function<InspectionTallies, LocalDate>> DATES =
      List.of(
          InspectionTallies::publishedDate,
          InspectionTallies::endDate,
          InspectionTallies::startDate);

  private InspectionOrder() {}

  /** The one that is later than all others; empty of none, and where dates do not tell. */
  public static Optional<InspectionTallies> latest(List<InspectionTallies> inspections) {
    return inspections.stream()
        .filter(
            one ->
                inspections.stream()
                    .allMatch(
                        other ->
                            one.inspectionId().equals(other.inspectionId()) || isLater(one, other)))
        .findFirst();
  }

  /** Whether the dates say that one was later than another. */
  public static boolean isLater(InspectionTallies one, InspectionTallies other) {
    for (Function<InspectionTallies, LocalDate> date : DATES) {
      LocalDate ofOne = date.apply(one);
      LocalDate ofOther = date.apply(other);
      if (ofOne != null && ofOther != null && !ofOne.equals(ofOther)) {
        return ofOne.isAfter(ofOther);
      }
    }
    return false;
  }
}
