package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trustbench.framework.Comparator;
import org.trustbench.framework.Framework;
import org.trustbench.stats.BenchmarkRule;

/**
 * What some inspections are compared with: a group that a comparator holds together, such as
 * tranche 2, or a fixed value.
 *
 * @param comparatorId what {@code --comparator} takes, such as {@code tranche}
 * @param group the group within it, such as {@code 2}; empty when the comparator has one group only
 * @param label what tables call it
 * @param members places of its inspections among all compared, ascending; none for a fixed value
 * @param compared places of the inspections compared with it: its members, or with a comparator of
 *     the user's own all there are
 * @param fixed the value, a proportion; empty for a group
 */
public record ComparatorGroup(
    String comparatorId,
    String group,
    String label,
    List<Integer> members,
    List<Integer> compared,
    Optional<Double> fixed) {

  private static final String ALL = "all ";

  /** One id for comparator and group together. */
  public String key() {
    return group.isEmpty() ? comparatorId : comparatorId + ":" + group;
  }

  /**
   * Behind those who belong to it: {@code " of Tranche 2"}; nothing where what it is called says
   * that it is all of them, as {@code All pools} does.
   */
  public String whose() {
    return whose(label);
  }

  /** The same of what a group is called. */
  public static String whose(String label) {
    return label.regionMatches(true, 0, ALL, 0, ALL.length()) ? "" : " of " + label;
  }

  public boolean isFixed() {
    return fixed.isPresent();
  }

  /** Where an inspection stands among the members; {@link BenchmarkRule#OUTSIDE} if it is none. */
  int member(int inspection) {
    return Math.max(BenchmarkRule.OUTSIDE, Collections.binarySearch(members, inspection));
  }

  /**
   * Every group of every comparator of a framework that has an inspection in it, then the user's
   * own comparators.
   */
  static List<ComparatorGroup> all(
      Framework framework, List<UserComparator> own, List<InspectionTallies> inspections) {
    List<ComparatorGroup> comparatorGroups = new ArrayList<>();
    for (Comparator comparator : framework.comparators()) {
      comparatorGroups.addAll(groups(comparator, inspections));
    }
    List<Integer> everyone = IntStream.range(0, inspections.size()).boxed().toList();
    for (UserComparator comparator : own) {
      List<Integer> members =
          everyone.stream()
              .filter(
                  i ->
                      comparator instanceof UserComparator.Group group
                          && group.trusts().contains(inspections.get(i).trust().code()))
              .toList();
      comparatorGroups.add(
          new ComparatorGroup(
              comparator.id(),
              "",
              comparator.label(),
              members,
              everyone,
              comparator instanceof UserComparator.FixedValue fixed
                  ? Optional.of(fixed.value())
                  : Optional.empty()));
    }
    return comparatorGroups;
  }

  private static List<ComparatorGroup> groups(
      Comparator comparator, List<InspectionTallies> inspections) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < inspections.size(); i++) {
      String group = comparator.group(inspections.get(i)::group);
      if (group != null) {
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(i);
      }
    }
    List<ComparatorGroup> comparatorGroups = new ArrayList<>();
    groups.forEach(
        (group, members) ->
            comparatorGroups.add(
                new ComparatorGroup(
                    comparator.id(),
                    group,
                    group.isEmpty() ? comparator.label() : comparator.label() + " " + group,
                    List.copyOf(members),
                    List.copyOf(members),
                    Optional.empty())));
    return comparatorGroups;
  }
}
