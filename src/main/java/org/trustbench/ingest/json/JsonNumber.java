package org.trustbench.ingest.json;

import java.math.BigDecimal;

/** Numbers of JSON where a text is meant: 3, 3.0 and 3e0 are one number and so one text. */
public final class JsonNumber {
  /** More digits are no number that anybody means. */
  private static final int MOST_DIGITS = 100;

  private JsonNumber() {}

  /** A number in its shortest form without an exponent; as it stands where it is too long. */
  public static String text(String number) {
    if (number.length() > MOST_DIGITS) {
      return number;
    }
    try {
      return text(new BigDecimal(number), number);
    } catch (NumberFormatException beyondAnyExponent) {
      return number;
    }
  }

  private static String text(BigDecimal value, String number) {
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return Math.abs((long) shortest.scale()) > MOST_DIGITS ? number : shortest.toPlainString();
  }
}
