package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.framework.Condition;

/**
 * The combinations of conditions that one case can meet. Of each attribute only so many values are
 * tried as the conditions tell apart; one that no condition names is like one that was not
 * recorded.
 */
final class AttributeValues {
  private static final int MOST_COMBINATIONS = 1_000_000;

  private AttributeValues() {}

  /** Every set of conditions that some case meets, and no others with them; also the empty one. */
  static Set<BitSet> combinations(List<Condition> conditions) {
    Map<String, List<Condition.AttributeIn>> asked = new TreeMap<>();
    conditions.forEach(condition -> collect(condition, asked));
    Map<String, List<String>> values = new TreeMap<>();
    asked.forEach((attribute, in) -> values.put(attribute, toldApart(in)));
    long combinations = 1;
    for (List<String> some : values.values()) {
      combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * some.size());
    }
    if (combinations > MOST_COMBINATIONS) {
      throw PipelineException.usage(
          "the framework's measures ask one question under conditions on too many attributes (%s) for a public release to be sure what can be worked out from what: use fewer of them on one question"
              .formatted(values.keySet()));
    }
    Set<BitSet> found = new LinkedHashSet<>();
    for (long number = 0; number < combinations; number++) {
      Map<String, String> attribute = combination(number, values);
      BitSet met = new BitSet();
      for (int i = 0; i < conditions.size(); i++) {
        met.set(i, conditions.get(i).holds(attribute::get));
      }
      found.add(met);
    }
    return found;
  }

  /** Whether every case that meets one condition meets another. */
  static boolean isWithin(Condition one, Condition other) {
    return other instanceof Condition.Always
        || combinations(List.of(one, other)).stream().noneMatch(met -> met.get(0) && !met.get(1));
  }

  private static Map<String, String> combination(long number, Map<String, List<String>> values) {
    Map<String, String> attribute = new HashMap<>();
    long rest = number;
    for (Map.Entry<String, List<String>> some : values.entrySet()) {
      int size = some.getValue().size();
      attribute.put(some.getKey(), some.getValue().get((int) (rest % size)));
      rest /= size;
    }
    return attribute;
  }

  /** One value of all that the conditions treat alike. */
  private static List<String> toldApart(List<Condition.AttributeIn> in) {
    Set<String> known = new LinkedHashSet<>();
    known.add(null);
    in.forEach(condition -> known.addAll(condition.values()));
    Map<BitSet, String> apart = new HashMap<>();
    List<String> values = new ArrayList<>();
    for (String value : known) {
      BitSet met = new BitSet();
      for (int i = 0; i < in.size(); i++) {
        met.set(i, value != null && in.get(i).values().contains(value));
      }
      if (!apart.containsKey(met)) {
        apart.put(met, value);
        values.add(value);
      }
    }
    return values;
  }

  private static void collect(Condition condition, Map<String, List<Condition.AttributeIn>> asked) {
    if (condition instanceof Condition.AttributeIn in) {
      asked.computeIfAbsent(in.attribute(), name -> new ArrayList<>()).add(in);
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, asked));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, asked));
    }
  }
}
