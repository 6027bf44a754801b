package org.trustbench.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is duplicate or dangling in a framework: every mistake, each naming file and path. */
final class FrameworkChecks {
  static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private final Framework framework;
  private final List<String> mistakes = new ArrayList<>();

  private FrameworkChecks(Framework framework) {
    this.framework = framework;
  }

  static List<String> mistakes(Framework framework) {
    FrameworkChecks checks = new FrameworkChecks(framework);
    checks.ids();
    checks.questions();
    checks.measures();
    checks.attributesAndCaseMix();
    checks.comparators();
    checks.trusts();
    checks.vocabulary();
    checks.mistakes.addAll(LayoutChecks.mistakes(framework));
    return checks.mistakes;
  }

  private void ids() {
    unique(
        "questions.csv question",
        framework.questions(),
        question -> Form.normalised(question.id()));
    unique("framework.json answers", framework.answers(), Answer::code);
    unique("framework.json themes", framework.themes(), Theme::id);
    unique(
        "framework.json sections",
        framework.themes().stream().flatMap(theme -> theme.sections().stream()).toList(),
        Theme.Section::id);
    unique("framework.json measures", framework.measures(), Measure::id);
    unique("framework.json comparators", framework.comparators(), Comparator::id);
    unique("framework.json layouts", framework.layouts(), Layout::id);
    unique("framework.json dimensions", framework.dimensions(), Framework.Named::id);
    unique("trusts.csv", framework.trusts(), Trust::code);
    Spellings spellings = new Spellings("framework.json answers");
    for (Answer answer : framework.answers()) {
      spellings.add(answer.code(), answer.code());
      answer.aliases().forEach(alias -> spellings.add(alias, answer.code()));
    }
  }

  private void questions() {
    Map<String, Theme.Section> sections =
        framework.themes().stream()
            .flatMap(theme -> theme.sections().stream())
            .collect(Collectors.toMap(Theme.Section::id, Function.identity(), (a, b) -> a));
    for (Theme.Section section : sections.values()) {
      if (!framework.evidence().contains(section.evidence())) {
        mistakes.add(
            "framework.json section %s: evidence %s is not declared"
                .formatted(section.id(), section.evidence()));
      }
    }
    Set<String> judging =
        framework.answers().stream()
            .filter(answer -> answer.means() == null)
            .map(Answer::code)
            .collect(Collectors.toSet());
    for (Question question : framework.questions()) {
      String place = "questions.csv question %s: ".formatted(question.id());
      if (!question.id().matches(ID)) {
        mistakes.add(place + "an id is letters, digits, . _ and -");
      }
      if (!framework.evidence().contains(question.evidence())) {
        mistakes.add(place + "evidence %s is not declared".formatted(question.evidence()));
      }
      if (question.sections().isEmpty()) {
        mistakes.add(place + "it feeds no section");
      }
      for (String id : question.sections()) {
        Theme.Section section = sections.get(id);
        if (section == null) {
          mistakes.add(place + "there is no section %s".formatted(id));
        } else if (!section.evidence().equals(question.evidence())) {
          mistakes.add(
              place
                  + "section %s rests on evidence %s, the question on %s"
                      .formatted(id, section.evidence(), question.evidence()));
        }
      }
      dangling(place + "answers", question.answers(), judging);
      dangling(place + "sufficient", question.sufficient(), Set.copyOf(question.answers()));
      if (question.sufficient().isEmpty()) {
        mistakes.add(place + "no answer is sufficient");
      }
      condition(place + "applies_when", question.appliesWhen());
    }
  }

  private void measures() {
    Set<String> questions =
        framework.questions().stream().map(Question::id).collect(Collectors.toSet());
    Map<String, String> evidence =
        framework.questions().stream()
            .collect(Collectors.toMap(Question::id, Question::evidence, (a, b) -> a));
    Set<String> kinds =
        framework.measureKinds().stream().map(Framework.Named::id).collect(Collectors.toSet());
    kinds.addAll(
        List.of(
            Measure.OVERALL, Measure.THEME, Measure.SECTION, Measure.QUESTION, Measure.PATHWAY));
    for (Measure measure : framework.measures()) {
      String place = "framework.json measure %s: ".formatted(measure.id());
      dangling(place + "questions", measure.questions(), questions);
      condition(place + "when", measure.when());
      if (!kinds.contains(measure.kind())) {
        mistakes.add(place + "kind %s is not declared in measure_kinds".formatted(measure.kind()));
      }
      for (String question : measure.questions()) {
        if (evidence.containsKey(question) && !evidence.get(question).equals(measure.evidence())) {
          mistakes.add(
              place
                  + "question %s is answered on %s, the measure is of %s"
                      .formatted(question, evidence.get(question), measure.evidence()));
        }
      }
    }
  }

  private void attributesAndCaseMix() {
    unique("framework.json attributes", framework.attributes(), Attribute::id);
    for (Attribute attribute : framework.attributes()) {
      if (!attribute.id().matches("[a-z][a-z0-9_]*")) {
        mistakes.add(
            "framework.json attribute %s: an id is lower-case letters, digits and _"
                .formatted(attribute.id()));
      }
      if (Set.of(
              "submission_hash", "inspection_id", "case_id", "evidence", "file", "line", "trust_id")
          .contains(attribute.id())) {
        mistakes.add("framework.json attribute %s: the name is taken".formatted(attribute.id()));
      }
    }
    for (Attribute attribute : framework.attributes()) {
      Spellings spellings = new Spellings("framework.json attribute " + attribute.id());
      for (Attribute.Value value : attribute.values()) {
        spellings.add(value.code(), value.code());
        spellings.add(value.label(), value.code());
        value.aliases().forEach(alias -> spellings.add(alias, value.code()));
      }
    }
    for (String id : framework.caseMix()) {
      framework.attributes().stream()
          .filter(attribute -> attribute.id().equals(id))
          .findFirst()
          .ifPresentOrElse(
              attribute -> {
                if (attribute.isOpen()) {
                  mistakes.add("framework.json case_mix: %s has no list of values".formatted(id));
                }
              },
              () -> mistakes.add("framework.json case_mix: there is no attribute " + id));
    }
  }

  private void comparators() {
    Set<String> dimensions =
        framework.dimensions().stream().map(Framework.Named::id).collect(Collectors.toSet());
    for (Comparator comparator : framework.comparators()) {
      if (comparator.by() != null && !dimensions.contains(comparator.by())) {
        mistakes.add(
            "framework.json comparator %s: there is no dimension %s"
                .formatted(comparator.id(), comparator.by()));
      }
    }
  }

  private void trusts() {
    Map<String, String> names = new HashMap<>();
    for (Trust trust : framework.trusts()) {
      if (!trust.code().matches(ID)) {
        mistakes.add(
            "trusts.csv trust %s: a code is letters, digits, . _ and -".formatted(trust.code()));
      }
      List<String> own = new ArrayList<>(trust.aliases());
      own.add(trust.name());
      own.add(trust.code());
      for (String name : own) {
        String other = names.put(TrustRegister.normalised(name), trust.code());
        if (other != null && !other.equals(trust.code())) {
          mistakes.add(
              "trusts.csv: \"%s\" names both %s and %s".formatted(name, other, trust.code()));
        }
      }
    }
  }

  private void condition(String place, Condition condition) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> condition(place, part));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> condition(place, part));
    } else if (condition instanceof Condition.AttributeIn leaf) {
      framework.attributes().stream()
          .filter(attribute -> attribute.id().equals(leaf.attribute()))
          .findFirst()
          .ifPresentOrElse(
              attribute -> {
                if (!attribute.isOpen()) {
                  dangling(
                      place + " " + attribute.id(),
                      leaf.values(),
                      attribute.values().stream()
                          .map(Attribute.Value::code)
                          .collect(Collectors.toSet()));
                }
              },
              () -> mistakes.add(place + ": there is no attribute " + leaf.attribute()));
    }
  }

  /** Every word must be reachable: a band below is met only by scores that no band above takes. */
  private void vocabulary() {
    List<Vocabulary.Band> bands = framework.vocabulary().bands();
    for (int i = 1; i < bands.size(); i++) {
      Vocabulary.Band higher = bands.get(i - 1);
      Vocabulary.Band band = bands.get(i);
      boolean isLower =
          band.above() < higher.above()
              || (band.above() == higher.above() && band.isInclusive() && !higher.isInclusive());
      if (!isLower) {
        mistakes.add(
            "framework.json vocabulary: \"%s\" is never reached after \"%s\"; list the highest first"
                .formatted(band.word(), higher.word()));
      }
    }
  }

  /** What each accepted spelling stands for, as {@link Form} compares them. */
  private final class Spellings {
    private final String place;
    private final Map<String, String> codes = new HashMap<>();

    Spellings(String place) {
      this.place = place;
    }

    void add(String spelling, String code) {
      String other = codes.put(Form.normalised(spelling), code);
      if (other != null && !other.equals(code)) {
        mistakes.add("%s: \"%s\" means both %s and %s".formatted(place, spelling, other, code));
      }
    }
  }

  private void dangling(String place, Collection<String> used, Set<String> known) {
    mistakes.addAll(danglingIn(place, used, known));
  }

  /** A mistake for everything used that is not known. */
  static List<String> danglingIn(String place, Collection<String> used, Set<String> known) {
    return used.stream()
        .filter(id -> !known.contains(id))
        .map(id -> "%s: there is no %s".formatted(place, id))
        .toList();
  }

  private <T> void unique(String place, List<T> things, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T thing : things) {
      if (!seen.add(id.apply(thing))) {
        mistakes.add("%s: %s stands twice".formatted(place, id.apply(thing)));
      }
    }
  }
}
