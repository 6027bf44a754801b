package org.trustbench.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Rounding half up, away from zero, at the very end.
 *
 * <p>What is rounded is a decimal and never the binary number that stands for it. 23 of 40 is 57.5
 * % and so 58 %, although the double nearest to .575, times 100, is a little below 57.5. A
 * proportion is taken to fifteen decimals, which tells every ratio of counts from the halves it
 * could be rounded at: y/n and half a ten-thousandth of a percent, when not equal, are at least
 * 1/(2·10⁶·n) apart, and y/n and half a percent 1/(200·n).
 */
public final class Decimals {
  /** In place of a number of decimals: six significant digits. */
  public static final int SIGNIFICANT = -1;

  /** Decimals of a proportion that are not rounding errors: few additions leave fifteen right. */
  private static final int EXACT = 15;

  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
  private static final long[] POWERS = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  /** Farther from a half than this, binary and decimal agree about which side a number is on. */
  private static final double CLEAR = 1e-6;

  private static final int PERCENT = 2;

  /** More characters than a long has digits, with a sign and a point. */
  private static final int LONGEST = 32;

  /** Of numbers this far from 1 six digits are worked out as decimals. */
  private static final double SMALLEST = 2e-6;

  private static final double LARGEST = 1e6;
  private static final long LEAST_OF_SIX = 100_000;
  private static final long UNCLEAR = -1;
  private static final long[] TENS = {
    1,
    10,
    100,
    1000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000L,
    100_000_000_000L
  };

  private Decimals() {}

  /** A number rounded to some decimals, at most six, or {@link #SIGNIFICANT}. */
  public static double rounded(double value, int decimals) {
    if (decimals == SIGNIFICANT) {
      int places = places(value);
      long digits = places < 0 ? UNCLEAR : sixDigits(value, places);
      return digits == UNCLEAR
          ? significant(value).doubleValue()
          : Math.copySign(digits / (double) TENS[places], value);
    }
    // Beyond this a double has no digits left to round.
    return Math.abs(value) * POWERS[decimals] >= 1L << 52
        ? value
        : Math.copySign((double) digits(value, decimals) / POWERS[decimals], value);
  }

  /**
   * The same as text with all its decimals; zero has no sign. Of {@link #SIGNIFICANT} digits those
   * that matter, in powers of ten below a millionth: {@code 3.2E-9}.
   */
  public static String text(double value, int decimals) {
    if (decimals == SIGNIFICANT) {
      int places = places(value);
      long digits = places < 0 ? UNCLEAR : sixDigits(value, places);
      return digits == UNCLEAR ? significant(value).toString() : stripped(value, digits, places);
    }
    return Math.abs(value) * POWERS[decimals] >= 1L << 52
        ? BigDecimal.valueOf(value).toPlainString()
        : text(value < 0, digits(value, decimals), decimals);
  }

  /** A proportion, or a difference of two, in percent, rounded to some decimals, at most six. */
  public static double percent(double proportion, int decimals) {
    double rounded = (double) digits(proportion, decimals + PERCENT) / POWERS[decimals];
    return Math.copySign(rounded, proportion);
  }

  /** The same as text. */
  public static String percentText(double proportion, int decimals) {
    return text(proportion < 0, digits(proportion, decimals + PERCENT), decimals);
  }

  /** A proportion in percent, rounded no more than it is as a number: .57 is 57. */
  public static double percent(double proportion) {
    return decimal(proportion).movePointRight(PERCENT).doubleValue();
  }

  /** The magnitude in units of the last decimal, rounded half up. */
  private static long digits(double value, int decimals) {
    double scaled = Math.abs(value) * POWERS[decimals];
    long below = (long) scaled;
    double rest = scaled - below;
    if (Math.abs(rest - .5) > CLEAR) {
      return rest < .5 ? below : below + 1;
    }
    return decimal(Math.abs(value))
        .movePointRight(decimals)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** The shortest decimal that the double stands for, without the rounding errors behind it. */
  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(EXACT, RoundingMode.HALF_UP);
  }

  private static String text(boolean isNegative, long digits, int decimals) {
    byte[] text = new byte[LONGEST];
    int at = LONGEST;
    long left = digits;
    for (int place = 0; place < decimals; place++) {
      text[--at] = (byte) ('0' + left % 10);
      left /= 10;
    }
    if (decimals > 0) {
      text[--at] = '.';
    }
    do {
      text[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    if (isNegative && digits > 0) {
      text[--at] = '-';
    }
    return new String(text, at, LONGEST - at, StandardCharsets.ISO_8859_1);
  }

  /**
   * Decimals that a number between two millionths and a million has when it has six digits; −1 for
   * others.
   */
  private static int places(double value) {
    double size = Math.abs(value);
    if (!(size >= SMALLEST && size < LARGEST)) {
      return -1;
    }
    int places = 0;
    while (size * TENS[places] < LEAST_OF_SIX) {
      places++;
    }
    return places;
  }

  /**
   * The six digits of a magnitude, rounded half up; UNCLEAR near a half, or where they are not six.
   */
  private static long sixDigits(double value, int places) {
    double scaled = Math.abs(value) * TENS[places];
    long below = (long) scaled;
    double rest = scaled - below;
    long digits = rest < .5 ? below : below + 1;
    boolean isClear = Math.abs(rest - .5) > CLEAR;
    return isClear && digits >= LEAST_OF_SIX && digits < 10 * LEAST_OF_SIX ? digits : UNCLEAR;
  }

  /** Without zeros at the end of its decimals. */
  private static String stripped(double value, long digits, int places) {
    long left = digits;
    int decimals = places;
    while (decimals > 0 && left % 10 == 0) {
      left /= 10;
      decimals--;
    }
    return text(value < 0, left, decimals);
  }

  private static BigDecimal significant(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(SIX_DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
