package org.trustbench.ingest.reject;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.framework.Spelling;

/**
 * Codes that were written so that a spreadsheet program keeps the zeros in front: {@code ="007"}
 * and {@code '007}. Outside of such a program the marks are part of the text, and it is another
 * one.
 */
public final class GuardedText {
  private static final Pattern GUARDED = Pattern.compile("= ?\"([^\"]*)\"|'([0-9]+)'?");

  private GuardedText() {}

  /** What stands within the marks; empty where there are none. */
  private static Optional<String> inside(String text) {
    Matcher guarded = GUARDED.matcher(Spelling.plain(text));
    if (!guarded.matches()) {
      return Optional.empty();
    }
    return Optional.of(guarded.group(1) == null ? guarded.group(2) : guarded.group(1));
  }

  public static boolean isOne(String text) {
    return inside(text).isPresent();
  }

  /** What to do about a text of which what stands within the marks is known; empty of any other. */
  public static String told(String given, Predicate<String> isKnown) {
    return inside(given)
        .filter(isKnown)
        .map(code -> " (%s is: take away the marks around it)".formatted(code))
        .orElse("");
  }
}
