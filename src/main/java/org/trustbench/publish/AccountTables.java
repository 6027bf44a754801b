package org.trustbench.publish;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.benchmark.OneSidedFigure;
import org.trustbench.disclosure.FileCoverage;
import org.trustbench.disclosure.PublishedRevision;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.table.Table;

/** The account of what was sent, as published. */
final class AccountTables {
  private AccountTables() {}

  static final Table<FileCoverage> COVERAGE =
      new Table<>(
          "coverage",
          "One row per file sent and inspection it holds.",
          List.of("inspection_id", "file"),
          List.of(
              text("inspection_id", "the inspection; empty if none", FileCoverage::inspectionId)
                  .free(),
              text(
                      "trust_id",
                      "code of the {institution}; empty if not known",
                      FileCoverage::trustId)
                  .free(),
              text("file", "the file's name within what was sent", FileCoverage::file),
              integer(
                  "read",
                  "judgements",
                  "judgements read; of a file with a column for each question every cell, blank or not",
                  FileCoverage::read),
              integer(
                  "accepted", "judgements", "of these stored, or blank", FileCoverage::accepted),
              integer("rejected", "judgements", "of these rejected", FileCoverage::rejected),
              integer("collapsed", "judgements", "identical repeats", FileCoverage::collapsed),
              integer(
                  "out_of_scope",
                  "judgements",
                  "judgements that the layout excludes",
                  FileCoverage::outOfScope),
              integer(
                  "cases", "{cases}", "{case} rows accepted from the file", FileCoverage::cases),
              integer(
                  "questions_never_asked",
                  "questions",
                  "questions without a single judgement in the inspection",
                  FileCoverage::questionsNeverAsked),
              text(
                  "names_passed_over",
                  "columns, fields and files that no format has; yes for any in a public release",
                  FileCoverage::passedOver),
              text(
                  "names_lacking",
                  "columns and fields that were not sent, so that they are not known",
                  FileCoverage::lacking),
              text(
                  "status", "accepted, refused, unrouted or held", file -> file.status().label())));

  static final Table<PublishedRevision> REVISIONS =
      new Table<>(
          "revisions",
          "One row per inspection and revision of what was sent.",
          List.of("inspection_id", "revision", "kind"),
          List.of(
              text(
                      "inspection_id",
                      "the inspection, withdrawn ones too",
                      PublishedRevision::inspectionId)
                  .free(),
              text("trust_id", "code of the {institution}", PublishedRevision::trustId).free(),
              integer(
                  "revision",
                  "",
                  "counted from 1 within the inspection",
                  PublishedRevision::number),
              text("kind", "new, changed or withdrawn", r -> r.kind().label()),
              text(
                  "submission_hash",
                  "SHA-256 of what was sent, or of what was withdrawn",
                  r -> r.submissionHash().orElse(null)),
              integer(
                  "judgements_differing",
                  "judgements",
                  "judgements that differ from those sent before; empty if there were none",
                  r -> r.judgementsDiffering().orElse(null))));

  static final Table<OneSidedFigure> AUDITS =
      new Table<>(
          "audits",
          "One row per figure that is 0 % or 100 % of at least 1,000 judgements: a measure in every"
              + " inspection, at least 5, or all work of one inspection.",
          List.of("audit", "inspection_id", "measure_id"),
          List.of(
              text("audit", "one-sided-measure or one-sided-inspection", OneSidedFigure::audit),
              text("inspection_id", "the inspection; empty if all", OneSidedFigure::inspectionId)
                  .free(),
              text("measure_id", "the measure", one -> one.measure().id()),
              integer("one_sided_percent", "%", "0 or 100", one -> Long.valueOf(one.percent())),
              integer(
                  "judgements", "judgements", "judgements assessed", OneSidedFigure::judgements),
              integer(
                  "inspections",
                  "inspections",
                  "inspections it is so in, all that have a figure",
                  one -> Long.valueOf(one.inspections())),
              text("finding", "what was found and what to look at", OneSidedFigure::sentence)));

  static final Table<RejectedRow> REJECTS =
      new Table<>(
          "rejects",
          "One row per file, line, rule and reason.",
          List.of("file", "line", "rule", "reason"),
          List.of(
              text("inspection_id", "the inspection; empty if not known", RejectedRow::inspectionId)
                  .free(),
              text(
                      "trust_id",
                      "code of the {institution}; empty if not known",
                      RejectedRow::trustId)
                  .free(),
              text("file", "the file's name within what was sent", RejectedRow::file),
              integer("line", "", "counted from 1; 0 means the whole file", RejectedRow::line),
              text("rule", "the rule it was rejected by", RejectedRow::rule),
              text("reason", "what is wrong and what to do", RejectedRow::reason),
              integer("cells", "judgements", "judgements rejected with it", RejectedRow::cells),
              text("status", "accepted, refused, unrouted or held", row -> row.status().label())));
}
