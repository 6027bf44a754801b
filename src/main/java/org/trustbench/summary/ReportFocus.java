package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Comparator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;

/**
 * The focus of a report: the trust in focus, if any, and the comparator that it is set against.
 *
 * @param focus the trust in focus; null for none
 * @param comparatorId the comparator shown first
 */
public record ReportFocus(Comparisons comparisons, Trust focus, String comparatorId) {

  /** The focus that settings name, which have been checked against the framework. */
  public static ReportFocus of(Results results, String focus, String comparatorId) {
    return of(Comparisons.of(results), focus, comparatorId);
  }

  /** Another focus on the same results. */
  public static ReportFocus of(Comparisons comparisons, String focus, String comparatorId) {
    return new ReportFocus(
        comparisons,
        focus == null ? null : comparisons.results().framework().trust(focus),
        comparatorId);
  }

  public Results results() {
    return comparisons.results();
  }

  /** What the comparator chosen is called. */
  public String comparatorLabel() {
    return results().framework().comparators().stream()
        .filter(comparator -> comparator.id().equals(comparatorId))
        .map(Comparator::label)
        .findFirst()
        .or(() -> groups().stream().map(ComparatorGroup::label).findFirst())
        .orElse(comparatorId);
  }

  /** The inspection of the trust in focus; empty without a focus, or without an inspection. */
  public Optional<InspectionTallies> inspected() {
    return focus == null ? Optional.empty() : results().inspectionOf(focus.code());
  }

  /** The group of the comparator that the trust in focus is measured by. */
  public Optional<ComparatorGroup> ownGroup() {
    return focus == null
        ? Optional.empty()
        : comparisons.ofTrust(focus.code(), comparatorId).stream()
            .map(Comparison::comparatorGroup)
            .findFirst();
  }

  /** Every group of the comparator, that of the trust in focus first. */
  public List<ComparatorGroup> groups() {
    List<ComparatorGroup> groups = new ArrayList<>();
    ownGroup().ifPresent(groups::add);
    comparisons.groups().stream()
        .filter(comparatorGroup -> comparatorGroup.comparatorId().equals(comparatorId))
        .filter(
            comparatorGroup ->
                groups.stream().noneMatch(g -> g.key().equals(comparatorGroup.key())))
        .forEach(groups::add);
    return groups;
  }

  /** The group of all inspections, whoever they are; empty if no comparator has it. */
  public Optional<ComparatorGroup> everyone() {
    return comparisons.groups().stream()
        .filter(comparatorGroup -> comparatorGroup.group().isEmpty())
        .findFirst();
  }

  /** Everyone a league is made of: the groups, then the whole programme if it is none of them. */
  public List<ComparatorGroup> leagueGroups() {
    List<ComparatorGroup> groups = new ArrayList<>(groups());
    everyone()
        .filter(everyone -> groups.stream().noneMatch(g -> g.key().equals(everyone.key())))
        .ifPresent(groups::add);
    return groups;
  }

  /** The measures that leagues are made of: overall and themes. */
  public List<Measure> leagueMeasures() {
    return comparisons.leagueMeasures();
  }

  /** The comparisons of the trust in focus on some kinds of measure. */
  public List<Comparison> rows(Set<String> kinds) {
    return focus == null
        ? List.of()
        : comparisons.ofTrust(focus.code(), comparatorId).stream()
            .filter(comparison -> kinds.contains(comparison.score().measure().kind()))
            .toList();
  }

  /**
   * The detailed measures: the kinds that the framework adds, or single questions if it adds none.
   */
  public List<Framework.Named> detailedKinds() {
    List<Framework.Named> own = results().framework().measureKinds();
    return own.isEmpty() ? List.of(new Framework.Named(Measure.QUESTION, "Questions")) : own;
  }
}
