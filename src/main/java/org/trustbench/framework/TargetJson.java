package org.trustbench.framework;

import static org.trustbench.framework.JsonFields.strings;
import static org.trustbench.framework.JsonFields.text;
import static org.trustbench.framework.JsonFields.things;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Makes records of the {@code targets} part of {@code framework.json}. */
final class TargetJson {
  private TargetJson() {}

  static List<Target> targets(JsonNode root) {
    return things(
        root,
        "targets",
        "id",
        node ->
            new Target(
                text(node, "id"),
                text(node, "label"),
                node.has("average_of")
                    ? new Target.AverageOf(node.path("average_of").asText())
                    : new Target.Value(proportion(node.path("target"))),
                proportion(node.path("tolerance")),
                strings(node.get("measures"))));
  }

  /** Of a number of percent, without what dividing by 100 in binary would add; 0 of none. */
  private static double proportion(JsonNode percent) {
    return percent.isNumber() ? new BigDecimal(percent.asText()).movePointLeft(2).doubleValue() : 0;
  }
}
