package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is at odds in which questions of several versions are declared the same. */
final class SameAsChecks {
  private final Framework framework;
  private final Mistakes mistakes;
  private final List<String> versions;
  private final QuestionVersions form;
  private final Map<String, Question> questions = new HashMap<>();

  SameAsChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
    this.versions = framework.forms().stream().map(Form::version).toList();
    this.form = framework.questionVersions();
    framework.questions().forEach(question -> questions.putIfAbsent(question.id(), question));
  }

  void check() {
    framework.questions().forEach(this::declared);
    once();
    framework.measures().forEach(this::rules);
  }

  private void declared(Question question) {
    if (question.sameAs().isEmpty()) {
      return;
    }
    Question other = questions.get(question.sameAs());
    if (other == null) {
      mistakes.dangling(
          QuestionsCsv.FILE,
          "question " + question.id() + ": same_as",
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
    } else {
      cut(question, other);
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
      byOriginal.computeIfAbsent(form.first(question.id()), id -> new ArrayList<>()).add(question);
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

  /** On one scale a grade cannot be sufficient in one version and insufficient in another. */
  private void cut(Question question, Question other) {
    if (form.graded(question.id()).isEmpty()
        || !form.graded(question.id()).equals(form.graded(other.id()))) {
      return;
    }
    if (isMoved(question, other) || isMoved(other, question)) {
      wrong(
          question,
          "%s is sufficient where %s, %s where %s, on one scale"
              .formatted(
                  question.id(),
                  String.join("|", question.sufficient()),
                  other.id(),
                  String.join("|", other.sufficient())),
          "let both be sufficient from the same grade on, or leave same_as out: what is counted"
              + " is not the same");
    }
  }

  /** Whether a grade is sufficient for one and insufficient for another. */
  private boolean isMoved(Question one, Question other) {
    Set<String> sufficient = form.marks(one, one.sufficient());
    return other.answers().stream()
        .filter(answer -> !other.sufficient().contains(answer))
        .anyMatch(answer -> sufficient.containsAll(form.marks(other, List.of(answer))));
  }

  /** A rule is put to every version; two questions of it that are one there would count twice. */
  private void rules(Measure measure) {
    if (!(measure.counting() instanceof CountingRule.Composite) || measure.isCut()) {
      return;
    }
    Map<String, String> named = new HashMap<>();
    for (String question : measure.questions()) {
      String other = named.put(form.first(question), question);
      if (other != null) {
        mistakes.add(
            JSON_FILE,
            "measure " + measure.id(),
            "its rule names both %s and %s, which are the same".formatted(other, question),
            "name one of them: on every version the rule is about the one that it asks");
      }
    }
  }

  private void wrong(Question question, String wrong, String fix) {
    mistakes.add(QuestionsCsv.FILE, "question " + question.id() + ": same_as", wrong, fix);
  }
}
