package org.trustbench.draft;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.framework.Spelling;

/** Finds the column that tells rows with answers from rows of another kind, which have none. */
final class ScopeColumns {
  private static final double FEW = 0.25;

  private final List<Integer> answers;
  private final Map<Integer, Map<String, Counts>> byColumn = new LinkedHashMap<>();
  private long rows;

  private static final class Counts {
    private long rows;
    private long unanswered;

    boolean isOut() {
      return 10 * unanswered >= 9 * rows;
    }

    boolean isIn() {
      return 2 * unanswered < rows;
    }
  }

  /**
   * Begins to look.
   *
   * @param answers the columns of answers
   */
  ScopeColumns(List<Integer> candidates, List<Integer> answers) {
    this.answers = answers;
    candidates.forEach(column -> byColumn.put(column, new HashMap<>()));
  }

  void row(List<String> cells) {
    long filled = answers.stream().filter(column -> !cells.get(column).isBlank()).count();
    boolean isUnanswered = filled <= FEW * answers.size();
    rows++;
    byColumn.forEach(
        (column, counts) -> {
          Counts of =
              counts.computeIfAbsent(Spelling.plain(cells.get(column)), value -> new Counts());
          of.rows++;
          of.unanswered += isUnanswered ? 1 : 0;
        });
  }

  /**
   * A column each value of which is of rows with answers, or of rows without, and there are both.
   */
  Optional<Integer> found() {
    return byColumn.entrySet().stream()
        .filter(entry -> tells(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean tells(Map<String, Counts> counts) {
    long out = counts.values().stream().filter(Counts::isOut).mapToLong(count -> count.rows).sum();
    return counts.values().stream().allMatch(count -> count.isOut() || count.isIn())
        && counts.values().stream().anyMatch(Counts::isIn)
        && 100 * out >= rows;
  }

  /** The values of a column in rows that have answers. */
  List<String> inScope(int column) {
    return byColumn.get(column).entrySet().stream()
        .filter(entry -> entry.getValue().isIn())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
