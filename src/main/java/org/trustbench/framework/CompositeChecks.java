package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.framework.Scale.Grade;

/** Finds what is wrong with the rules of measures that are outcomes of a case. */
final class CompositeChecks {
  private final Map<String, Question> questions;
  private final Mistakes mistakes;

  private CompositeChecks(Framework framework, Mistakes mistakes) {
    this.questions =
        framework.questions().stream()
            .collect(Collectors.toMap(Question::id, Function.identity(), (one, other) -> one));
    this.mistakes = mistakes;
  }

  /**
   * Adds every mistake.
   *
   * @param root framework.json, for what a record does not hold
   */
  static void check(JsonNode root, Framework framework, Mistakes mistakes) {
    CompositeChecks checks = new CompositeChecks(framework, mistakes);
    root.path("measures").forEach(checks::shape);
    for (Measure measure : framework.measures()) {
      if (measure.counting() instanceof CountingRule.Composite composite
          && !Measure.GRADE.equals(measure.kind())) {
        composite.classes().forEach(rule -> checks.rule("measure " + measure.id(), rule));
      }
    }
    CompositeJson.classes(root)
        .forEach(
            (id, classes) ->
                mistakes.unique(JSON_FILE, "measure " + id + ": classes", classes, Grade::code));
  }

  private void shape(JsonNode measure) {
    String place = "measure " + JsonFields.text(measure, "id");
    List<String> given =
        List.of("questions", "rule", "classes").stream().filter(measure::has).toList();
    if (given.size() != 1) {
      mistakes.add(
          JSON_FILE,
          place,
          given.isEmpty()
              ? "it says nothing of what it counts"
              : "it has both %s and %s".formatted(given.get(0), given.get(1)),
          "give it \"questions\" (each judgement counts), or \"rule\" or \"classes\" (all"
              + " judgements together count once)");
    }
    JsonNode classes = measure.path("classes");
    for (int i = 0; i < classes.size(); i++) {
      boolean isLast = i == classes.size() - 1;
      if (classes.get(i).has("rule") == isLast) {
        mistakes.add(
            JSON_FILE,
            place + ": classes",
            isLast
                ? "the last has a rule"
                : "%s has no rule".formatted(JsonFields.text(classes.get(i), "id")),
            mistakes
                .terms()
                .text("each class has a rule but the last, for {cases} that meet none"));
      }
    }
  }

  private void rule(String place, CaseRule rule) {
    if (rule instanceof CaseRule.Parts parts) {
      parts.parts().forEach(part -> rule(place, part));
      if (rule instanceof CaseRule.AtLeast least && least.number() > parts.parts().size()) {
        mistakes.add(
            JSON_FILE,
            place + ": rule",
            "at least %d of %d can never be met".formatted(least.number(), parts.parts().size()),
            "let \"at_least\" be at most as many as \"of\" has");
      }
      if (rule instanceof CaseRule.AtLeastPercent share && share.percent() > 100) {
        mistakes.add(
            JSON_FILE,
            place + ": rule",
            "%d percent can never be met".formatted(share.percent()),
            "let \"at_least_percent\" be at most 100");
      }
    } else if (rule instanceof CaseRule.Answered answered
        && questions.containsKey(answered.question())) {
      mistakes.dangling(
          JSON_FILE,
          place + ": rule",
          answered.answers(),
          questions.get(answered.question()).answers(),
          "the answers to question " + answered.question());
    }
  }
}
