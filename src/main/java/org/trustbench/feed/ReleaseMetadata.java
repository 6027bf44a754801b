package org.trustbench.feed;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.table.Table;

/**
 * The metadata of a release, as a row of the database that it is fed to.
 *
 * @param definition hash of the tables, comments and views that it is fed with
 * @param feedNumber counted up with every release fed
 */
record ReleaseMetadata(
    String releaseId,
    String programme,
    JsonNode manifest,
    String definition,
    long feedNumber,
    boolean isCurrent) {

  static final String NAME = "release";

  static final Table<ReleaseMetadata> RELEASE =
      new Table<>(
          NAME,
          "One row per release.",
          List.of("release_id"),
          List.of(
              text("release_id", "the release", ReleaseMetadata::releaseId),
              text("programme", "what was inspected, in words", ReleaseMetadata::programme),
              text("audience", "whom the release is for", r -> r.said("audience").asText()),
              bool(
                  "is_synthetic",
                  "whether any judgement behind it is invented",
                  r -> r.said("synthetic").asBoolean()),
              text(
                  "software",
                  "version of the program that made it, and digest of its sources",
                  r -> r.said("software").asText()),
              text("framework_id", "the framework", r -> r.framework("id")),
              text("framework_version", "its version", r -> r.framework("version")),
              text("framework_sha256", "hash of its files", r -> r.framework("sha256")),
              integer(
                  "schema_version",
                  "",
                  "steps when what was made for the tables before has to be looked at",
                  r -> r.said("schema_version").asLong()),
              integer(
                  "submissions",
                  "submissions",
                  "submissions that it was made from",
                  r -> r.said("submissions").size()),
              integer(
                  "feed_number",
                  "",
                  "counted up with every release fed",
                  ReleaseMetadata::feedNumber),
              text(
                  "definition",
                  "hash of the tables, comments and views that it was fed with",
                  ReleaseMetadata::definition),
              bool(
                  "is_current",
                  "whether it is the release that the views show",
                  ReleaseMetadata::isCurrent)));

  /**
   * A fact about what a release was made from.
   *
   * @param name an inspection, or a setting
   * @param value the hash of the inspection's submission, or the setting's value
   */
  record MadeFrom(String name, String value) {}

  static final Table<MadeFrom> SUBMISSION =
      new Table<>(
          "release_submission",
          "One row per release and submission that it was made from.",
          List.of("inspection_id"),
          List.of(
              text("inspection_id", "the inspection", MadeFrom::name),
              text(
                  "submission_sha256",
                  "hash of what was sent; empty in a public release",
                  MadeFrom::value)));

  static final Table<MadeFrom> SETTING =
      new Table<>(
          "release_setting",
          "One row per release and setting that decided its figures.",
          List.of("setting"),
          List.of(
              text("setting", "name of the setting", MadeFrom::name),
              text("value", "its value", MadeFrom::value)));

  List<MadeFrom> submissions() {
    return madeFrom("submissions");
  }

  List<MadeFrom> settings() {
    return madeFrom("settings");
  }

  private List<MadeFrom> madeFrom(String what) {
    List<MadeFrom> facts = new ArrayList<>();
    if (said(what).isArray()) {
      // A public release names its inspections and keeps their hashes to itself.
      said(what).forEach(name -> facts.add(new MadeFrom(name.asText(), null)));
      return facts;
    }
    said(what)
        .fields()
        .forEachRemaining(
            fact ->
                facts.add(
                    new MadeFrom(
                        fact.getKey(),
                        fact.getValue().isTextual()
                            ? fact.getValue().asText()
                            : fact.getValue().toString())));
    return facts;
  }

  private JsonNode said(String name) {
    return manifest.path(name);
  }

  private String framework(String name) {
    return said("framework").path(name).asText();
  }
}
