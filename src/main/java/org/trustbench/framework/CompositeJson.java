package org.trustbench.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Scale.Grade;

/**
 * Makes records of graded scales and of rules over a case. What the schema finds wrong is left out
 * where nothing can be made of it.
 */
final class CompositeJson {
  private CompositeJson() {}

  /** The graded scales; a grade is called what its answer is. */
  static List<Scale> scales(JsonNode root) {
    Map<String, String> labels = new HashMap<>();
    for (JsonNode answer : root.path("answers")) {
      if (answer.hasNonNull("label")) {
        labels.put(answer.path("code").asText(), answer.get("label").asText());
      }
    }
    return JsonFields.things(
        root,
        "scales",
        "id",
        scale ->
            new Scale(
                JsonFields.text(scale, "id"),
                scale.path("label").asText(JsonFields.text(scale, "id")),
                JsonFields.strings(scale.get("grades")).stream()
                    .map(code -> new Grade(code, labels.getOrDefault(code, code)))
                    .toList(),
                scale.path("interval").asBoolean(false),
                JsonFields.strings(scale.get("questions")),
                JsonFields.strings(scale.get("reversed"))));
  }

  /** The classes of every measure that has some, by measure id. */
  static Map<String, List<Grade>> classes(JsonNode root) {
    Map<String, List<Grade>> classes = new LinkedHashMap<>();
    for (JsonNode measure : root.path("measures")) {
      if (measure.has("classes")) {
        classes.put(JsonFields.text(measure, "id"), ofMeasure(measure));
      }
    }
    return classes;
  }

  private static List<Grade> ofMeasure(JsonNode measure) {
    return JsonFields.things(
        measure,
        "classes",
        "id",
        one -> new Grade(JsonFields.text(one, "id"), JsonFields.text(one, "label")));
  }

  /** What a declared measure counts. */
  static CountingRule counting(JsonNode measure) {
    List<CaseRule> rules = new ArrayList<>();
    if (measure.has("rule")) {
      rules.add(rule(measure.get("rule")));
    }
    for (JsonNode one : measure.path("classes")) {
      if (one.has("rule")) {
        rules.add(rule(one.get("rule")));
      }
    }
    return rules.isEmpty() ? new CountingRule.Judgements() : new CountingRule.Composite(rules, 0);
  }

  /** The questions that a measure names, or those of its rules. */
  static List<String> questions(JsonNode measure) {
    return counting(measure) instanceof CountingRule.Composite composite
        ? composite.classes().stream()
            .flatMap(rule -> rule.questions().stream())
            .distinct()
            .toList()
        : JsonFields.strings(measure.get("questions"));
  }

  private static CaseRule rule(JsonNode node) {
    if (node.isTextual()) {
      return new CaseRule.Item(node.asText());
    } else if (node.has("question")) {
      return new CaseRule.Answered(
          JsonFields.text(node, "question"), JsonFields.strings(node.get("answers")));
    } else if (node.has("all")) {
      return new CaseRule.All(rules(node.get("all")));
    } else if (node.has("any")) {
      return new CaseRule.Any(rules(node.get("any")));
    } else if (node.has("at_least")) {
      return new CaseRule.AtLeast(node.get("at_least").asInt(1), rules(node.get("of")));
    }
    return new CaseRule.AtLeastPercent(
        node.path("at_least_percent").asInt(100), rules(node.get("of")));
  }

  private static List<CaseRule> rules(JsonNode nodes) {
    List<CaseRule> rules = new ArrayList<>();
    if (nodes != null) {
      nodes.forEach(node -> rules.add(rule(node)));
    }
    return rules;
  }
}
