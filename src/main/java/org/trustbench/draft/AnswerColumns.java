package org.trustbench.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.framework.Spelling;

/**
 * Finds the columns that hold answers: several that share a short list of values, or one whose
 * values are words that judgements are given in.
 */
final class AnswerColumns {
  private static final int MOST_ANSWERS = 12;
  private static final int MOST_GRADES = 7;
  private static final int ENOUGH_ALIKE = 3;

  private AnswerColumns() {}

  /** The groups of columns that share their answers, each in the order of the file. */
  static List<List<ColumnValues>> of(List<ColumnValues> columns) {
    List<ColumnValues> brief = columns.stream().filter(AnswerColumns::isBrief).toList();
    List<List<ColumnValues>> groups = new ArrayList<>();
    for (ColumnValues column : brief) {
      List<List<ColumnValues>> near =
          groups.stream()
              .filter(group -> group.stream().anyMatch(one -> areAlike(one, column)))
              .toList();
      List<ColumnValues> joined = new ArrayList<>();
      near.forEach(joined::addAll);
      joined.add(column);
      groups.removeAll(near);
      groups.add(joined);
    }
    return groups.stream()
        .filter(AnswerColumns::areAnswers)
        .map(group -> brief.stream().filter(group::contains).toList())
        .toList();
  }

  private static boolean isBrief(ColumnValues column) {
    return column.filled() > 0
        && column.distinct() <= (column.isNumeric() ? MOST_GRADES : MOST_ANSWERS)
        && !(column.isNumeric() && ColumnNames.isKey(column.name()))
        && !ColumnNames.isPersonal(column.name())
        && !ColumnNames.isSynthetic(column.name())
        && DatePatterns.of(column).isEmpty();
  }

  /** Whether at least half the answers in each are answers of the other. */
  private static boolean areAlike(ColumnValues one, ColumnValues other) {
    return 2 * shared(one, other) >= one.filled() && 2 * shared(other, one) >= other.filled();
  }

  private static long shared(ColumnValues column, ColumnValues with) {
    Set<String> known = with.values().stream().map(Spelling::folded).collect(Collectors.toSet());
    Map<String, Integer> counts = new HashMap<>();
    column
        .values()
        .forEach(value -> counts.merge(Spelling.folded(value), column.count(value), Integer::sum));
    return counts.entrySet().stream()
        .filter(entry -> known.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean areAnswers(List<ColumnValues> group) {
    Set<String> answers =
        group.stream().flatMap(column -> column.values().stream()).collect(Collectors.toSet());
    boolean isJudged =
        AnswerMeaning.areJudgements(answers)
            || answers.stream()
                .anyMatch(answer -> AnswerMeaning.of(answer) == AnswerMeaning.NOT_APPLICABLE);
    return group.size() >= ENOUGH_ALIKE
        || isJudged && (group.size() > 1 || !group.get(0).isNumeric());
  }
}
