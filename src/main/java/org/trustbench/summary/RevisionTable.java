package org.trustbench.summary;

import static org.trustbench.summary.SummaryColumn.kept;
import static org.trustbench.summary.SummaryColumn.number;
import static org.trustbench.summary.SummaryColumn.text;
import static org.trustbench.summary.SummaryColumn.worded;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.disclosure.ReleaseContent.Audience;
import org.trustbench.disclosure.ReleaseContent.Revision;
import org.trustbench.framework.Trust;
import org.trustbench.table.Column;
import tech.tablesaw.api.Table;

/** One row per inspection and revision of what was sent. */
public final class RevisionTable {
  private static final String NEW = "new";
  private static final int SHOWN_OF_HASH = 12;

  private RevisionTable() {}

  /** The table of what was sent again or withdrawn. */
  public static Table of(ReleaseContent content) {
    return of(content, sentAgain(content));
  }

  /** The same of some of it. */
  public static Table of(ReleaseContent content, List<Revision> some) {
    return definition(content).words("Inspections sent again or withdrawn", some);
  }

  /** What was sent again or withdrawn. */
  public static List<Revision> sentAgain(ReleaseContent content) {
    Map<String, Long> times =
        content.revisions().stream()
            .collect(Collectors.groupingBy(Revision::inspectionId, Collectors.counting()));
    return content.revisions().stream()
        .filter(revision -> times.get(revision.inspectionId()) > 1)
        .toList();
  }

  /** What it shows and keeps. */
  public static SummaryTable<Revision> definition(ReleaseContent content) {
    Map<String, String> names =
        content.results().framework().trusts().stream()
            .collect(Collectors.toMap(Trust::code, Trust::name));
    return new SummaryTable<>(
        "revisions",
        "One row per inspection and revision of what was sent.",
        List.of("inspection_id", "revision", "kind"),
        List.of(
            text("Inspection", "inspection_id", "the inspection", Revision::inspectionId),
            kept("Code", "trust_id", "code of the trust", Revision::trustId),
            text(
                "Trust",
                "trust",
                "name of the trust",
                revision -> names.getOrDefault(revision.trustId(), revision.trustId())),
            number(
                "Revision",
                "revision",
                "",
                "counted from 1 within the inspection",
                Revision::number),
            text("What", "kind", "new, changed or withdrawn", Revision::kind),
            differing(content.audience()),
            worded(
                "Submission",
                revision -> start(revision.submissionHash()),
                FigureColumn.of(
                    "Submission (SHA-256)",
                    Column.text(
                        "submission_hash",
                        "SHA-256 of what was sent, or of what was withdrawn",
                        Revision::submissionHash)))),
        revision -> Formatting.NOT_AVAILABLE);
  }

  /** What is new differs from nothing; how far anything else does, the public is not told. */
  private static SummaryColumn<Revision> differing(Audience audience) {
    Availability other =
        switch (audience) {
          case INTERNAL -> Availability.NOT_AVAILABLE;
          case PUBLIC -> Availability.SUPPRESSED;
        };
    Function<Revision, String> words =
        revision ->
            revision.judgementsDiffering() != null
                ? Long.toString(revision.judgementsDiffering())
                : revision.kind().equals(NEW)
                    ? Availability.NOT_APPLICABLE.symbol()
                    : other.symbol();
    return worded(
        "Judgements differing",
        words,
        FigureColumn.of(
                "Judgements differing",
                Column.integer(
                    "judgements_differing",
                    "judgements",
                    "judgements that differ from those sent before",
                    Revision::judgementsDiffering))
            .orElse(words));
  }

  private static String start(String hash) {
    if (hash == null) {
      return Availability.SUPPRESSED.symbol();
    }
    return hash.length() <= SHOWN_OF_HASH ? hash : hash.substring(0, SHOWN_OF_HASH);
  }
}
