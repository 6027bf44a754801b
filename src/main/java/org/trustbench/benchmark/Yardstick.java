package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.Comparator;
import org.trustbench.framework.Framework;

/**
 * A group of inspections that a comparator holds together, such as tranche 2.
 *
 * @param comparatorId what {@code --comparator} takes, such as {@code tranche}
 * @param group the group within it, such as {@code 2}; empty when the comparator has one group only
 * @param label what tables call it
 * @param members places of its inspections among all compared
 */
public record Yardstick(String comparatorId, String group, String label, List<Integer> members) {

  /** One id for comparator and group together. */
  public String key() {
    return group.isEmpty() ? comparatorId : comparatorId + ":" + group;
  }

  /** Every group of every comparator of a framework that has an inspection in it. */
  static List<Yardstick> all(Framework framework, List<Inspected> inspections) {
    List<Yardstick> yardsticks = new ArrayList<>();
    for (Comparator comparator : framework.comparators()) {
      Map<String, List<Integer>> groups = new TreeMap<>();
      for (int i = 0; i < inspections.size(); i++) {
        String group = comparator.by() == null ? "" : inspections.get(i).group(comparator.by());
        if (group != null) {
          groups.computeIfAbsent(group, key -> new ArrayList<>()).add(i);
        }
      }
      groups.forEach(
          (group, members) ->
              yardsticks.add(
                  new Yardstick(
                      comparator.id(),
                      group,
                      group.isEmpty() ? comparator.label() : comparator.label() + " " + group,
                      List.copyOf(members))));
    }
    return yardsticks;
  }
}
