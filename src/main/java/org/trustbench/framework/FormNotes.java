package org.trustbench.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes on measures that cannot be compared across versions of a form, with the reason. */
final class FormNotes {
  private static final int MOST = 20;

  private final Framework framework;
  private final FormComparison comparison;
  private final QuestionVersions form;

  private FormNotes(Framework framework) {
    this.framework = framework;
    this.comparison = new FormComparison(framework);
    this.form = framework.questionVersions();
  }

  /** A sentence for each reason, with the measures that it holds for; none of one form alone. */
  static List<String> of(Framework framework) {
    FormNotes notes = new FormNotes(framework);
    List<String> all = new ArrayList<>();
    List<Form> forms = framework.forms();
    for (int i = 1; i < forms.size(); i++) {
      String earlier = forms.get(i - 1).version();
      String later = forms.get(i).version();
      notes
          .reasons(earlier, later)
          .forEach(
              (reason, measures) ->
                  all.add(
                      "not followed from version %s to %s, since %s: %s"
                          .formatted(earlier, later, reason, listed(measures))));
    }
    framework.questions().forEach(question -> notes.turned(question, all));
    return all;
  }

  private Map<String, List<String>> reasons(String earlier, String later) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Measure measure : framework.measures()) {
      // What goes on as the measure of another question is told of under that name.
      boolean isOver =
          comparison.isAsked(measure, earlier) && comparison.on(measure, later).equals(measure);
      if ((comparison.isAsked(measure, later) || isOver)
          && !comparison.isAlike(measure, later, earlier)) {
        reasons
            .computeIfAbsent(reason(measure, earlier, later), added -> new ArrayList<>())
            .add(measure.id());
      }
    }
    return reasons;
  }

  private String reason(Measure measure, String earlier, String later) {
    if (measure.isByCase()) {
      return comparison.isAsked(measure, later)
          ? lacking(measure, earlier)
          : lacking(measure, later);
    }
    List<String> before = alone(measure, earlier, later);
    List<String> after = alone(measure, later, earlier);
    return before.isEmpty() && after.isEmpty()
        ? "the grades of " + ids(measure) + " are not the same"
        : Stream.of(asks(earlier, before), asks(later, after))
            .filter(asks -> !asks.isEmpty())
            .collect(Collectors.joining(" and "));
  }

  private static String asks(String version, List<String> questions) {
    return questions.isEmpty()
        ? ""
        : "version %s alone asks %s".formatted(version, String.join(", ", questions));
  }

  /** Questions of a measure on a version without any on another that is the same. */
  private List<String> alone(Measure measure, String version, String other) {
    return measure.questions().stream()
        .filter(id -> form.on(id, other).isEmpty())
        .flatMap(id -> form.on(id, version).stream())
        .map(Question::id)
        .distinct()
        .toList();
  }

  /** What a version does not have of a rule over several judgements. */
  private String lacking(Measure measure, String version) {
    Set<String> named = new LinkedHashSet<>(measure.questions());
    framework.pathways().stream()
        .filter(pathway -> isStepOf(measure, pathway))
        .flatMap(pathway -> pathway.steps().stream())
        .forEach(step -> named.addAll(step.questions()));
    List<String> lacking =
        named.stream().filter(question -> form.on(question, version).isEmpty()).toList();
    return lacking.isEmpty()
        ? "the answers to %s are others in version %s".formatted(ids(measure), version)
        : "version %s asks no %s".formatted(version, String.join(", ", lacking));
  }

  private static boolean isStepOf(Measure measure, Pathway pathway) {
    return Stream.iterate(1, step -> step <= pathway.steps().size(), step -> step + 1)
        .anyMatch(step -> pathway.measureId(step).equals(measure.id()));
  }

  /** The questions of a measure that are answered otherwise on another version. */
  private String ids(Measure measure) {
    return measure.questions().stream()
        .flatMap(id -> form.same(id).stream())
        .filter(one -> form.same(one.id()).stream().anyMatch(other -> isOtherwise(one, other)))
        .map(Question::id)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private boolean isOtherwise(Question one, Question other) {
    return !form.graded(one.id()).equals(form.graded(other.id()))
        || !form.marks(one, one.answers()).equals(form.marks(other, other.answers()));
  }

  /** An answer that is sufficient for one and not for the other may be meant. */
  private void turned(Question question, List<String> notes) {
    if (question.sameAs().isEmpty() || form.graded(question.id()).isPresent()) {
      return;
    }
    Question other = form.question(question.sameAs());
    List<String> turned =
        question.answers().stream()
            .filter(other.answers()::contains)
            .filter(
                answer ->
                    question.sufficient().contains(answer) != other.sufficient().contains(answer))
            .toList();
    if (!turned.isEmpty()) {
      notes.add(
          "question %s is the same as %s, and %s is sufficient for one of them alone: right only if"
                  .formatted(question.id(), other.id(), String.join(", ", turned))
              + " they are asked the other way round");
    }
  }

  private static String listed(List<String> measures) {
    return measures.stream().limit(MOST).collect(Collectors.joining(", "))
        + (measures.size() > MOST ? " and %d more".formatted(measures.size() - MOST) : "");
  }
}
