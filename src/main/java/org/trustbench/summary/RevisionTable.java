package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.ordinal;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.PublishedRevision;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Trust;
import org.trustbench.submission.RevisionKind;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;

/** One row per inspection and revision of what was sent. */
public final class RevisionTable {
  private static final int SHOWN_OF_HASH = 12;

  private RevisionTable() {}

  /** The table of what was sent again or withdrawn. */
  public static Grid of(ReleaseContent content) {
    return of(content, sentAgain(content));
  }

  /** The same of some of it. */
  public static Grid of(ReleaseContent content, List<PublishedRevision> some) {
    return definition(content).grid("Inspections sent again or withdrawn", some);
  }

  /** What was sent again or withdrawn. */
  public static List<PublishedRevision> sentAgain(ReleaseContent content) {
    Map<String, Long> times =
        content.revisions().stream()
            .collect(Collectors.groupingBy(PublishedRevision::inspectionId, Collectors.counting()));
    return content.revisions().stream()
        .filter(revision -> times.get(revision.inspectionId()) > 1)
        .toList();
  }

  /** What it shows and keeps. */
  public static SummaryTable<PublishedRevision> definition(ReleaseContent content) {
    Map<String, String> names =
        content.results().framework().trusts().stream()
            .collect(Collectors.toMap(Trust::code, Trust::name));
    return new SummaryTable<>(
            "revisions",
            "One row per inspection and revision of what was sent.",
            List.of("inspection_id", "revision", "kind"),
            List.of(
                text(
                    "Inspection",
                    "inspection_id",
                    "the inspection",
                    PublishedRevision::inspectionId),
                kept("Code", "trust_id", "code of the {institution}", PublishedRevision::trustId),
                text(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    revision -> names.getOrDefault(revision.trustId(), revision.trustId())),
                ordinal(
                    "Revision",
                    "revision",
                    "counted from 1 within the inspection",
                    PublishedRevision::number),
                text("What", "kind", "new, changed or withdrawn", r -> r.kind().label()),
                differing(content.audience()),
                shown(
                    "Submission",
                    RevisionTable::start,
                    FigureColumn.of(
                        "Submission (SHA-256)",
                        Column.text(
                            "submission_hash",
                            "SHA-256 of what was sent, or of what was withdrawn",
                            r -> r.submissionHash().orElse(null))))),
            revision -> Availability.NOT_AVAILABLE)
        .in(content.terms());
  }

  /** What is new differs from nothing; how far anything else does, the public is not told. */
  private static SummaryColumn<PublishedRevision> differing(Audience audience) {
    Availability other =
        switch (audience) {
          case INTERNAL -> Availability.NOT_AVAILABLE;
          case PUBLIC -> Availability.SUPPRESSED;
        };
    Function<PublishedRevision, Cell> shown =
        revision ->
            Cell.count(
                revision.judgementsDiffering().orElse(null),
                revision.kind() == RevisionKind.NEW ? Availability.NOT_APPLICABLE : other);
    return shown(
        "Judgements differing",
        shown,
        FigureColumn.of(
                "Judgements differing",
                Column.integer(
                    "judgements_differing",
                    "judgements",
                    "judgements that differ from those sent before",
                    (PublishedRevision r) -> r.judgementsDiffering().orElse(null)))
            .orElse(shown));
  }

  private static Cell start(PublishedRevision revision) {
    return revision
        .submissionHash()
        .map(hash -> Cell.text(hash.substring(0, Math.min(SHOWN_OF_HASH, hash.length()))))
        .orElse(new Cell.Absent(Availability.SUPPRESSED));
  }
}
