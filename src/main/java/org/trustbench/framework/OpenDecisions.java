package org.trustbench.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entries of a framework that a program has left to a person: each holds the word {@code DECIDE},
 * alone or before a guess. A framework with any of them is refused.
 */
public final class OpenDecisions {
  /** What stands in place of what has to be decided, where there is nothing to guess. */
  public static final String MARK = "DECIDE";

  private static final Pattern MARKED = Pattern.compile("(?s)DECIDE|.*?DECIDE:(.*)");

  private static final String DEFAULT_FIX = "write what is meant, or leave the guess";

  /** What to do about an entry of framework.json, by its last name. */
  private static final Map<String, String> FIXES =
      Map.ofEntries(
          Map.entry(
              "trust",
              "write the column that names the institution; trusts.csv lists the values of the one"
                  + " guessed, so for another draft the framework anew with --trust COLUMN"),
          Map.entry(
              "case_key",
              "write the columns that together tell the cases of an institution apart, such as a"
                  + " number of each"),
          Map.entry(
              "means",
              "write not_applicable or not_recorded, or take \"means\" out if this answer is a"
                  + " judgement"),
          Map.entry(
              "aliases",
              "programs write this where a value is missing: leave it if it is this answer, or"
                  + " take it out and list it in \"missing\" of the layout"),
          Map.entry(
              "answer_values",
              "an empty cell means nr (not recorded) or na (not applicable): write which"),
          Map.entry(
              "include",
              "rows with these values count, all others are out of scope: write column and values,"
                  + " or take the whole of \"include\" out if every row counts"),
          Map.entry(
              "date_format", "dd/MM/yyyy has the day first, MM/dd/yyyy the month: write which"),
          Map.entry(
              "encoding", "common ones are windows-1252 and ISO-8859-1: look at a name's accents"),
          Map.entry(
              "case_mix",
              "write the attributes that scores are adjusted for, the most important first, or"
                  + " leave the list empty"),
          Map.entry("question", "write the column that names the question"),
          Map.entry("answer", "write the column that holds the answer"));

  /** The same of a column of a table. */
  private static final Map<String, String> COLUMN_FIXES =
      Map.of(
          "sufficient",
          "write those of its answers that mean: done well enough, with | between them; if it is no"
              + " question take the row out here and in the layout",
          "name",
          "it is a letter from %s: if both are one institution take this row out, and write its"
              + " name into the aliases of the other; if they are two leave the name");

  private final Mistakes mistakes;
  private boolean isFound;

  private OpenDecisions(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** An entry with a guess that somebody has to confirm. */
  public static String guess(String guess) {
    return MARK + ": " + guess;
  }

  /** An entry that has to be replaced by some of several; what is left without the mark is none. */
  public static String some(List<String> choices) {
    return guess("some of " + String.join("|", choices));
  }

  /**
   * Adds a mistake for every entry that is not decided.
   *
   * @param json the text of framework.json; null if it cannot be read
   * @param root what it holds; null likewise
   * @param questions the text of questions.csv; null if it cannot be read
   * @param trusts the text of trusts.csv; null likewise
   * @return whether there is any
   */
  static boolean isAny(
      String json, JsonNode root, String questions, String trusts, Mistakes mistakes) {
    OpenDecisions undecided = new OpenDecisions(mistakes);
    if (root != null && json.contains(MARK)) {
      JsonLines lines = JsonLines.of(json);
      undecided.node(root, root, "", lines);
    }
    undecided.table(QuestionsCsv.FILE, "question", questions, QuestionsCsv.REQUIRED);
    undecided.table(TrustsCsv.FILE, "trust", trusts, TrustsCsv.REQUIRED);
    return undecided.isFound;
  }

  private void node(JsonNode root, JsonNode node, String pointer, JsonLines lines) {
    if (node.isTextual()) {
      json(root, node.asText(), pointer, lines);
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      node(root, node.get(i), pointer + "/" + i, lines);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String below = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
      json(root, entry.getKey(), below, lines);
      node(root, entry.getValue(), below, lines);
    }
  }

  private void json(JsonNode root, String text, String pointer, JsonLines lines) {
    Matcher marked = MARKED.matcher(text);
    if (marked.matches()) {
      add(
          FrameworkReader.JSON_FILE,
          lines.at(pointer),
          JsonLines.words(root, pointer),
          marked.group(1),
          fix(pointer));
    }
  }

  private static String fix(String pointer) {
    String name = DEFAULT_FIX;
    for (Map.Entry<String, String> known : FIXES.entrySet()) {
      if (pointer.matches(".*/%s(/.*)?".formatted(known.getKey()))) {
        name = known.getValue();
      }
    }
    String described = SchemaCheck.description(pointer);
    return name.equals(DEFAULT_FIX) && !described.isEmpty() ? "write " + described : name;
  }

  private void table(String file, String thing, String text, List<String> required) {
    if (text == null || !text.contains(MARK)) {
      return;
    }
    CsvText table = new CsvText(file, text, required, List.of(), new Mistakes(""));
    List<String> names = table.rows().stream().map(row -> row.text("name")).toList();
    for (CsvText.Row row : table.rows()) {
      for (String column : table.header()) {
        Matcher marked = MARKED.matcher(row.text(column));
        if (marked.matches()) {
          add(
              file,
              row.line(),
              "%s %s, %s".formatted(thing, row.text(required.get(0)), column),
              marked.group(1),
              COLUMN_FIXES
                  .getOrDefault(column, DEFAULT_FIX)
                  .formatted(near(marked.group(1), names)));
        }
      }
    }
  }

  /** The name that another is a slip of. */
  private static String near(String guess, List<String> names) {
    String name = guess == null ? "" : Spelling.folded(guess);
    return names.stream()
        .filter(other -> TypoIndex.isSlip(Spelling.folded(other), name))
        .findFirst()
        .orElse("another");
  }

  private void add(String file, long line, String place, String guess, String fix) {
    isFound = true;
    mistakes.addAt(
        file,
        line,
        place,
        "is not decided" + (guess == null ? "" : "; guessed: " + guess.strip()),
        fix + " (without %s)".formatted(guess == null ? MARK : MARK + ":"));
  }
}
