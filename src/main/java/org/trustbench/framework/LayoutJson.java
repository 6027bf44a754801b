package org.trustbench.framework;

import static org.trustbench.framework.JsonFields.map;
import static org.trustbench.framework.JsonFields.strings;
import static org.trustbench.framework.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a layout of a national extract from {@code framework.json}. */
final class LayoutJson {
  private LayoutJson() {}

  /** A column by its name as headers are read: nothing in it that a reader does not see. */
  private static String column(JsonNode node, String field) {
    String name = text(node, field);
    return name == null ? null : Spelling.plain(name);
  }

  private static Map<String, String> columns(JsonNode node, String field) {
    Map<String, String> columns = map(node.get(field));
    columns.replaceAll((id, name) -> Spelling.plain(name));
    return columns;
  }

  static Layout layout(JsonNode node) {
    return new Layout(
        text(node, "id"),
        node.path("version").asText(Form.ONLY),
        text(node, "title"),
        node.path("encoding").asText("UTF-8"),
        node.path("delimiter").asText("").isEmpty()
            ? null
            : node.get("delimiter").asText().charAt(0),
        node.path("skip_lines").asInt(0),
        text(node, "sheet"),
        node.has("question") ? Layout.Shape.LONG : Layout.Shape.WIDE,
        column(node, "trust"),
        strings(node.get("case_key")).stream().map(Spelling::plain).toList(),
        column(node, "evidence"),
        columns(node, "attributes"),
        attributeValues(node),
        columns(node, "questions"),
        column(node, "question"),
        map(node.get("question_values")),
        column(node, "answer"),
        map(node.get("answer_values")),
        include(node),
        text(node, "inspection_id"),
        column(node, "date"),
        text(node, "date_format"),
        text(node, "published"),
        column(node, "synthetic"),
        rowKey(node),
        text(node, "time_zone"),
        new Layout.Frame(
            text(node, "header_begins_with"),
            node.path("header_rows").asInt(1),
            strings(node.get("footer_begins_with"))),
        strings(node.get("missing")),
        node.has("lists") || node.has("visits") ? listing(node) : null,
        judges(node));
  }

  private static Layout.Judges judges(JsonNode node) {
    JsonNode reading = node.path("reading");
    return new Layout.Judges(
        column(node, "inspector"),
        column(reading, "column"),
        strings(reading.get("first")),
        strings(reading.get("second")));
  }

  private static Map<String, Map<String, String>> attributeValues(JsonNode node) {
    Map<String, Map<String, String>> attributeValues = new LinkedHashMap<>();
    if (node.has("attribute_values")) {
      node.get("attribute_values")
          .properties()
          .forEach(entry -> attributeValues.put(entry.getKey(), map(entry.getValue())));
    }
    return attributeValues;
  }

  private static Layout.Include include(JsonNode node) {
    JsonNode include = node.get("include");
    return include == null
        ? null
        : new Layout.Include(column(include, "column"), strings(include.get("in")));
  }

  private static Layout.RowKey rowKey(JsonNode node) {
    return node.has("row_key")
        ? new Layout.RowKey(
            strings(node.get("row_key")).stream().map(Spelling::plain).toList(),
            node.path("row_numbers").asText("").equals("order"))
        : null;
  }

  /** The file of visits is written as the file that it goes with. */
  private static Layout.Listing listing(JsonNode node) {
    if (!node.has("lists") || !node.path("visits").isObject()) {
      return new Layout.Listing(null, List.of(), Map.of(), Map.of());
    }
    JsonNode visits = node.get("visits");
    Layout layout = layout(((ObjectNode) visits.deepCopy()).setAll(written(node)));
    Layout ofVisits =
        new Layout(
            layout.id(),
            layout.version(),
            layout.title(),
            layout.encoding(),
            layout.delimiter(),
            layout.skipLines(),
            layout.sheet(),
            Layout.Shape.VISITS,
            layout.trust(),
            layout.caseKey(),
            layout.evidence(),
            layout.attributes(),
            layout.attributeValues(),
            columns(visits, "judged"),
            null,
            Map.of(),
            null,
            Map.of(),
            layout.include(),
            layout.inspectionId(),
            layout.date(),
            layout.dateFormat(),
            layout.published(),
            layout.synthetic(),
            layout.rowKey(),
            layout.timeZone(),
            layout.frame(),
            layout.missing(),
            null,
            Layout.Judges.NONE);
    return new Layout.Listing(
        ofVisits,
        strings(visits.get("always_judged")),
        map(node.get("listed")),
        map(node.get("not_listed")));
  }

  private static ObjectNode written(JsonNode node) {
    ObjectNode alike = JsonNodeFactory.instance.objectNode();
    for (String name :
        List.of(
            "id",
            "encoding",
            "delimiter",
            "skip_lines",
            "sheet",
            "inspection_id",
            "published",
            "header_begins_with",
            "header_rows",
            "footer_begins_with",
            "missing")) {
      if (node.has(name)) {
        alike.set(name, node.get(name));
      }
    }
    return alike;
  }
}
