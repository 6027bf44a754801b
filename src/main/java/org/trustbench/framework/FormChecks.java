package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is at odds in the versions of a form, and in which questions are declared the same.
 */
final class FormChecks {
  private static final String PLACE = "forms";

  private final Framework framework;
  private final Mistakes mistakes;
  private final List<String> versions;
  private final Map<String, Question> questions = new HashMap<>();

  FormChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
    this.versions = framework.forms().stream().map(Form::version).toList();
    framework.questions().forEach(question -> questions.putIfAbsent(question.id(), question));
  }

  /** A day as it is written here, 2026-04-01; empty where it is none. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  void check() {
    layouts();
    if (versions.isEmpty()) {
      return;
    }
    mistakes.unique(JSON_FILE, PLACE, framework.forms(), Form::version);
    order();
    for (Question question : framework.questions()) {
      mistakes.dangling(
          QuestionsCsv.FILE,
          place(question) + ": versions",
          question.versions(),
          versions,
          "forms of framework.json");
      sameAs(question);
    }
    once();
    for (String version : versions) {
      if (framework.questions().stream().noneMatch(question -> question.isAsked(version))) {
        mistakes.add(
            JSON_FILE,
            PLACE,
            "no question is asked by version %s".formatted(version),
            "write it into the column versions of %s".formatted(QuestionsCsv.FILE));
      }
    }
  }

  private void order() {
    List<Form> forms = framework.forms();
    for (int i = 1; i < forms.size(); i++) {
      if (!forms.get(i).from().isAfter(forms.get(i - 1).from())) {
        mistakes.add(
            JSON_FILE,
            PLACE,
            "%s is not from a later day than %s"
                .formatted(forms.get(i).version(), forms.get(i - 1).version()),
            "list the earliest first, each with the first day of inspections made by it");
      }
    }
    String last = versions.get(versions.size() - 1);
    if (!last.equals(framework.version())) {
      mistakes.add(
          JSON_FILE,
          PLACE,
          "the last is %s, and version is %s".formatted(last, framework.version()),
          "list every version, the present one last");
    }
  }

  private void sameAs(Question question) {
    if (question.sameAs().isEmpty()) {
      return;
    }
    Question other = questions.get(question.sameAs());
    if (other == null) {
      mistakes.dangling(
          QuestionsCsv.FILE,
          place(question) + ": same_as",
          List.of(question.sameAs()),
          questions.keySet(),
          QuestionsCsv.FILE);
    } else if (!isEarlier(other, question)) {
      wrong(
          question,
          "%s is asked by no earlier versions alone".formatted(other.id()),
          "write into the columns versions of both which versions ask them: a question is the same"
              + " as one of versions before its own");
    } else if (!other.evidence().equals(question.evidence())) {
      wrong(
          question,
          "%s is answered on %s, the question on %s"
              .formatted(other.id(), other.evidence(), question.evidence()),
          mistakes.terms().text("questions of two kinds of {case} are not the same"));
    }
  }

  /** Whether the last version that asks one is before the first that asks another. */
  private boolean isEarlier(Question one, Question other) {
    int last = one.versions().stream().mapToInt(versions::indexOf).max().orElse(versions.size());
    int first = other.versions().stream().mapToInt(versions::indexOf).min().orElse(-1);
    return last < first;
  }

  /** Two questions of one version cannot both be the same as a third. */
  private void once() {
    Map<String, List<Question>> byOriginal = new HashMap<>();
    for (Question question : framework.questions()) {
      byOriginal.computeIfAbsent(original(question), id -> new ArrayList<>()).add(question);
    }
    for (List<Question> same : byOriginal.values()) {
      for (int i = 1; i < same.size(); i++) {
        Question question = same.get(i);
        for (Question other : same.subList(0, i)) {
          versions.stream()
              .filter(version -> question.isAsked(version) && other.isAsked(version))
              .findFirst()
              .ifPresent(
                  version ->
                      wrong(
                          question,
                          "version %s asks %s too, which is the same"
                              .formatted(version, other.id()),
                          "leave same_as with one of the two: two questions of a version are never"
                              + " the same"));
        }
      }
    }
  }

  /** As far as what is declared leads; a circle has no end, and is found by its versions. */
  private String original(Question question) {
    Set<String> met = new HashSet<>();
    Question one = question;
    while (questions.containsKey(one.sameAs()) && met.add(one.id())) {
      one = questions.get(one.sameAs());
    }
    return one.id();
  }

  private void layouts() {
    for (Layout layout : framework.layouts()) {
      String place = "layout " + layout.id();
      if (versions.isEmpty() && !layout.version().equals(Form.ONLY)) {
        mistakes.add(
            JSON_FILE,
            place + ": version",
            "the framework has no forms to choose from",
            "leave it out, or list every version of the form in forms");
      } else if (!versions.isEmpty() && !versions.contains(layout.version())) {
        mistakes.add(
            JSON_FILE,
            place,
            layout.version().equals(Form.ONLY)
                ? "it does not say which version of the form its file is of"
                : "there is no version " + layout.version(),
            "\"version\": one of %s".formatted(String.join(", ", versions)));
      } else {
        layout.questions().keySet().stream()
            .map(questions::get)
            .filter(question -> question != null && !question.isAsked(layout.version()))
            .forEach(
                question ->
                    mistakes.add(
                        JSON_FILE,
                        place + ": questions",
                        "version %s does not ask %s".formatted(layout.version(), question.id()),
                        "take it out here, or write the version into the column versions of "
                            + QuestionsCsv.FILE));
      }
    }
  }

  private void wrong(Question question, String wrong, String fix) {
    mistakes.add(QuestionsCsv.FILE, place(question) + ": same_as", wrong, fix);
  }

  private static String place(Question question) {
    return "question " + question.id();
  }
}
