package org.trustbench.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding half up, away from zero, at the very end. */
public final class Decimals {
  /** In place of a number of decimals: six significant digits. */
  public static final int SIGNIFICANT = -1;

  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
  private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

  private Decimals() {}

  /** A number rounded to some decimals, at most six, or {@link #SIGNIFICANT}. */
  public static double rounded(double value, int decimals) {
    if (decimals == SIGNIFICANT) {
      return significant(value).doubleValue();
    }
    double scaled = Math.abs(value) * POWERS[decimals];
    // Beyond this a double has no digits left to round.
    return scaled >= 1L << 52
        ? value
        : Math.copySign(Math.floor(scaled + .5) / POWERS[decimals], value);
  }

  /**
   * The same as text with all its decimals; zero has no sign. Of {@link #SIGNIFICANT} digits those
   * that matter, in powers of ten below a millionth: {@code 3.2E-9}.
   */
  public static String text(double value, int decimals) {
    if (decimals == SIGNIFICANT) {
      return significant(value).toString();
    }
    double scaled = Math.abs(value) * POWERS[decimals];
    if (scaled >= 1L << 52) {
      return BigDecimal.valueOf(value).toPlainString();
    }
    long digits = (long) Math.floor(scaled + .5);
    StringBuilder text = new StringBuilder();
    text.append(value < 0 && digits > 0 ? "-" : "").append(digits / POWERS[decimals]);
    if (decimals > 0) {
      String fraction = Long.toString(digits % POWERS[decimals]);
      text.append('.').append("0".repeat(decimals - fraction.length())).append(fraction);
    }
    return text.toString();
  }

  private static BigDecimal significant(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(SIX_DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
