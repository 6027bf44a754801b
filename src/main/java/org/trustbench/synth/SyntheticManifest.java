package org.trustbench.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.trustbench.framework.Framework;

/** The {@code inspection.json} of a made-up inspection. */
final class SyntheticManifest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTE =
      "Synthetic: made up by a program from a seed. No figure in this folder is that of a real case"
          + " or a real trust.";

  private SyntheticManifest() {}

  static String json(SyntheticInspection inspection) {
    SyntheticTrust trust = inspection.trust();
    ObjectNode node =
        JSON.createObjectNode()
            .put("inspection_id", inspection.inspectionId())
            .put("trust", trust.spelling())
            .put("framework", inspection.framework().id())
            .put("framework_version", inspection.framework().version())
            .put("start_date", trust.start().toString())
            .put("end_date", trust.end().toString())
            .put("published_date", trust.published().toString())
            .put("caseload", trust.caseload())
            .put("cases_sampled", inspection.casesSampled());
    String known = inspection.framework().trust(trust.code()).dimensions().get(Framework.TRANCHE);
    if (known != null || trust.tranche() != null) {
      node.put("tranche", known != null ? known : trust.tranche())
          .put("tranche_basis", known != null ? "published" : "synthetic");
    }
    node.put("synthetic", true).put("note", NOTE);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return JSON.writer(printer).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of text and numbers can be written", e);
    }
  }
}
