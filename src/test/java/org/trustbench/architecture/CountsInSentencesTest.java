package org.trustbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No sentence says "1 rows": a number and what it counts are put together by {@code Counted}, which
 * knows the singular. Limits that are constants, such as more than 5 cases, may stand as they are.
 */
class CountsInSentencesTest {
  private static final Path MAIN = Path.of("src/main/java");

  /** A text of Java on one line. */
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

  /** A place for a number, perhaps an adjective, and a word in the plural. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?<before>.{0,14})%(\\d\\$)?,?d (more |other |data |further |unfinished )?(?<what>\\{?[a-z]+s\\b)");

  /** What comes before the number of a limit. */
  private static final Pattern LIMIT =
      Pattern.compile("( than| least| most| from| below| or|1 to|^From| From) $|^or $");

  /** Verbs and others that end in s and count nothing. */
  private static final Pattern NO_PLURAL =
      Pattern.compile("is|was|has|does|as|its|this|less|falls|lies|names");

  /** A number that is put before a plural by adding texts up. */
  private static final Pattern ADDED =
      Pattern.compile(
          "^[^\"]*\\b(size\\(\\)|count\\(\\)|rows|files|cases|number|[a-z]+Count) \\+ \" \\{?[a-z]+s\\b");

  /** {@code Counted} with a place for a term, which would stand unfilled where it is a value. */
  private static final Pattern UNFILLED =
      Pattern.compile("Counted\\s*\\.(of|grouped)\\([^;\"]*\"[^\"]*\\{");

  @Test
  void terms_are_filled_in_what_is_counted() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        UNFILLED
            .matcher(Files.readString(file))
            .results()
            .forEach(hit -> found.add(MAIN.relativize(file) + ": " + hit.group()));
      }
    }

    assertThat(found).as("let Terms.counted say it").isEmpty();
  }

  @Test
  void no_sentence_counts_one_of_a_thing_in_the_plural() {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        for (String line : Files.readAllLines(file)) {
          found(line).forEach(text -> found.add(MAIN.relativize(file) + ": " + text));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    assertThat(found).as("let Counted say it").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "say(\"%d rows were read\");true",
        "say(\"%,d more {institutions} in %s\");true",
        "say(\"of %2$d measures none\");true",
        "say(rows.size() + \" rows\");true",
        "say(\"more than %d rows\");false",
        "say(\"--keep %d is below 1\");false",
        "say(\"%s in %d\", Counted.of(rows, \"row\"));false",
        "* of %d rows;false",
      })
  void what_counts_as_such_a_sentence(String line, boolean isFound) {
    assertThat(!found(line).isEmpty()).isEqualTo(isFound);
  }

  private static List<String> found(String line) {
    List<String> found = new ArrayList<>();
    String code = line.strip();
    if (code.startsWith("*") || code.startsWith("//") || code.startsWith("/*")) {
      return found;
    }
    Matcher text = TEXT.matcher(line);
    while (text.find()) {
      Matcher count = COUNT.matcher(text.group(1));
      while (count.find()) {
        if (!LIMIT.matcher(count.group("before")).find()
            && !NO_PLURAL.matcher(count.group("what")).matches()) {
          found.add(text.group(1));
        }
      }
    }
    if (ADDED.matcher(line).find()) {
      found.add(code);
    }
    return found;
  }
}
