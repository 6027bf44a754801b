package org.trustbench.message;

import java.util.Locale;

/** How many of a thing there are, in words: one is in the singular, none and several are not. */
public final class Counted {
  private Counted() {}

  /** As {@code 1 row}, {@code 0 rows}, {@code 1200 rows}. */
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /** The same of words that take more than an s, such as {@code row has} and {@code rows have}. */
  public static String of(long count, String one, String many) {
    return count + " " + word(count, one, many);
  }

  /** As {@code 1,200 rows}. */
  public static String grouped(long count, String one) {
    return grouped(count, one, one + "s");
  }

  /** The same of words that take more than an s. */
  public static String grouped(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d ", count) + word(count, one, many);
  }

  /** The word that goes with a number that stands elsewhere. */
  public static String word(long count, String one, String many) {
    return count == 1 ? one : many;
  }
}
