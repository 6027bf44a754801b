package org.trustbench.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.PipelineException;

/**
 * Reads {@code questions.csv}: {@code
 * id,text,label,sections,answers,sufficient,evidence,applies_when}. Several values in a cell are
 * separated by {@code |}. {@code applies_when} is a list of {@code attribute=value|value} joined by
 * {@code or}; empty means every case. Without {@code evidence} a question is answered on the
 * framework's default kind of case.
 */
final class QuestionsCsv {
  private QuestionsCsv() {}

  static List<Question> read(String name, String text, String defaultEvidence) {
    CsvText csv =
        new CsvText(
            name, text, List.of("id", "text", "label", "sections", "answers", "sufficient"));
    List<Question> questions = new ArrayList<>();
    for (CsvText.Row row : csv.rows()) {
      String evidence = row.text("evidence");
      questions.add(
          new Question(
              row.required("id"),
              row.required("text"),
              row.required("label"),
              row.several("sections"),
              row.several("answers"),
              row.several("sufficient"),
              evidence.isEmpty() ? defaultEvidence : evidence,
              appliesWhen(row)));
    }
    return questions;
  }

  private static Condition appliesWhen(CsvText.Row row) {
    String text = row.text("applies_when");
    if (text.isEmpty()) {
      return new Condition.Always();
    }
    List<Condition> parts = new ArrayList<>();
    for (String part : text.split("\\s+or\\s+", -1)) {
      String[] sides = part.split("=", -1);
      if (sides.length != 2) {
        throw PipelineException.usage(
            "%s line %d: applies_when \"%s\" is not attribute=value|value, joined by or"
                .formatted(row.file(), row.line(), text));
      }
      parts.add(
          new Condition.AttributeIn(
              sides[0].strip(),
              new ArrayList<>(
                  Arrays.stream(sides[1].split("\\|", -1)).map(String::strip).toList())));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }
}
