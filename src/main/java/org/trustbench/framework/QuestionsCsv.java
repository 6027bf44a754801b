package org.trustbench.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code questions.csv}: {@code
 * id,text,label,sections,answers,sufficient,evidence,applies_when}. Several values in a cell are
 * separated by {@code |}. {@code applies_when} is a list of {@code attribute=value|value} joined by
 * {@code or}; empty means every case. Without {@code evidence} a question is answered on the
 * framework's default kind of case. A form of several versions may have {@code versions}, those
 * that ask a question (empty for all), and {@code same_as}, the question of earlier versions that
 * it stands for.
 */
final class QuestionsCsv {
  static final String FILE = "questions.csv";
  static final List<String> REQUIRED =
      List.of("id", "text", "label", "sections", "answers", "sufficient");
  static final List<String> OPTIONAL = List.of("evidence", "applies_when");

  /** The columns that a form of several versions may have besides. */
  static final List<String> OF_VERSIONS = List.of("versions", "same_as");

  private QuestionsCsv() {}

  /**
   * What was read.
   *
   * @param unread ids of questions whose rows could not be read
   * @param isReadable whether there are questions to refer to at all
   */
  record Read(List<Question> questions, Set<String> unread, boolean isReadable) {}

  /** The columns that there may be. */
  static List<String> optional(List<Form> forms) {
    List<String> optional = new ArrayList<>(OPTIONAL);
    if (!forms.isEmpty()) {
      optional.addAll(OF_VERSIONS);
    }
    return optional;
  }

  static Read read(String text, String defaultEvidence, List<Form> forms, Mistakes mistakes) {
    CsvText csv = new CsvText(FILE, text, REQUIRED, optional(forms), mistakes);
    boolean isOfSeveral = !forms.isEmpty();
    List<Question> questions = new ArrayList<>();
    for (CsvText.Row row : csv.rows()) {
      boolean isWhole = row.has("id", "text", "label");
      Condition appliesWhen = appliesWhen(row, mistakes);
      if (isWhole && appliesWhen != null) {
        mistakes.stands(FILE, "question " + row.name("id"), row.line());
        questions.add(question(row, defaultEvidence, appliesWhen, isOfSeveral));
      } else {
        csv.unread().add(row.name("id"));
      }
    }
    return new Read(questions, csv.unread(), csv.isReadable());
  }

  private static Question question(
      CsvText.Row row, String defaultEvidence, Condition appliesWhen, boolean isOfSeveral) {
    String evidence = row.name("evidence");
    return new Question(
        row.name("id"),
        row.text("text"),
        row.text("label"),
        row.several("sections"),
        row.several("answers"),
        row.several("sufficient"),
        evidence.isEmpty() ? defaultEvidence : evidence,
        appliesWhen,
        isOfSeveral ? row.several("versions") : List.of(),
        isOfSeveral ? row.name("same_as") : "");
  }

  /** Null when it cannot be read. */
  private static Condition appliesWhen(CsvText.Row row, Mistakes mistakes) {
    String text = row.text("applies_when");
    if (text.isEmpty()) {
      return new Condition.Always();
    }
    List<Condition> parts = new ArrayList<>();
    for (String part : text.split("\\s+or\\s+", -1)) {
      String[] sides = part.split("=", -1);
      if (sides.length != 2) {
        mistakes.addAt(
            FILE,
            row.line(),
            "",
            "applies_when \"%s\" is not attribute=value|value, joined by or".formatted(text),
            mistakes
                .terms()
                .text("for example stage=early|late or town=Ely; empty means every {case}"));
        return null;
      }
      parts.add(
          new Condition.AttributeIn(
              Spelling.plain(sides[0]),
              new ArrayList<>(
                  Arrays.stream(sides[1].split("\\|", -1)).map(Spelling::plain).toList())));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }
}
