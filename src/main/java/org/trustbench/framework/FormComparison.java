package org.trustbench.framework;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of two versions of a form is the same work: questions that both ask, and those declared the
 * same ({@code same_as}). A measure is comparable where all its questions of the one version have
 * their like among those of the other. A rule over the judgements of a case is only where its
 * questions are the very same.
 */
public final class FormComparison {
  private final Framework framework;
  private final Map<String, Question> questions = new HashMap<>();

  public FormComparison(Framework framework) {
    this.framework = framework;
    framework.questions().forEach(question -> questions.put(question.id(), question));
  }

  /** The question that another is the same as, through all versions; itself where none is. */
  public String first(String questionId) {
    Question question = questions.get(questionId);
    while (!question.sameAs().isEmpty()) {
      question = questions.get(question.sameAs());
    }
    return question.id();
  }

  /** Whether a version has anything to count for a measure. */
  public boolean isAsked(Measure measure, String version) {
    return !work(measure, version).isEmpty();
  }

  /** A measure of one question is on another version that of the question it is the same as. */
  public Measure on(Measure measure, String version) {
    if (!measure.kind().equals(Measure.QUESTION) || isAsked(measure, version)) {
      return measure;
    }
    String first = first(measure.questions().get(0));
    return framework.questions().stream()
        .filter(question -> question.isAsked(version) && first(question.id()).equals(first))
        .findFirst()
        .flatMap(
            question ->
                framework.measures().stream()
                    .filter(one -> one.id().equals("question-" + question.id()))
                    .findFirst())
        .orElse(measure);
  }

  /** Whether a measure is of the same work on two versions of the form. */
  public boolean isAlike(Measure measure, String version, String other) {
    return version.equals(other)
        || work(on(measure, version), version).equals(work(on(measure, other), other));
  }

  /**
   * The version since which every version asks the same of a measure as the present one; empty of a
   * measure that the present version does not have, and where there is one version alone.
   */
  public Optional<Form> followedSince(Measure measure) {
    List<Form> forms = framework.forms();
    Optional<Form> since = Optional.empty();
    for (int i = forms.size() - 1; i >= 0; i--) {
      boolean isSame =
          isAsked(measure, framework.version())
              && isAlike(measure, framework.version(), forms.get(i).version());
      if (!isSame) {
        break;
      }
      since = Optional.of(forms.get(i));
    }
    return since;
  }

  /** What it counts on a version, each question as that which it is the same as. */
  private Set<String> work(Measure measure, String version) {
    Measure asked = measure.onForm(questions::get, version);
    return asked.isByCase()
        ? Set.copyOf(asked.questions())
        : asked.questions().stream()
            .map(this::first)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
