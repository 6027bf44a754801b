package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** A condition on case attributes: selects the cases that a measure is about. */
public sealed interface Condition extends Serializable {

  /**
   * Whether a case meets the condition.
   *
   * @param attribute gives a case's value of an attribute, null when it was not recorded; a value
   *     that was not recorded meets no condition
   */
  boolean holds(Function<String, String> attribute);

  /** The attributes the condition looks at. */
  List<String> attributes();

  /** Every case. */
  record Always() implements Condition {
    @Override
    public boolean holds(Function<String, String> attribute) {
      return true;
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }
  }

  /** Cases whose attribute has one of the values. */
  record AttributeIn(String attribute, List<String> values) implements Condition {
    @Override
    public boolean holds(Function<String, String> attributeOf) {
      String value = attributeOf.apply(attribute);
      return value != null && values.contains(value);
    }

    @Override
    public List<String> attributes() {
      return List.of(attribute);
    }
  }

  /** Cases that meet every part. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Function<String, String> attribute) {
      return parts.stream().allMatch(part -> part.holds(attribute));
    }

    @Override
    public List<String> attributes() {
      return parts.stream().flatMap(part -> part.attributes().stream()).distinct().toList();
    }
  }

  /** Cases that meet at least one part. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Function<String, String> attribute) {
      return parts.stream().anyMatch(part -> part.holds(attribute));
    }

    @Override
    public List<String> attributes() {
      return parts.stream().flatMap(part -> part.attributes().stream()).distinct().toList();
    }
  }
}
