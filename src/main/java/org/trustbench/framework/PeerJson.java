package org.trustbench.framework;

import static org.trustbench.framework.JsonFields.strings;
import static org.trustbench.framework.JsonFields.text;
import static org.trustbench.framework.JsonFields.things;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records of the {@code peers} part of {@code framework.json}. */
final class PeerJson {
  private PeerJson() {}

  static List<PeerRule> rules(JsonNode root) {
    return things(
        root,
        "peers",
        "id",
        node -> new PeerRule(text(node, "id"), text(node, "label"), choice(node)));
  }

  private static PeerRule.Choice choice(JsonNode node) {
    if (node.has("column")) {
      return new PeerRule.Named(node.path("column").asText(), node.path("separator").asText(" "));
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    node.path("weights")
        .properties()
        .forEach(entry -> weights.put(entry.getKey(), entry.getValue().asDouble()));
    return new PeerRule.Nearest(
        node.path("nearest").asInt(),
        strings(node.get("numbers")),
        strings(node.get("categories")),
        weights);
  }
}
