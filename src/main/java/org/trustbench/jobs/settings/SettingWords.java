package org.trustbench.jobs.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of words in what help and runs say of settings. */
final class SettingWords {
  private SettingWords() {}

  /** Some things joined by "and". */
  static String words(List<?> some) {
    return some.stream().map(String::valueOf).collect(Collectors.joining(" and "));
  }

  /** The words that the constants of an enum go by. */
  static <E> String[] labels(E[] words, Function<E, String> label) {
    return Arrays.stream(words).map(label).toArray(String[]::new);
  }

  /** Words as a choice: {@code a, b or c}. */
  static String either(String... words) {
    int last = words.length - 1;
    return String.join(", ", Arrays.copyOf(words, last)) + " or " + words[last];
  }
}
