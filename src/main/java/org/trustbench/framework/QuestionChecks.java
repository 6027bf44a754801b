package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is dangling or at odds in the questions, and in the measures made of them. */
final class QuestionChecks {
  private final Framework framework;
  private final QuestionsCsv.Read read;
  private final Mistakes mistakes;
  private final Map<String, Theme.Section> sections;

  QuestionChecks(Framework framework, QuestionsCsv.Read read, Mistakes mistakes) {
    this.framework = framework;
    this.read = read;
    this.mistakes = mistakes;
    this.sections =
        framework.themes().stream()
            .flatMap(theme -> theme.sections().stream())
            .collect(Collectors.toMap(Theme.Section::id, Function.identity(), (a, b) -> a));
  }

  void check() {
    sections
        .values()
        .forEach(section -> evidence(JSON_FILE, "section " + section.id(), section.evidence()));
    framework.questions().forEach(this::question);
    Set<String> added = new HashSet<>();
    framework.distributions().forEach(one -> added.addAll(one.added()));
    framework.measures().stream().filter(one -> !added.contains(one.id())).forEach(this::measure);
  }

  private void question(Question question) {
    String place = "question " + question.id();
    if (!question.id().matches(Mistakes.ID)) {
      mistakes.add(
          QuestionsCsv.FILE,
          place,
          "an id is letters, digits, . _ and -",
          "it begins with a letter or digit; label and text may be any text");
    }
    evidence(QuestionsCsv.FILE, place, question.evidence());
    if (question.sections().isEmpty()) {
      mistakes.add(
          QuestionsCsv.FILE,
          place,
          "it feeds no section",
          "write the id of a section of framework.json into the column sections");
    }
    for (String id : question.sections()) {
      Theme.Section section = sections.get(id);
      if (section == null) {
        mistakes.add(
            QuestionsCsv.FILE,
            place,
            "there is no section " + id,
            Mistakes.oneOf(id, sections.keySet(), "themes"));
      } else if (!section.evidence().equals(question.evidence())) {
        mistakes.add(
            QuestionsCsv.FILE,
            place,
            "section %s rests on evidence %s, the question on %s"
                .formatted(id, section.evidence(), question.evidence()),
            mistakes.terms().text("make them the same: a score is never of two kinds of {case}"));
      }
    }
    answers(place, question);
    condition(QuestionsCsv.FILE, place + ": applies_when", question.appliesWhen());
  }

  private void answers(String place, Question question) {
    List<String> judging =
        framework.answers().stream()
            .filter(answer -> answer.means() == null)
            .map(Answer::code)
            .toList();
    Set<String> silent = new HashSet<>();
    for (String code : question.answers()) {
      if (framework.answers().stream()
          .anyMatch(answer -> answer.code().equals(code) && answer.means() != null)) {
        silent.add(code);
        mistakes.add(
            QuestionsCsv.FILE,
            place + ": answers",
            "there is no %s to judge by: it means that nothing was judged".formatted(code),
            "leave it out: every question may be answered with it");
      }
    }
    mistakes.dangling(
        QuestionsCsv.FILE,
        place + ": answers",
        question.answers().stream().filter(code -> !silent.contains(code)).toList(),
        judging,
        "answers of framework.json");
    mistakes.dangling(
        QuestionsCsv.FILE,
        place + ": sufficient",
        question.sufficient(),
        question.answers(),
        "the column answers");
    if (question.sufficient().isEmpty()) {
      mistakes.add(
          QuestionsCsv.FILE,
          place,
          "no answer is sufficient",
          "write into the column sufficient the answers that mean: done well enough");
    }
  }

  private void measure(Measure measure) {
    String place = "measure " + measure.id();
    Map<String, String> evidence =
        framework.questions().stream()
            .collect(Collectors.toMap(Question::id, Question::evidence, (a, b) -> a));
    if (read.isReadable()) {
      Set<String> known = new HashSet<>(evidence.keySet());
      known.addAll(read.unread());
      mistakes.dangling(
          JSON_FILE, place + ": questions", measure.questions(), known, QuestionsCsv.FILE);
    }
    condition(JSON_FILE, place + ": when", measure.when());
    List<String> kinds = kinds();
    if (measure.kind() != null && !kinds.contains(measure.kind())) {
      mistakes.add(
          JSON_FILE,
          place,
          "kind %s is not declared in measure_kinds".formatted(measure.kind()),
          Mistakes.oneOf(measure.kind(), kinds, "measure_kinds"));
    }
    for (String question : measure.questions()) {
      if (evidence.containsKey(question) && !evidence.get(question).equals(measure.evidence())) {
        mistakes.add(
            JSON_FILE,
            place,
            "question %s is answered on %s, the measure is of %s"
                .formatted(question, evidence.get(question), measure.evidence()),
            mistakes
                .terms()
                .text(
                    "leave it out, or give the measure its \"evidence\": a score is never of two"
                        + " kinds of {case}"));
      }
    }
  }

  private List<String> kinds() {
    List<String> kinds =
        new ArrayList<>(
            List.of(
                Measure.OVERALL,
                Measure.THEME,
                Measure.SECTION,
                Measure.QUESTION,
                Measure.PATHWAY));
    framework.measureKinds().forEach(kind -> kinds.add(kind.id()));
    return kinds;
  }

  private void evidence(String file, String place, String evidence) {
    if (!framework.evidence().contains(evidence)) {
      mistakes.add(
          file,
          place,
          "evidence %s is not declared".formatted(evidence),
          Mistakes.oneOf(evidence, framework.evidence(), "evidence of framework.json"));
    }
  }

  private void condition(String file, String place, Condition condition) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> condition(file, place, part));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> condition(file, place, part));
    } else if (condition instanceof Condition.AttributeIn leaf) {
      List<String> attributes = framework.attributes().stream().map(Attribute::id).toList();
      if (!attributes.contains(leaf.attribute())) {
        mistakes.add(
            file,
            place,
            "there is no attribute " + leaf.attribute(),
            Mistakes.oneOf(leaf.attribute(), attributes, "attributes"));
        return;
      }
      framework.attributes().stream()
          .filter(attribute -> attribute.id().equals(leaf.attribute()) && !attribute.isOpen())
          .forEach(
              attribute ->
                  mistakes.dangling(
                      file,
                      place + " " + attribute.id(),
                      leaf.values(),
                      attribute.values().stream().map(Attribute.Value::code).toList(),
                      "its list of values"));
    }
  }
}
