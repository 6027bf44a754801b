package org.trustbench.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ways of writing a day that read every value of a column. */
final class DatePatterns {
  private static final int MOST_VALUES = 5_000;

  private static final List<String> PATTERNS =
      Stream.of("dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "dd.MM.yyyy", "dd-MM-yyyy")
          .flatMap(
              day -> Stream.of(day, day + " HH:mm", day + " HH:mm:ss", day.replace("yyyy", "yy")))
          .toList();

  private static final List<String> OTHERS =
      List.of(
          "yyyy-MM-dd",
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy/MM/dd",
          "dd MMM yyyy",
          "d MMM yyyy",
          "d MMMM yyyy",
          "dd-MMM-yyyy",
          "dd-MMM-yy");

  private DatePatterns() {}

  /** The patterns that read every value; none where it is no column of days. */
  static List<String> of(ColumnValues column) {
    List<String> values = column.values().stream().limit(MOST_VALUES).toList();
    List<String> reading = new ArrayList<>();
    if (!values.isEmpty()) {
      Stream.concat(OTHERS.stream(), PATTERNS.stream())
          .filter(pattern -> values.stream().allMatch(value -> day(value, pattern) != null))
          .forEach(reading::add);
    }
    return reading;
  }

  /** The day that a text says; null where the pattern does not read it. */
  static LocalDate day(String text, String pattern) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether two patterns of those found read different days. */
  static boolean areAmbiguous(List<String> patterns) {
    return patterns.stream().anyMatch(DatePatterns::hasDayFirst)
        && patterns.stream().anyMatch(pattern -> pattern.startsWith("M"));
  }

  private static boolean hasDayFirst(String pattern) {
    return pattern.startsWith("d");
  }
}
