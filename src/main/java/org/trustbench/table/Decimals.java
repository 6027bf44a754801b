package org.trustbench.table;

/** Rounding half up, away from zero, at the very end. */
public final class Decimals {
  private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

  private Decimals() {}

  /** A number rounded to some decimals, at most six. */
  public static double rounded(double value, int decimals) {
    double scaled = Math.abs(value) * POWERS[decimals];
    // Beyond this a double has no digits left to round.
    return scaled >= 1L << 52
        ? value
        : Math.copySign(Math.floor(scaled + .5) / POWERS[decimals], value);
  }

  /** The same as text with all its decimals; zero has no sign. */
  public static String text(double value, int decimals) {
    double scaled = Math.abs(value) * POWERS[decimals];
    if (scaled >= 1L << 52) {
      return java.math.BigDecimal.valueOf(value).toPlainString();
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
}
