package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Question;

/**
 * The smallest pieces that a framework's measures are sums of: one question, on cases that
 * conditions do not tell apart. Which measures share pieces says what can be worked out from what.
 */
final class Parts {
  private static final int MOST_COMBINATIONS = 1_000_000;

  private final Map<String, BitSet> ofMeasure = new LinkedHashMap<>();
  private final Map<String, BitSet> ofQuestion = new LinkedHashMap<>();
  private int size;

  private Parts() {}

  static Parts of(Framework framework) {
    Parts parts = new Parts();
    Map<String, Attribute> attributes = new HashMap<>();
    framework.attributes().forEach(attribute -> attributes.put(attribute.id(), attribute));
    List<Measure> measures =
        framework.measures().stream().filter(measure -> !measure.isPathwayStep()).toList();
    measures.forEach(measure -> parts.ofMeasure.put(measure.id(), new BitSet()));
    for (Question question : framework.questions()) {
      List<Measure> asking =
          measures.stream().filter(one -> one.questions().contains(question.id())).toList();
      List<Condition> conditions = asking.stream().map(Measure::when).distinct().toList();
      BitSet own = new BitSet();
      parts.ofQuestion.put(question.id(), own);
      for (BitSet met : combinations(conditions, attributes)) {
        own.set(parts.size);
        for (Measure measure : asking) {
          if (met.get(conditions.indexOf(measure.when()))) {
            parts.ofMeasure.get(measure.id()).set(parts.size);
          }
        }
        parts.size++;
      }
    }
    return parts;
  }

  /** The pieces of a measure. */
  BitSet of(String measureId) {
    return ofMeasure.get(measureId);
  }

  /** The pieces of a measure that are of one question: there is at most one judgement a case. */
  BitSet of(String measureId, String questionId) {
    BitSet both = (BitSet) ofMeasure.get(measureId).clone();
    both.and(ofQuestion.get(questionId));
    return both;
  }

  int size() {
    return size;
  }

  /** Which conditions a case can meet together; a case that meets none is in no measure. */
  private static List<BitSet> combinations(
      List<Condition> conditions, Map<String, Attribute> attributes) {
    Map<String, List<String>> values = new TreeMap<>();
    for (Condition condition : conditions) {
      collect(condition, values, attributes);
    }
    long combinations = 1;
    for (List<String> some : values.values()) {
      combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * some.size());
    }
    if (combinations > MOST_COMBINATIONS) {
      throw PipelineException.usage(
          "the framework's measures ask one question under conditions on too many attributes (%s) for a public release to be sure what can be worked out from what: use fewer of them on one question"
              .formatted(values.keySet()));
    }
    List<BitSet> found = new ArrayList<>();
    List<String> names = List.copyOf(values.keySet());
    for (long number = 0; number < combinations; number++) {
      Map<String, String> attribute = new HashMap<>();
      long rest = number;
      for (String name : names) {
        List<String> some = values.get(name);
        attribute.put(name, some.get((int) (rest % some.size())));
        rest /= some.size();
      }
      BitSet met = new BitSet();
      for (int i = 0; i < conditions.size(); i++) {
        met.set(i, conditions.get(i).holds(attribute::get));
      }
      if (!met.isEmpty() && !found.contains(met)) {
        found.add(met);
      }
    }
    return found;
  }

  /** The values that conditions look for, one that they do not, and none recorded. */
  private static void collect(
      Condition condition, Map<String, List<String>> values, Map<String, Attribute> attributes) {
    if (condition instanceof Condition.AttributeIn in) {
      List<String> some = values.computeIfAbsent(in.attribute(), name -> new ArrayList<>());
      if (!some.contains(null)) {
        some.add(null);
      }
      in.values().stream().filter(value -> !some.contains(value)).forEach(some::add);
      Attribute attribute = attributes.get(in.attribute());
      if (attribute != null) {
        attribute.values().stream()
            .map(Attribute.Value::code)
            .filter(code -> !some.contains(code))
            .forEach(some::add);
      }
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, values, attributes));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, values, attributes));
    }
  }
}
