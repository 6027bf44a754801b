package org.trustbench.diff;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.Locale;
import org.trustbench.table.Table;

/**
 * One thing that happened to an inspection's submission between two releases.
 *
 * @param number the inspection's revision, counted from 1
 * @param at when, as an ISO instant; null where the lake did not note it
 * @param fromHash the submission before; null if there was none
 * @param toHash the submission after; null if there is none
 * @param judgementsDiffering between the two; null if one is missing
 * @param why why it was withdrawn; null otherwise
 */
public record RevisionStep(
    String inspectionId,
    long number,
    Kind kind,
    String at,
    String fromHash,
    String toHash,
    Long judgementsDiffering,
    String why) {

  /** What happened. */
  public enum Kind {
    NEW,
    CHANGED,
    WITHDRAWN;

    /** The word that stands for it in tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The steps as a table. */
  public static Table<RevisionStep> table(String audience) {
    return new Table<>(
        "revisions",
        "One row per inspection and revision between two releases.",
        List.of("inspection_id", "revision", "kind"),
        List.of(
            text("inspection_id", "the inspection", RevisionStep::inspectionId),
            integer("revision", "", "counted from 1 within the inspection", RevisionStep::number),
            text("kind", "new, changed or withdrawn", step -> step.kind().label()),
            text("at", "when, UTC", RevisionStep::at),
            text("from_hash", "SHA-256 of the submission before", RevisionStep::fromHash),
            text("to_hash", "SHA-256 of the submission after", RevisionStep::toHash),
            integer(
                "judgements_differing",
                "judgements",
                "judgements that differ between the two",
                RevisionStep::judgementsDiffering),
            text("why", "why it was withdrawn", RevisionStep::why),
            text("audience", "whom the file is for", step -> audience)));
  }

  /** In words, as the cause of a change. */
  String words() {
    return "%s revision %d%s"
        .formatted(inspectionId, number, kind == Kind.WITHDRAWN ? " withdrawn" : "");
  }
}
