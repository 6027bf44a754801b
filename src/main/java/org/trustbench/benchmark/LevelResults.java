package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Level;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.tally.Counts;

/**
 * One level of groups of institutions, scored and compared from the same tallies as institutions
 * are.
 *
 * @param level the level
 * @param results of a programme whose institutions are the groups and whose cases are the
 *     institutions; in its counts "cases" are institutions
 * @param groups every group of the register that has an institution inspected, by name, in order
 * @param funnels the limits of the funnels that are drawn of groups
 * @param funnelPoints groups on funnels
 * @param findings strengths and concerns of groups, found as those of institutions are
 */
public record LevelResults(
    Level level,
    Results results,
    Map<String, GroupTallies> groups,
    List<FunnelLimits> funnels,
    List<FunnelPoint> funnelPoints,
    List<Finding> findings) {

  /**
   * Every level of a programme, the lowest first, from the inspections that are compared.
   *
   * @param multiple effective judgements of limits are multiples of this
   */
  public static List<LevelResults> of(Results institutions, int multiple) {
    return institutions.framework().levels().stream()
        .map(level -> of(level, institutions, multiple))
        .toList();
  }

  private static LevelResults of(Level level, Results institutions, int multiple) {
    Framework framework = institutions.framework().atLevel(level);
    Map<String, Integer> registered = new HashMap<>();
    for (Trust trust : institutions.framework().trusts()) {
      String group = trust.dimensions().get(level.by());
      if (group != null) {
        registered.merge(group, 1, Integer::sum);
      }
    }
    Map<String, List<InspectionTallies>> members = new HashMap<>();
    for (InspectionTallies inspection : institutions.inspections()) {
      String group = inspection.trust().dimensions().get(level.by());
      if (group != null) {
        members.computeIfAbsent(group, name -> new ArrayList<>()).add(inspection);
      }
    }
    Map<String, GroupTallies> groups = new TreeMap<>();
    for (Trust group : framework.trusts()) {
      String name = group.code();
      if (members.containsKey(name)) {
        groups.put(
            name,
            GroupTallies.of(group, registered.get(name), members.get(name), framework.measures()));
      }
    }
    Results results =
        Benchmark.ofGroups(
            framework,
            rules(institutions.rules()),
            groups.values().stream()
                .map(group -> group.overInstitutions(framework.measures()))
                .toList(),
            caseSizes(institutions, framework));
    return new LevelResults(
        level,
        results,
        groups,
        FunnelLimits.of(results, multiple),
        FunnelPoint.of(results),
        Findings.of(results));
  }

  /** Σn²/Σn over the cases of all institutions, by measure. */
  private static Map<String, Double> caseSizes(Results institutions, Framework framework) {
    Map<String, Double> sizes = new HashMap<>();
    for (Measure measure : framework.measures()) {
      double squares = 0;
      double judgements = 0;
      for (InspectionTallies inspection : institutions.inspections()) {
        Counts counts = inspection.total(measure.id());
        squares += counts.sumNN();
        judgements += counts.assessed();
      }
      if (judgements > 0) {
        sizes.put(measure.id(), squares / judgements);
      }
    }
    return sizes;
  }

  /**
   * Of the user's own comparators fixed values hold for groups too; lists of institutions do not.
   */
  private static AnalysisRules rules(AnalysisRules rules) {
    return new AnalysisRules(
        rules.scoreRule(),
        rules.benchmarkRule(),
        rules.verdictRule(),
        rules.reliableFrom(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Level.ALL),
        rules.comparators().stream().filter(UserComparator.FixedValue.class::isInstance).toList(),
        false);
  }

  /** The plain sums of a score's measure over the institutions of its group. */
  public GroupTallies.Total total(InspectionScore score) {
    return group(score).totals().get(score.measure().id());
  }

  /** The group that a score is of. */
  public GroupTallies group(InspectionScore score) {
    return groups.get(score.inspection().inspectionId());
  }
}
