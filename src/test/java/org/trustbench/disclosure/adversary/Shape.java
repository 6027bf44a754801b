package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;

/**
 * What a framework tells of how its measures overlap. Cases fall into <em>kinds</em> by which of
 * the measures' conditions they meet; the smallest parts that measures are made of are a question
 * in some kinds of cases.
 */
final class Shape {
  private final Framework framework;
  private final Map<String, List<Condition>> conditions = new TreeMap<>();
  private final Map<String, List<List<Boolean>>> kinds = new TreeMap<>();
  private final Map<String, List<Part>> partsOfQuestion = new TreeMap<>();

  /**
   * A question in the cases of some kinds.
   *
   * @param kinds numbers of the kinds of case
   */
  record Part(String question, Set<Integer> kinds) {}

  Shape(Framework framework) {
    this.framework = framework;
    for (String evidence : framework.evidence()) {
      List<Condition> distinct =
          framework.measures().stream()
              .filter(measure -> measure.evidence().equals(evidence))
              .map(Measure::when)
              .distinct()
              .toList();
      conditions.put(evidence, distinct);
      kinds.put(evidence, kinds(distinct));
    }
    framework
        .questions()
        .forEach(
            question ->
                partsOfQuestion.put(question.id(), parts(question.id(), question.evidence())));
  }

  Framework framework() {
    return framework;
  }

  /** How many kinds of case there are among those of an evidence. */
  int kinds(String evidence) {
    return kinds.get(evidence).size();
  }

  /** The kinds of case that a measure is about. */
  Set<Integer> kinds(Measure measure) {
    return kinds(measure.evidence(), measure.when());
  }

  Set<Integer> kinds(String evidence, Condition condition) {
    int place = conditions.get(evidence).indexOf(condition);
    List<List<Boolean>> all = kinds.get(evidence);
    Set<Integer> meeting = new LinkedHashSet<>();
    for (int kind = 0; kind < all.size(); kind++) {
      if (all.get(kind).get(place)) {
        meeting.add(kind);
      }
    }
    return meeting;
  }

  List<Part> parts(String question) {
    return partsOfQuestion.get(question);
  }

  /** The parts whose judgements a measure counts. */
  List<Part> parts(Measure measure) {
    Set<Integer> about = kinds(measure);
    return measure.questions().stream()
        .flatMap(question -> parts(question).stream())
        .filter(part -> about.containsAll(part.kinds()))
        .toList();
  }

  private List<Part> parts(String question, String evidence) {
    List<Set<Integer>> scopes =
        framework.measures().stream()
            .filter(measure -> measure.questions().contains(question))
            .map(this::kinds)
            .distinct()
            .toList();
    Map<String, Set<Integer>> alike = new TreeMap<>();
    for (int kind = 0; kind < kinds(evidence); kind++) {
      int one = kind;
      String key =
          scopes.stream()
              .map(scope -> scope.contains(one) ? "1" : "0")
              .collect(Collectors.joining());
      alike.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(kind);
    }
    return alike.values().stream().map(set -> new Part(question, set)).toList();
  }

  /** Which conditions can be met together, by trying every combination of attributes' values. */
  private List<List<Boolean>> kinds(List<Condition> distinct) {
    List<String> attributes =
        distinct.stream().flatMap(one -> one.attributes().stream()).distinct().toList();
    Set<List<Boolean>> found = new LinkedHashSet<>();
    collect(distinct, attributes, new TreeMap<>(), found);
    return List.copyOf(found);
  }

  private void collect(
      List<Condition> distinct,
      List<String> left,
      Map<String, String> values,
      Set<List<Boolean>> found) {
    if (left.isEmpty()) {
      found.add(distinct.stream().map(one -> one.holds(values::get)).toList());
      return;
    }
    List<String> rest = left.subList(1, left.size());
    values.remove(left.get(0));
    collect(distinct, rest, values, found);
    for (String value : valuesOf(left.get(0), distinct)) {
      values.put(left.get(0), value);
      collect(distinct, rest, values, found);
    }
    values.remove(left.get(0));
  }

  private List<String> valuesOf(String attribute, List<Condition> distinct) {
    Set<String> values = new LinkedHashSet<>();
    for (Attribute one : framework.attributes()) {
      if (one.id().equals(attribute)) {
        one.values().forEach(value -> values.add(value.code()));
      }
    }
    distinct.forEach(condition -> named(condition, attribute, values));
    return new ArrayList<>(values);
  }

  private static void named(Condition condition, String attribute, Set<String> values) {
    if (condition instanceof Condition.AttributeIn in && in.attribute().equals(attribute)) {
      values.addAll(in.values());
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> named(part, attribute, values));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> named(part, attribute, values));
    }
  }
}
