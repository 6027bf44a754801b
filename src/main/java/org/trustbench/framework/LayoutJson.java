package org.trustbench.framework;

import static org.trustbench.framework.FrameworkJson.map;
import static org.trustbench.framework.FrameworkJson.strings;
import static org.trustbench.framework.FrameworkJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a layout of a national extract from {@code framework.json}. */
final class LayoutJson {
  private LayoutJson() {}

  static Layout layout(JsonNode node) {
    Map<String, Map<String, String>> attributeValues = new LinkedHashMap<>();
    if (node.has("attribute_values")) {
      node.get("attribute_values")
          .properties()
          .forEach(entry -> attributeValues.put(entry.getKey(), map(entry.getValue())));
    }
    JsonNode include = node.get("include");
    return new Layout(
        text(node, "id"),
        text(node, "title"),
        node.path("encoding").asText("UTF-8"),
        node.path("delimiter").asText("").isEmpty()
            ? ','
            : node.get("delimiter").asText().charAt(0),
        node.path("skip_lines").asInt(0),
        text(node, "sheet"),
        node.has("question") ? Layout.Shape.LONG : Layout.Shape.WIDE,
        text(node, "trust"),
        strings(node.get("case_key")),
        text(node, "evidence"),
        map(node.get("attributes")),
        attributeValues,
        map(node.get("questions")),
        text(node, "question"),
        map(node.get("question_values")),
        text(node, "answer"),
        map(node.get("answer_values")),
        include == null
            ? null
            : new Layout.Include(text(include, "column"), strings(include.get("in"))),
        text(node, "inspection_id"),
        text(node, "date"),
        text(node, "date_format"),
        text(node, "published"),
        text(node, "synthetic"),
        node.has("row_key")
            ? new Layout.RowKey(
                strings(node.get("row_key")), node.path("row_numbers").asText("").equals("order"))
            : null,
        text(node, "time_zone"));
  }
}
