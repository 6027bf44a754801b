package org.trustbench.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.framework.Spelling;

/** The values of a column, each with the number of rows that it stands in. */
final class ColumnValues {
  /** More values than this are not told apart: no framework lists so many of anything. */
  static final int MOST = 100_000;

  private static final int LONGEST_NAME = 100;

  private final String name;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private long rows;
  private long blanks;
  private boolean isCut;

  ColumnValues(String name) {
    this.name = name;
  }

  void add(String cell) {
    rows++;
    String value = Spelling.plain(cell);
    if (value.isEmpty()) {
      blanks++;
    } else if (counts.size() < MOST || counts.containsKey(value)) {
      counts.merge(value, 1, Integer::sum);
    } else {
      isCut = true;
    }
  }

  String name() {
    return name;
  }

  long filled() {
    return rows - blanks;
  }

  boolean hasBlanks() {
    return blanks > 0;
  }

  /** Whether it has more values than are told apart. */
  boolean isCut() {
    return isCut;
  }

  Set<String> values() {
    return counts.keySet();
  }

  int count(String value) {
    return counts.getOrDefault(value, 0);
  }

  /** Spellings that differ only in capitals, the most frequent first, in the order of the file. */
  Collection<List<String>> spellings() {
    Map<String, List<String>> together = new LinkedHashMap<>();
    counts.keySet().stream()
        .sorted(Comparator.comparing(this::count).reversed())
        .forEach(
            value ->
                together
                    .computeIfAbsent(Spelling.folded(value), one -> new ArrayList<>())
                    .add(value));
    return together.values();
  }

  /** Values that differ in more than capitals. */
  int distinct() {
    return spellings().size();
  }

  /** Whether each value stands in several rows on average. */
  boolean isRepeated() {
    return !isCut && filled() >= 3L * Math.max(1, counts.size());
  }

  /** Whether every value is a number. */
  boolean isNumeric() {
    return counts.keySet().stream().allMatch(value -> value.matches("[-+]?[0-9][0-9.,]*"));
  }

  /** Whether it is a whole number from 1 that no two rows share, and none lacks. */
  boolean isOwnNumber() {
    return rows > 0 && counts.size() == rows && isCount();
  }

  /** Whether every value is a whole number from 1, and none is missing. */
  boolean isCount() {
    return blanks == 0
        && !isCut
        && counts.keySet().stream().allMatch(value -> value.matches("[1-9][0-9]{0,8}"));
  }

  /** Whether the values are names rather than sentences. */
  boolean isOfNames() {
    return counts.keySet().stream().allMatch(value -> value.length() <= LONGEST_NAME);
  }
}
