package org.trustbench.diff;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.Optional;
import org.trustbench.submission.RevisionKind;
import org.trustbench.table.Table;

/**
 * One thing that happened to an inspection's submission between two releases.
 *
 * @param number the inspection's revision, counted from 1
 * @param at when, as an ISO instant; empty where the lake did not note it
 * @param fromHash the submission before; empty if there was none
 * @param toHash the submission after; empty if there is none
 * @param judgementsDiffering between the two; empty if one is missing
 * @param why why it was withdrawn; empty otherwise
 */
public record RevisionStep(
    String inspectionId,
    long number,
    RevisionKind kind,
    Optional<String> at,
    Optional<String> fromHash,
    Optional<String> toHash,
    Optional<Long> judgementsDiffering,
    Optional<String> why) {

  /** One submission that became the present of its inspection. */
  public static RevisionStep begun(
      String inspectionId,
      long number,
      Optional<String> at,
      Optional<String> fromHash,
      String toHash,
      Optional<Long> judgementsDiffering) {
    return new RevisionStep(
        inspectionId,
        number,
        fromHash.isEmpty() ? RevisionKind.NEW : RevisionKind.CHANGED,
        at,
        fromHash,
        Optional.of(toHash),
        judgementsDiffering,
        Optional.empty());
  }

  /** An inspection that was taken back. */
  public static RevisionStep withdrawn(
      String inspectionId,
      long number,
      Optional<String> at,
      String fromHash,
      Optional<String> why) {
    return new RevisionStep(
        inspectionId,
        number,
        RevisionKind.WITHDRAWN,
        at,
        Optional.of(fromHash),
        Optional.empty(),
        Optional.empty(),
        why);
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
            text("at", "when, UTC", step -> step.at().orElse(null)),
            text(
                "from_hash",
                "SHA-256 of the submission before",
                step -> step.fromHash().orElse(null)),
            text("to_hash", "SHA-256 of the submission after", step -> step.toHash().orElse(null)),
            integer(
                "judgements_differing",
                "judgements",
                "judgements that differ between the two",
                step -> step.judgementsDiffering().orElse(null)),
            text("why", "why it was withdrawn", step -> step.why().orElse(null)),
            text("audience", "whom the file is for", step -> audience)));
  }

  /** In words, as the cause of a change. */
  String words() {
    return "%s revision %d%s"
        .formatted(inspectionId, number, kind == RevisionKind.WITHDRAWN ? " withdrawn" : "");
  }
}
