package org.trustbench.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes records of the {@code findings} part of {@code framework.json}. */
final class FindingJson {
  private FindingJson() {}

  /** What the part says; the standard where it is left out, as a whole or in parts. */
  static FindingPatterns patterns(JsonNode node) {
    Map<Phrase, String> wordings = new EnumMap<>(Phrase.class);
    JsonFields.map(node.get("sentences"))
        .forEach((id, wording) -> Phrase.named(id).ifPresent(it -> wordings.put(it, wording)));
    return new FindingPatterns(
        rules(node.path("rules")),
        JsonFields.things(node, "topics", "id", FindingJson::topic),
        wordings,
        JsonFields.strings(node.get("not_from_judgements")));
  }

  private static FindingRules rules(JsonNode node) {
    FindingRules standard = FindingRules.STANDARD;
    return new FindingRules(
        node.path("strength_from").asDouble(standard.strengthFrom()),
        node.path("concern_below").asDouble(standard.concernBelow()),
        node.path("alone_strength_from").asDouble(standard.aloneStrengthFrom()),
        node.path("alone_strength_above").asDouble(standard.aloneStrengthAbove()),
        node.path("alone_concern_to").asDouble(standard.aloneConcernTo()),
        node.path("alone_concern_below").asDouble(standard.aloneConcernBelow()),
        node.path("most").asInt(standard.most()),
        node.path("small_base").asInt(standard.smallBase()));
  }

  /** Null where it has no measure. */
  private static Topic topic(JsonNode node) {
    List<Topic.Figure> figures =
        JsonFields.things(
            node,
            "figures",
            "measure",
            figure ->
                new Topic.Figure(
                    JsonFields.text(figure, "measure"),
                    figure.path("said").asText(""),
                    figure.path("of").asText("")));
    String name = node.path("name").asText(JsonFields.text(node, "id"));
    return figures.isEmpty()
        ? null
        : new Topic(
            JsonFields.text(node, "id"),
            name,
            node.path("well").asText(name),
            node.path("attention").asText(name),
            figures);
  }
}
