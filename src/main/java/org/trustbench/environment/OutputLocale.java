package org.trustbench.environment;

import java.util.Locale;

/**
 * Sets how numbers, dates and words are written: alike everywhere, whatever the locale of the
 * machine, since the same inputs make the same bytes. Every process of ours sets it before anything
 * else.
 */
public final class OutputLocale {
  private OutputLocale() {}

  /** No digits but 0 to 9, a point before decimals, English names of months. */
  public static void set() {
    Locale.setDefault(Locale.ROOT);
  }
}
