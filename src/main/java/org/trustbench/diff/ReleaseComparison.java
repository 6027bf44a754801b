package org.trustbench.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every figure that differs between the tables of two releases. */
public final class ReleaseComparison {
  private static final Set<String> NAMED = Set.of("inspection_id", "measure_id", "comparator_id");

  private final DifferenceCauses causes;

  private ReleaseComparison(DifferenceCauses causes) {
    this.causes = causes;
  }

  /**
   * Compares tables by name, their rows by key, and cells by column.
   *
   * @param steps what happened to submissions between the two
   * @param general what else differs: framework, settings, program
   */
  public static List<FigureDifference> between(
      List<PublishedTable> before,
      List<PublishedTable> after,
      List<RevisionStep> steps,
      List<String> general) {
    ReleaseComparison changes =
        new ReleaseComparison(
            new DifferenceCauses(steps, general, Stream.concat(before.stream(), after.stream())));
    Map<String, PublishedTable> second =
        after.stream().collect(Collectors.toMap(PublishedTable::name, table -> table));
    List<FigureDifference> found = new ArrayList<>();
    for (PublishedTable table : before) {
      if (second.containsKey(table.name())) {
        found.addAll(changes.of(table, second.get(table.name())));
      }
    }
    return found;
  }

  private List<FigureDifference> of(PublishedTable before, PublishedTable after) {
    List<FigureDifference> found = new ArrayList<>();
    Map<String, Map<String, String>> first = byKey(before);
    Map<String, Map<String, String>> second = byKey(after);
    List<String> columns =
        before.columns().stream()
            .filter(column -> after.columns().contains(column) && !before.key().contains(column))
            .toList();
    Set<String> keys = new TreeSet<>(first.keySet());
    keys.addAll(second.keySet());
    for (String key : keys) {
      Map<String, String> one = first.get(key);
      Map<String, String> other = second.get(key);
      if (one == null || other == null) {
        found.add(
            change(
                before,
                one == null ? other : one,
                FigureDifference.ROW,
                one == null ? "" : "published",
                other == null ? "" : "published"));
        continue;
      }
      for (String column : columns) {
        if (!one.get(column).equals(other.get(column))) {
          found.add(change(before, one, column, one.get(column), other.get(column)));
        }
      }
    }
    return found;
  }

  private static Map<String, Map<String, String>> byKey(PublishedTable table) {
    Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
    for (Map<String, String> row : table.rows()) {
      byKey.put(table.key().stream().map(row::get).collect(Collectors.joining("\u0000")), row);
    }
    return byKey;
  }

  private FigureDifference change(
      PublishedTable table, Map<String, String> row, String column, String before, String after) {
    String place =
        table.key().stream()
            .filter(part -> !NAMED.contains(part))
            .map(part -> part + "=" + row.get(part))
            .collect(Collectors.joining(", "));
    boolean isNumber = table.numbers().contains(column) && !before.isEmpty() && !after.isEmpty();
    return new FigureDifference(
        table.name(),
        row.getOrDefault("inspection_id", ""),
        row.getOrDefault("measure_id", ""),
        row.getOrDefault("comparator_id", ""),
        place,
        column,
        before,
        after,
        isNumber ? Double.valueOf(Double.parseDouble(after) - Double.parseDouble(before)) : null,
        causes.of(row));
  }
}
