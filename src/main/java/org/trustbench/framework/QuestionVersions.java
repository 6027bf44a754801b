package org.trustbench.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions of a form through its versions: which of them are the same, as {@code same_as}
 * declares, and what an answer to one is as an answer to another.
 */
public final class QuestionVersions {
  private final List<Scale> scales;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, String> firsts = new HashMap<>();
  private final Map<String, List<Question>> same = new HashMap<>();

  QuestionVersions(List<Question> all, List<Scale> scales) {
    this.scales = scales;
    all.forEach(question -> questions.putIfAbsent(question.id(), question));
    for (Question question : questions.values()) {
      String first = followed(question);
      firsts.put(question.id(), first);
      same.computeIfAbsent(first, id -> new ArrayList<>()).add(question);
    }
  }

  /** As far as what is declared leads; a circle, which is a mistake, has no end. */
  private String followed(Question question) {
    Set<String> met = new HashSet<>();
    Question one = question;
    while (questions.containsKey(one.sameAs()) && met.add(one.id())) {
      one = questions.get(one.sameAs());
    }
    return one.id();
  }

  Question question(String id) {
    return questions.get(id);
  }

  /** The question that another is the same as, through all versions; itself where none is. */
  public String first(String id) {
    return firsts.getOrDefault(id, id);
  }

  /** A question and those that are the same, in the order of the form. */
  List<Question> same(String id) {
    return same.getOrDefault(first(id), List.of());
  }

  /** Whether a version asks a question itself; not one that there is none of, a mistake. */
  boolean isAsked(String id, String version) {
    return questions.containsKey(id) && questions.get(id).isAsked(version);
  }

  /** The question that a version asks as the same as another; empty where it asks none. */
  Optional<Question> on(String id, String version) {
    return isAsked(id, version)
        ? Optional.of(questions.get(id))
        : same(id).stream().filter(question -> question.isAsked(version)).findFirst();
  }

  /** Some questions, each once, as a version asks them; empty where it lacks one. */
  Optional<List<String>> all(List<String> ids, String version) {
    List<String> asked = new ArrayList<>();
    for (String id : ids) {
      Optional<Question> found = on(id, version);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (!asked.contains(found.get().id())) {
        asked.add(found.get().id());
      }
    }
    return Optional.of(asked);
  }

  /** Some questions, each followed by those of other versions that are the same. */
  List<String> ofAllVersions(List<String> ids) {
    Set<String> all = new LinkedHashSet<>();
    for (String id : ids) {
      all.add(id);
      same(id).forEach(question -> all.add(question.id()));
    }
    return List.copyOf(all);
  }

  /**
   * Answers to a question as answers to another that is the same: the same grades where both are
   * graded on one scale, the same codes where neither is graded; empty where the two have not all
   * of these in common, so that what is counted of one is not what is counted of the other.
   */
  Optional<List<String>> answersOn(String id, List<String> answers, Question other) {
    Question question = questions.get(id);
    if (question.equals(other)) {
      return Optional.of(answers);
    }
    if (!graded(question.id()).equals(graded(other.id()))
        || !marks(question, question.answers()).equals(marks(other, other.answers()))) {
      return Optional.empty();
    }
    Set<String> wanted = marks(question, answers);
    return Optional.of(
        other.answers().stream()
            .filter(answer -> wanted.containsAll(marks(other, List.of(answer))))
            .toList());
  }

  /** The scale that a question is graded on. */
  Optional<Scale> graded(String id) {
    return scales.stream().filter(scale -> scale.all().contains(id)).findFirst();
  }

  /** What answers are, whatever the direction a question is asked in: grades or else codes. */
  Set<String> marks(Question question, List<String> answers) {
    Optional<Scale> scale = graded(question.id());
    Set<String> marks = new TreeSet<>();
    for (String answer : answers) {
      int place = scale.map(one -> one.place(question.id(), answer)).orElse(-1);
      marks.add(place < 0 ? "answer " + answer : scale.get().id() + " grade " + place);
    }
    return marks;
  }
}
