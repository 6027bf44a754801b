package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Outcome;

/** A framework as small CSV files that scripts in SQL and R can join with. */
final class FormTables {
  private FormTables() {}

  /**
   * Writes {@code questions}, {@code answers}, {@code outcomes}, {@code attributes} and {@code
   * measures}.
   */
  static void write(Framework framework, Path folder) throws IOException {
    Files.createDirectories(folder);
    Codebook codebook = new Codebook(framework);
    table(
        folder.resolve("questions.csv"),
        "question_id,evidence",
        framework.questions().stream().map(q -> q.id() + "," + q.evidence()));
    table(
        folder.resolve("answers.csv"),
        "spelling,answer",
        framework.answers().stream()
            .flatMap(
                answer ->
                    Stream.concat(Stream.of(answer.code()), answer.aliases().stream())
                        .map(spelling -> lower(spelling) + "," + answer.code())
                        .distinct()));
    table(
        folder.resolve("outcomes.csv"),
        "question_id,answer,outcome",
        framework.questions().stream()
            .flatMap(
                question ->
                    framework.answers().stream()
                        .map(
                            answer -> {
                              Outcome outcome =
                                  codebook.outcome(
                                      codebook.question(question.id()),
                                      codebook.answer(answer.code()));
                              return outcome == null
                                  ? null
                                  : "%s,%s,%s"
                                      .formatted(
                                          question.id(), answer.code(), lower(outcome.name()));
                            })
                        .filter(Objects::nonNull)));
    table(
        folder.resolve("attributes.csv"),
        "attribute,spelling,code",
        framework.attributes().stream()
            .flatMap(
                attribute ->
                    attribute.values().stream().flatMap(value -> spellings(attribute, value))));
    table(
        folder.resolve("measures.csv"),
        "measure_id,kind,label,condition,question_id",
        framework.measures().stream()
            .flatMap(
                measure ->
                    measure.questions().stream()
                        .map(
                            question ->
                                "%s,%s,\"%s\",\"%s\",%s"
                                    .formatted(
                                        measure.id(),
                                        measure.kind(),
                                        measure.label(),
                                        inR(measure.when()),
                                        question))));
  }

  /** A condition on cases as an expression of R over their columns. */
  private static String inR(Condition condition) {
    if (condition instanceof Condition.AttributeIn in) {
      return in.values().stream()
          .collect(Collectors.joining("','", in.attribute() + " %in% c('", "')"));
    }
    if (condition instanceof Condition.All all) {
      return parts(all.parts(), " & ");
    }
    if (condition instanceof Condition.Any any) {
      return parts(any.parts(), " | ");
    }
    return "TRUE";
  }

  private static String parts(List<Condition> parts, String operator) {
    return parts.stream().map(FormTables::inR).collect(Collectors.joining(operator, "(", ")"));
  }

  private static Stream<String> spellings(Attribute attribute, Attribute.Value value) {
    return Stream.concat(Stream.of(value.code(), value.label()), value.aliases().stream())
        .map(FormTables::lower)
        .distinct()
        .map(spelling -> "%s,%s,%s".formatted(attribute.id(), spelling, value.code()));
  }

  private static void table(Path file, String header, Stream<String> rows) throws IOException {
    Files.write(file, Stream.concat(Stream.of(header), rows).toList());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
