package org.trustbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No text of the program calls an institution a trust, or names its cases: it has places for the
 * words, {@code {institutions}} or {@code {a case}}, and whoever shows it fills them by {@code
 * Terms}.
 */
class TermsInTextsTest {
  private static final Path MAIN = Path.of("src/main");

  /** Rooms that speak before there is a framework, or of the program's own files. */
  private static final Map<String, String> APART =
      Map.of(
          "/synth/", "makes up programmes of its own parameters, which have these names",
          "/draft/", "guesses what institutions are called",
          "/framework/OpenDecisions.java", "speaks of frameworks that do not say it yet",
          "/jobs/CompletionScript.java", "writes a script of the shell, which has a word case",
          "/stats/", "speaks to programmers of what cannot be",
          "/terms/", "holds the standard terms");

  /** Names of files, columns, keys and flags; terms of statistics; sizes of letters; SQL. */
  private static final Pattern NO_TERM =
      Pattern.compile(
          "(trusts|cases|judgements)\\.(csv|jsonl|xlsx|ods)(\\.gz)?|--trusts?|--cases|\\{trust\\}|[\\w$]*_(trusts?|cases?)\\w*|\\b(trusts?|cases?)_\\w*|trusts/|cases!|[Ss]heet"
              + " cases|[Cc]ase[ -]mix|lower-case|case and spaces|either trusts or|cases of every"
              + " kind|case a\\.grantee|\\\\\"(trusts|case)\\\\\"");

  private static final Pattern TERM = Pattern.compile("\\b([Tt]rusts?|[Cc]ases?)\\b");

  private static final Pattern PLACE =
      Pattern.compile("\\{([Aa]n? )?([Ii]nstitution|[Cc]ase)(s|['’]s?|s['’])?\\}");

  /** A text, or what is none and may hold quotation marks. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:\\\\.|[^\"\\\\\n])*)\"|//[^\n]*|/\\*.*?\\*/"
              + "|'(?:\\\\.|[^'\\\\])'",
          Pattern.DOTALL);

  /** What a statement has in it that fills places, now or, of declarations, when it is shown. */
  private static final Pattern FILLING =
      Pattern.compile("\\btext\\($|\\bterms\\b|\\bsays\\($|\\bTerms\\b");

  /** Declarations of tables, whose texts are filled as a whole, and patterns that others fill. */
  private static final Pattern DECLARING =
      Pattern.compile(
          "(Table|Tables|Columns|StarSchema|PairFile|Dictionary)\\.java$|/(PathwayStep|Phrase|RugTable"
              + "|FindingFiles|PathwayChart|RugChart|SpineChart|RejectReasons|UnlikelyValues|Availability"
              + "|CollectionWorkbook|MeasurePlan|StratifiedSample|Weighting)\\.java$");

  @Test
  void no_text_of_the_program_names_institutions_or_cases_itself() {
    List<String> found = new ArrayList<>();
    sources("java", ".java")
        .filter(file -> APART.keySet().stream().noneMatch(slashed(file)::contains))
        .forEach(file -> read(file, found, false));

    assertThat(found)
        .as("write {institution}, {institutions}, {an institution}, {case} … and fill it by Terms")
        .isEmpty();
  }

  @Test
  void what_has_a_place_for_a_term_is_filled() {
    List<String> found = new ArrayList<>();
    sources("java", ".java")
        .filter(file -> !slashed(file).contains("/terms/"))
        .filter(file -> !DECLARING.matcher(slashed(file)).find())
        .forEach(file -> read(file, found, true));

    assertThat(found).as("fill it by Terms.text").isEmpty();
  }

  @Test
  void no_template_script_or_view_names_institutions_or_cases_itself() {
    List<String> found = new ArrayList<>();
    sources("jte", ".jte")
        .forEach(
            file ->
                lines(file)
                    .filter(line -> !line.matches("\\s*[@!].*"))
                    .map(line -> line.replaceAll("\\$\\{[^}]*}\"?\\)?}?|<[^>]*>", " "))
                    .filter(TermsInTextsTest::hasTerm)
                    .forEach(line -> found.add(file + ": " + line.strip())));
    sources("resources/report", ".js").forEach(file -> read(file, found, false));
    sources("resources/org/trustbench/feed", ".sql")
        .forEach(
            file ->
                lines(file)
                    .filter(line -> line.startsWith("-- ") && hasTerm(line))
                    .forEach(line -> found.add(file + ": " + line)));

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "say(\"All trusts together\");;All trusts together",
        "heading(\"Cases\");;Cases",
        "say(\"over all\" + \"the trusts\");;the trusts",
        "say(\"read cases.csv of --trust, by case mix\");;",
        "column(\"cases\", \"trust_id\", \"trusts\");;",
        "say(\"%d {cases}\".formatted(n));%d {cases};",
        "say(terms.text(\"%d {cases}\", n));;",
      })
  void the_test_sees_them(String source, String unfilled, String named) {
    List<String> ofPlaces = new ArrayList<>();
    List<String> ofTerms = new ArrayList<>();

    texts("x", source, ofPlaces, true);
    texts("x", source, ofTerms, false);

    assertThat(String.join("", ofPlaces)).isEqualTo(unfilled == null ? "" : "x:1: " + unfilled);
    assertThat(String.join("", ofTerms)).isEqualTo(named == null ? "" : "x:1: " + named);
  }

  private static void read(Path file, List<String> found, boolean ofPlaces) {
    try {
      texts(file.toString(), Files.readString(file), found, ofPlaces);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds texts with a place that nothing fills, or those that name something themselves. */
  private static void texts(String file, String source, List<String> found, boolean ofPlaces) {
    Matcher token = TOKEN.matcher(source);
    StringBuilder code = new StringBuilder();
    int from = 0;
    while (token.find()) {
      code.append(source, from, token.start());
      from = token.end();
      String text = token.group("block") != null ? token.group("block") : token.group("text");
      if (text == null) {
        continue;
      }
      String statement = statement(code.toString());
      boolean isWrong =
          ofPlaces
              ? PLACE.matcher(text).find() && !FILLING.matcher(statement).find()
              : hasTerm(text) && !isHelp(statement);
      if (isWrong) {
        long line = source.substring(0, token.start()).lines().count();
        found.add("%s:%d: %s".formatted(file, Math.max(1, line), text));
      }
      code.append("§");
    }
  }

  /** The code before a text, from the beginning of its statement, without the texts in it. */
  private static String statement(String code) {
    int begin = Math.max(code.lastIndexOf(';'), code.lastIndexOf("->"));
    return code.substring(
            Math.max(begin, Math.max(code.lastIndexOf('{'), code.lastIndexOf('}'))) + 1)
        .strip()
        .replaceAll("(\\s*§\\s*\\+)+$", "")
        .strip();
  }

  /** What a job or setting says of itself, to which no framework is known. */
  private static boolean isHelp(String statement) {
    return statement.matches("(?s)@\\w+\\(.*") || statement.matches("(?s).*\\bmeans\\([^)]*");
  }

  /** Whether a text of more than a name, or a heading, has one of the words. */
  private static boolean hasTerm(String text) {
    boolean isName = text.matches("[a-z0-9_.-]*");
    String rest = NO_TERM.matcher(PLACE.matcher(text).replaceAll("")).replaceAll("");
    return !isName && TERM.matcher(rest).find();
  }

  private static String slashed(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> sources(String folder, String end) {
    try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
