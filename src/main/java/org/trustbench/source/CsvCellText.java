package org.trustbench.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.trustbench.framework.Layout;

/**
 * Writes values of tables as the cells of a CSV file of the same rows have them: numbers without
 * zeros after their last digit, so that 1.0 is 1; days in the layout's pattern; nothing for null.
 */
final class CsvCellText {
  private static final double LARGEST_EXACT = 1L << 53;

  private final DateTimeFormatter days;
  private final String dayColumn;
  private final ZoneId zone;

  /** Columns that say yes or no, and no answer. */
  private final Set<String> saying = new HashSet<>();

  /** Without a layout: days as 2014-03-04, moments as they are. */
  static CsvCellText plain() {
    return new CsvCellText();
  }

  private CsvCellText() {
    days = DateTimeFormatter.ISO_LOCAL_DATE;
    dayColumn = null;
    zone = null;
  }

  CsvCellText(Layout layout) {
    days =
        layout.dateFormat() == null
            ? DateTimeFormatter.ISO_LOCAL_DATE
            : DateTimeFormatter.ofPattern(layout.dateFormat(), Locale.ENGLISH);
    dayColumn = layout.date();
    zone = layout.timeZone() == null ? null : ZoneId.of(layout.timeZone());
    saying.add(layout.synthetic());
    if (layout.shape() == Layout.Shape.VISITS) {
      saying.addAll(layout.questions().values());
    }
  }

  /** A value of a column as a cell; of the column with the layout's date the day alone. */
  String of(SourceColumn column, Object value) {
    boolean isDay = column.name().equals(dayColumn);
    if (value == null) {
      return "";
    } else if (value instanceof LocalDate day) {
      return days.format(day);
    } else if (value instanceof LocalDateTime time) {
      return time(time, isDay);
    } else if (value instanceof OffsetDateTime moment) {
      return moment(moment.toInstant(), isDay);
    } else if (value instanceof Double number) {
      return number(number);
    } else if (value instanceof Float number) {
      return Float.isFinite(number) ? number(new BigDecimal(number.toString())) : number.toString();
    } else if (value instanceof BigDecimal number) {
      return number(number);
    } else if (value instanceof Boolean isSo && saying.contains(column.name())) {
      return isSo ? "yes" : "no";
    }
    return value.toString();
  }

  private String time(LocalDateTime time, boolean isDay) {
    return isDay || time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? days.format(time.toLocalDate())
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  private String moment(Instant moment, boolean isDay) {
    return isDay
        ? days.format(moment.atZone(zone).toLocalDate())
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  private static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT) {
      return Long.toString((long) number);
    }
    return Double.isFinite(number) ? number(BigDecimal.valueOf(number)) : Double.toString(number);
  }

  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
