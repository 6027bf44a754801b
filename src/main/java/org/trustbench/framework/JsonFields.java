package org.trustbench.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Reads the fields of {@code framework.json}: what is not of the type asked for is left out. */
final class JsonFields {
  private JsonFields() {}

  /** A single value as text; null where there is none. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** The single values of an array, as texts. */
  static List<String> strings(JsonNode nodes) {
    return list(nodes, JsonNode::isValueNode, JsonNode::asText);
  }

  /** The values of an object by their names, as texts. */
  static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    if (node != null) {
      node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    }
    return map;
  }

  /** Makes records of the objects of an array that have a key. */
  static <T> List<T> things(JsonNode node, String array, String key, Function<JsonNode, T> thing) {
    return list(node.get(array), element -> isIdentified(element, key), thing);
  }

  /** Whether an object has a key that is a single value. */
  static boolean isIdentified(JsonNode node, String key) {
    return node.path(key).isValueNode() && !node.path(key).isNull();
  }

  /** Makes records of the elements of an array that are usable. */
  static <T> List<T> list(
      JsonNode nodes, Predicate<JsonNode> isUsable, Function<JsonNode, T> element) {
    return nodes == null || !nodes.isArray()
        ? List.of()
        : new ArrayList<>(
            StreamSupport.stream(nodes.spliterator(), false)
                .filter(isUsable)
                .map(element)
                .filter(Objects::nonNull)
                .toList());
  }
}
