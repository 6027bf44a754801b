package org.trustbench.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data that a report's page chooses from, read as its script reads it. */
record PublishedPage(JsonNode data) {
  private static final String OPENS = "<script type=\"application/json\" id=\"report-data\">";

  static PublishedPage of(Path release) throws IOException {
    String page = Files.readString(release.resolve("index.html"));
    int from = page.indexOf(OPENS) + OPENS.length();
    JsonNode pair =
        new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    return new PublishedPage(resolved(pair.get(1), pair.get(0)));
  }

  /** Texts that stand in several places stand once, and elsewhere by their number. */
  private static JsonNode resolved(JsonNode node, JsonNode texts) {
    if (node.isTextual()) {
      String text = node.textValue();
      if (!text.startsWith("~")) {
        return node;
      }
      return text.startsWith("~~")
          ? TextNode.valueOf(text.substring(1))
          : texts.get(Integer.parseInt(text.substring(1), 36));
    }
    if (node instanceof ObjectNode object) {
      object.fields().forEachRemaining(field -> field.setValue(resolved(field.getValue(), texts)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, resolved(array.get(i), texts));
      }
    }
    return node;
  }

  /** The rows of a table, by the names of its columns; the parts of a cell as they are read. */
  List<Map<String, String>> rows(JsonNode table) {
    JsonNode head = data.get("heads").get(table.get("head").asInt());
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode cells : table.get("rows")) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(head.get(i).get(0).asText(), shown(cells.get(i).asText()));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The text of a cell and what follows it; the meaning of a sign, the third part, is left out. */
  private static String shown(String cell) {
    String[] parts = cell.split("\t", -1);
    return parts.length > 1 ? (parts[0] + " " + parts[1]).strip() : parts[0];
  }
}
