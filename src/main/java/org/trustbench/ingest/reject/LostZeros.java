package org.trustbench.ingest.reject;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustbench.framework.Spelling;

/** Finds the code that a number was before a spreadsheet program dropped the zeros in front. */
public final class LostZeros {
  private static final int MOST_ZEROS = 12;
  private static final String NUMBER = "[0-9]{1,18}";

  private LostZeros() {}

  /** The known code that differs from a given one by zeros in front alone; empty if none does. */
  public static Optional<String> meant(String given, Predicate<String> isKnown) {
    String number = Spelling.plain(given);
    if (!number.matches(NUMBER)) {
      return Optional.empty();
    }
    String bare = number.replaceFirst("^0+(?=.)", "");
    return Stream.concat(
            Stream.of(bare),
            IntStream.rangeClosed(1, MOST_ZEROS).mapToObj(zeros -> "0".repeat(zeros) + bare))
        .filter(code -> !code.equals(number))
        .filter(isKnown)
        .findFirst();
  }

  /** The same in words, to be put behind a reason; empty if there is none. */
  public static String told(String given, Predicate<String> isKnown) {
    return meant(given, isKnown)
        .map(
            code ->
                " (%s is, and differs by zeros in front alone, which spreadsheet programs drop from numbers: write it as text)"
                    .formatted(code))
        .orElse("");
  }
}
