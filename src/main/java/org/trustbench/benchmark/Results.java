package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.framework.Framework;
import org.trustbench.terms.Terms;

/**
 * All that a run works out from tallies, sorted: scores by inspection and measure; comparators and
 * comparisons by comparator, group, measure and inspection.
 */
public record Results(
    Framework framework,
    AnalysisRules rules,
    List<InspectionTallies> inspections,
    List<InspectionScore> scores,
    List<ComparatorScore> comparators,
    List<Comparison> comparisons) {

  /** The programme as the version of the form has it that all compared inspections are of. */
  public Framework frameworkInForce() {
    return inspections.stream()
        .findFirst()
        .map(one -> framework.atForm(one.formVersion()))
        .orElse(framework);
  }

  /** What the programme calls its institutions and cases. */
  public Terms terms() {
    return framework.terms();
  }

  /** The inspection of a trust that is compared with others. */
  public Optional<InspectionTallies> inspectionOf(String trustId) {
    return inspections.stream()
        .filter(inspection -> inspection.trust().code().equals(trustId))
        .findFirst();
  }

  /** The inspections that are compared, by the codes of their trusts. */
  public Map<String, InspectionTallies> inspectionsByTrust() {
    Map<String, InspectionTallies> byTrust = new HashMap<>();
    for (InspectionTallies inspection : inspections) {
      byTrust.putIfAbsent(inspection.trust().code(), inspection);
    }
    return byTrust;
  }

  /** Every group of every comparator, in the order of the rows. */
  public List<ComparatorGroup> comparatorGroups() {
    return comparators.stream().map(ComparatorScore::comparatorGroup).distinct().toList();
  }

  /** One trust's comparisons with one comparator, in the framework's order of measures. */
  public List<Comparison> comparisons(String trustId, String comparatorId) {
    return comparisons.stream()
        .filter(
            comparison ->
                comparison.comparatorGroup().comparatorId().equals(comparatorId)
                    && comparison.score().inspection().trust().code().equals(trustId))
        .toList();
  }

  /** Every trust's comparison on one measure within one group, in the order of trusts. */
  public List<Comparison> league(ComparatorGroup comparatorGroup, String measureId) {
    return comparisons.stream()
        .filter(
            comparison ->
                comparison.score().measure().id().equals(measureId)
                    && comparison.comparatorGroup().key().equals(comparatorGroup.key()))
        .toList();
  }
}
