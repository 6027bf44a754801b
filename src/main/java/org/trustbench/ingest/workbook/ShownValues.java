package org.trustbench.ingest.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes values of cells as texts, in the same way whatever the format of the workbook. */
final class ShownValues {
  /** A double has no more digits that mean anything, and no program shows more. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final int MOST_DIGITS = 400;

  private final DateTimeFormatter days;

  /**
   * Makes a writer.
   *
   * @param dayPattern how days are written, as an extract's layout has them; null for 2014-03-04
   */
  ShownValues(String dayPattern) {
    days =
        dayPattern == null
            ? DateTimeFormatter.ISO_LOCAL_DATE
            : DateTimeFormatter.ofPattern(dayPattern, Locale.ENGLISH);
  }

  /**
   * A number as a workbook holds it.
   *
   * @throws NumberFormatException where it is none
   */
  static BigDecimal number(String text) {
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
      throw new NumberFormatException("a number of that many digits");
    }
    return value;
  }

  static String plain(BigDecimal value) {
    BigDecimal shown = value.round(SHOWN);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  static String percent(BigDecimal value) {
    return plain(value.movePointRight(2)) + "%";
  }

  static String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  /** A day, with the time of day where there is one. */
  String moment(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? days.format(moment)
        : moment.toString();
  }

  /**
   * The same of a moment written as 2014-03-04 or 2014-03-04T12:00:00.
   *
   * @throws java.time.DateTimeException where it is none
   */
  String moment(String text) {
    return text.indexOf('T') < 0
        ? days.format(LocalDate.parse(text))
        : moment(
            LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text));
  }
}
