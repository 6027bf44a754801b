package org.trustbench.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.framework.Spelling;

/** Finds the columns that have one value for each institution, such as its region. */
final class GroupColumns {
  private final int trust;
  private final Map<Integer, Map<String, String>> valueOf = new HashMap<>();
  private final Set<Integer> various = new HashSet<>();

  GroupColumns(int trust, List<Integer> candidates) {
    this.trust = trust;
    candidates.forEach(column -> valueOf.put(column, new HashMap<>()));
  }

  void row(List<String> cells) {
    String institution = Spelling.key(cells.get(trust));
    if (institution.isEmpty()) {
      return;
    }
    valueOf.forEach(
        (column, known) -> {
          String value = Spelling.plain(cells.get(column));
          if (value.isEmpty()) {
            return;
          }
          String before = known.putIfAbsent(institution, value);
          if (before != null && !Spelling.folded(before).equals(Spelling.folded(value))) {
            various.add(column);
          }
        });
  }

  boolean isGroup(int column) {
    Map<String, String> values = valueOf.get(column);
    return values != null
        && !various.contains(column)
        && new HashSet<>(values.values()).size() > 1
        && new HashSet<>(values.values()).size() < values.size();
  }

  /** The value of a column for an institution; empty where it has none. */
  String value(int column, String institution) {
    return valueOf.get(column).getOrDefault(Spelling.key(institution), "");
  }
}
