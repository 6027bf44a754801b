package org.trustbench.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the causes of a figure that differs between two releases. A score rests on its own
 * inspection; what is said against a comparator rests on every inspection of the comparator's
 * group; and everything on the framework, the settings and the program. What is left, such as
 * p-values adjusted for all that was compared, rests on every revision.
 */
final class DifferenceCauses {
  private final List<RevisionStep> steps;
  private final List<String> general;
  private final Map<String, Set<String>> groups = new HashMap<>();

  DifferenceCauses(List<RevisionStep> steps, List<String> general, Stream<PublishedTable> tables) {
    this.steps = steps;
    this.general = general;
    tables
        .filter(table -> table.columns().contains("comparator_group"))
        .filter(table -> table.columns().contains("inspection_id"))
        .flatMap(table -> table.rows().stream())
        .forEach(
            row ->
                groups
                    .computeIfAbsent(row.get("inspection_id"), id -> new HashSet<>())
                    .add(group(row)));
  }

  private static String group(Map<String, String> row) {
    return row.get("comparator_id") + "/" + row.get("comparator_group");
  }

  /** The causes of a change in a row, joined by semicolons. */
  String of(Map<String, String> row) {
    List<String> causes = new ArrayList<>();
    List<RevisionStep> near =
        steps.stream().filter(step -> concerns(step.inspectionId(), row)).toList();
    boolean isFromAfar = near.isEmpty() && general.isEmpty();
    (isFromAfar ? steps : near).forEach(step -> causes.add(step.words()));
    causes.addAll(general);
    return causes.stream().distinct().collect(Collectors.joining("; "));
  }

  private boolean concerns(String revised, Map<String, String> row) {
    if (revised.equals(row.get("inspection_id"))) {
      return true;
    }
    String comparator = row.getOrDefault("comparator_id", "");
    if (comparator.isEmpty()) {
      return false;
    }
    Set<String> ofRevised = groups.getOrDefault(revised, Set.of());
    if (row.containsKey("comparator_group")) {
      return ofRevised.contains(group(row));
    }
    return groups.getOrDefault(row.get("inspection_id"), Set.of()).stream()
        .anyMatch(group -> group.startsWith(comparator + "/") && ofRevised.contains(group));
  }
}
