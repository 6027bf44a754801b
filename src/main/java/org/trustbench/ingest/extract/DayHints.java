package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hints on dates that are not in the pattern of a layout: what they most likely are, and how to
 * mend them.
 */
final class DayHints {
  /** A day of this century or the last, counted from the beginning of 1900. */
  private static final Pattern SERIAL = Pattern.compile("[1-5]\\d{4}(\\.\\d+)?");

  private DayHints() {}

  /** The pattern as days are read by it. */
  static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** What it is, after a reason; empty where there is nothing to say. */
  static String of(String text, String pattern) {
    if (SERIAL.matcher(text).matches()) {
      return "; it counts days as a spreadsheet does: give its column the format of a date, and export it again";
    }
    String monthFirst = pattern.replace('d', '\0').replace('M', 'd').replace('\0', 'M');
    return isDay(text, monthFirst)
        ? "; it is one with day and month in the other order: see which the file has, or correct date_format"
        : "";
  }

  private static boolean isDay(String text, String pattern) {
    try {
      return LocalDate.parse(text, format(pattern)) != null;
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return false;
    }
  }
}
