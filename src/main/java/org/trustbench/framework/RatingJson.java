package org.trustbench.framework;

import static org.trustbench.framework.JsonFields.strings;
import static org.trustbench.framework.JsonFields.text;
import static org.trustbench.framework.JsonFields.things;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Makes records of the {@code ratings} part of {@code framework.json}. */
final class RatingJson {
  private RatingJson() {}

  static RatingRules rules(JsonNode node) {
    if (!node.isObject()) {
      return RatingRules.NONE;
    }
    return new RatingRules(
        text(node, "whose"), scale(node), things(node, "rules", "id", RatingJson::rule));
  }

  /** A rating counts as many points as there are worse ones, unless it says otherwise. */
  private static List<RatingRules.Grade> scale(JsonNode node) {
    List<JsonNode> declared = things(node, "scale", "id", grade -> grade);
    List<RatingRules.Grade> scale = new ArrayList<>();
    for (JsonNode grade : declared) {
      int worse = declared.size() - 1 - scale.size();
      scale.add(
          new RatingRules.Grade(
              text(grade, "id"), text(grade, "label"), grade.path("points").asInt(worse)));
    }
    return scale;
  }

  private static RatingRule rule(JsonNode node) {
    return new RatingRule(
        text(node, "id"),
        text(node, "label"),
        basis(node),
        things(
            node,
            "limits",
            "when",
            limit ->
                new RatingRule.Limit(
                    text(limit, "when"),
                    limit.path("is").asText(),
                    limit.path("at_most").asText())));
  }

  private static RatingRule.Basis basis(JsonNode node) {
    if (node.has("lowest_of")) {
      return new RatingRule.Lowest(strings(node.get("lowest_of")));
    }
    List<RatingRule.Band> bands =
        things(
            node,
            "bands",
            "rating",
            band -> new RatingRule.Band(text(band, "rating"), band.path("at_least").asDouble()));
    return node.has("points_of")
        ? new RatingRule.Points(strings(node.get("points_of")), bands)
        : new RatingRule.Score(node.path("score_of").asText(), bands);
  }
}
