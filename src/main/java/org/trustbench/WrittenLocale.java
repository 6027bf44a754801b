package org.trustbench;

import java.util.Locale;

/**
 * How numbers, dates and words are written: alike everywhere, whatever the locale of the machine,
 * since the same inputs make the same bytes. Every process of ours sets it before anything else.
 */
public final class WrittenLocale {
  private WrittenLocale() {}

  /** No digits but 0 to 9, a point before decimals, English names of months. */
  public static void set() {
    Locale.setDefault(Locale.ROOT);
  }
}
