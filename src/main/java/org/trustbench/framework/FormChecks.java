package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is at odds in the versions of a form. */
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
    }
    new SameAsChecks(framework, mistakes).check();
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

  private static String place(Question question) {
    return "question " + question.id();
  }
}
