package org.trustbench.jobs.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trustbench.framework.NearestWord;

/**
 * The conditions that the values of a setting have to meet.
 *
 * @param <T> the type of the values
 */
final class ValueRules<T> {
  /** A condition, and what is wrong with a value that does not meet it. */
  private record Rule<T>(Predicate<T> isMet, Function<T, String> wrong) {}

  private final List<Rule<T>> rules = new ArrayList<>();
  private List<String> choices = List.of();

  /**
   * Adds a condition.
   *
   * @param wrong what a value is that does not meet it, as "is below 0"
   */
  void must(Predicate<T> isMet, String wrong) {
    rules.add(new Rule<>(isMet, value -> wrong));
  }

  /** Adds the condition that a value is one of some words. */
  void oneOf(List<T> words) {
    choices = words.stream().map(String::valueOf).toList();
    rules.add(new Rule<>(words::contains, this::notOneOf));
  }

  private String notOneOf(T value) {
    return "is not one of %s%s"
        .formatted(
            String.join(", ", choices),
            NearestWord.to(String.valueOf(value), choices)
                .map("; did you mean %s?"::formatted)
                .orElse(""));
  }

  /** The words that a value may be; none where they are not a few that are known. */
  List<String> choices() {
    return choices;
  }

  /**
   * What is wrong with a value, if anything is.
   *
   * @param called what messages call the setting
   */
  Optional<String> fault(String called, T value) {
    return rules.stream()
        .filter(rule -> !rule.isMet().test(value))
        .findFirst()
        .map(
            rule ->
                "%s %s %s"
                    .formatted(
                        called,
                        value instanceof String ? "\"" + value + "\"" : value,
                        rule.wrong().apply(value)));
  }
}
