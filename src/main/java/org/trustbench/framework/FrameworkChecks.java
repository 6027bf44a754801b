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
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*";
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
    checks.layouts();
    return checks.mistakes;
  }

  private void ids() {
    unique("framework.json answers", framework.answers(), Answer::code);
    unique("framework.json themes", framework.themes(), Theme::id);
    unique(
        "framework.json sections",
        framework.themes().stream().flatMap(theme -> theme.sections().stream()).toList(),
        Theme.Section::id);
    unique("framework.json measures", framework.measures(), Measure::id);
    unique("framework.json comparators", framework.comparators(), Comparator::id);
    unique("framework.json layouts", framework.layouts(), Layout::id);
    unique("questions.csv", framework.questions(), Question::id);
    unique("trusts.csv", framework.trusts(), Trust::code);
    Map<String, String> spellings = new HashMap<>();
    for (Answer answer : framework.answers()) {
      Set<String> own = new HashSet<>(answer.aliases());
      own.add(answer.code());
      for (String spelling : own) {
        String other = spellings.put(Form.normalised(spelling), answer.code());
        if (other != null && !other.equals(answer.code())) {
          mistakes.add(
              "framework.json answers: \"%s\" means both %s and %s"
                  .formatted(spelling, other, answer.code()));
        }
      }
    }
  }

  private void questions() {
    Map<String, Theme.Section> sections =
        framework.themes().stream()
            .flatMap(theme -> theme.sections().stream())
            .collect(Collectors.toMap(Theme.Section::id, Function.identity(), (a, b) -> a));
    Set<String> judging =
        framework.answers().stream()
            .filter(answer -> answer.means() == null)
            .map(Answer::code)
            .collect(Collectors.toSet());
    for (Question question : framework.questions()) {
      String place = "questions.csv question %s: ".formatted(question.id());
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

  private void layouts() {
    Set<String> questions =
        framework.questions().stream().map(Question::id).collect(Collectors.toSet());
    Set<String> attributes =
        framework.attributes().stream().map(Attribute::id).collect(Collectors.toSet());
    Set<String> answers =
        framework.answers().stream().map(Answer::code).collect(Collectors.toSet());
    for (Layout layout : framework.layouts()) {
      String place = "framework.json layout %s: ".formatted(layout.id());
      dangling(place + "questions", layout.questions().keySet(), questions);
      dangling(place + "question_values", layout.questionValues().values(), questions);
      dangling(place + "attributes", layout.attributes().keySet(), attributes);
      dangling(place + "attribute_values", layout.attributeValues().keySet(), attributes);
      dangling(place + "answer_values", layout.answerValues().values(), answers);
      if (!java.nio.charset.Charset.isSupported(layout.encoding())) {
        mistakes.add(place + "encoding %s is not known".formatted(layout.encoding()));
      }
      if (!layout.inspectionId().contains("{trust}")) {
        mistakes.add(place + "inspection_id does not contain {trust}");
      }
      if (layout.shape() == Layout.Shape.WIDE && layout.questions().isEmpty()) {
        mistakes.add(place + "it names no questions");
      }
      if ((layout.date() == null) != (layout.dateFormat() == null)) {
        mistakes.add(place + "date and date_format go together");
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

  private void dangling(String place, Collection<String> used, Set<String> known) {
    for (String id : used) {
      if (!known.contains(id)) {
        mistakes.add("%s: there is no %s".formatted(place, id));
      }
    }
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
