package org.trustbench.benchmark;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.stats.Sums;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

/**
 * One inspection as its tallies tell it.
 *
 * @param tranche null when the inspection belongs to none
 * @param publishedDate null when not known
 * @param caseload cases the trust held; null when not known or withheld, as are the two after it
 * @param formVersion the version of the form it was made by; empty where there is one form alone
 * @param counts by measure, then by stratum; empty once content is for the public
 */
public record InspectionTallies(
    String inspectionId,
    Trust trust,
    String tranche,
    LocalDate startDate,
    LocalDate endDate,
    LocalDate publishedDate,
    Long caseload,
    Long casesSampled,
    Long cases,
    String formVersion,
    boolean isSynthetic,
    Map<String, Map<String, Counts>> counts) {

  /** An inspection of a programme with one form. */
  public InspectionTallies(
      String inspectionId,
      Trust trust,
      String tranche,
      LocalDate startDate,
      LocalDate endDate,
      LocalDate publishedDate,
      Long caseload,
      Long casesSampled,
      Long cases,
      boolean isSynthetic,
      Map<String, Map<String, Counts>> counts) {
    this(
        inspectionId,
        trust,
        tranche,
        startDate,
        endDate,
        publishedDate,
        caseload,
        casesSampled,
        cases,
        Form.ONLY,
        isSynthetic,
        counts);
  }

  /** Groups tallies by measure and stratum. */
  public static Map<String, Map<String, Counts>> grouped(List<Tally> tallies) {
    Map<String, Map<String, Counts>> grouped = new HashMap<>();
    for (Tally tally : tallies) {
      grouped
          .computeIfAbsent(tally.measureId(), id -> new TreeMap<>())
          .merge(tally.stratum(), tally.counts(), Counts::plus);
    }
    return grouped;
  }

  /** The day it began, else ended, else was published; null when none is known. */
  public LocalDate day() {
    return startDate != null ? startDate : endDate != null ? endDate : publishedDate;
  }

  /** Whether it was published by a day; null is the end of time. */
  public boolean isPublishedBy(LocalDate day) {
    return publishedDate != null && !publishedDate.isAfter(day);
  }

  /** The measure's counts over all strata. */
  public Counts total(String measureId) {
    Counts total = Counts.NONE;
    for (Counts stratum : strata(measureId).values()) {
      total = total.plus(stratum);
    }
    return total;
  }

  /** The measure's counts by stratum; empty when no case is in its scope. */
  public Map<String, Counts> strata(String measureId) {
    return counts.getOrDefault(measureId, Map.of());
  }

  /** The measure's counts by stratum of the sample; empty where no design is declared. */
  public Map<String, Counts> designStrata(String measureId) {
    return strata(Tally.byDesign(measureId));
  }

  /** The same inspection, as if some measures had no case in their scope. */
  public InspectionTallies without(Set<String> measureIds) {
    Map<String, Map<String, Counts>> rest = new HashMap<>(counts);
    rest.keySet().removeAll(measureIds);
    return with(caseload, casesSampled, cases, rest);
  }

  /** The same inspection with other numbers. */
  public InspectionTallies with(
      Long newCaseload,
      Long newCasesSampled,
      Long newCases,
      Map<String, Map<String, Counts>> newCounts) {
    return as(tranche, newCaseload, newCasesSampled, newCases, newCounts);
  }

  /** The same inspection in a tranche. */
  public InspectionTallies inTranche(String newTranche) {
    return as(newTranche, caseload, casesSampled, cases, counts);
  }

  private InspectionTallies as(
      String newTranche,
      Long newCaseload,
      Long newCasesSampled,
      Long newCases,
      Map<String, Map<String, Counts>> newCounts) {
    return new InspectionTallies(
        inspectionId,
        trust,
        newTranche,
        startDate,
        endDate,
        publishedDate,
        newCaseload,
        newCasesSampled,
        newCases,
        formVersion,
        isSynthetic,
        newCounts);
  }

  /** The group it belongs to in a dimension; null if none. */
  public String group(String dimension) {
    return dimension.equals(Framework.TRANCHE) ? tranche : trust.dimensions().get(dimension);
  }

  /** The sums of some counts. */
  public static Sums sums(Counts counts) {
    return new Sums(
        counts.casesAssessed(),
        counts.sufficient(),
        counts.assessed(),
        counts.sumYY(),
        counts.sumYN(),
        counts.sumNN());
  }
}
