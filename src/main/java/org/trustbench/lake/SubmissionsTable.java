package org.trustbench.lake;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.date;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.time.LocalDate;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/** One row per current submission, and per submission refused by the last ingest. */
public final class SubmissionsTable {
  private SubmissionsTable() {}

  /**
   * A submission as the lake knows it.
   *
   * @param status accepted, refused or unrouted (rows of an extract that belong to no inspection)
   * @param formHash identifies how it was read: the framework's form and the tolerance
   */
  public record Row(
      String submissionHash,
      String status,
      String inspectionId,
      String trustId,
      String tranche,
      LocalDate startDate,
      LocalDate endDate,
      LocalDate publishedDate,
      Long caseload,
      Long casesSampled,
      long cases,
      boolean isSynthetic,
      String source,
      String sourceHash,
      long sourceBytes,
      String formHash,
      String rule,
      String reason) {

    public boolean isAccepted() {
      return status.equals("accepted");
    }
  }

  static final Table<Row> DEFINITION =
      new Table<>(
          "submissions",
          "One row per current submission, and per submission refused by the last ingest.",
          List.of("submission_hash"),
          List.of(
              text("submission_hash", "SHA-256 that identifies what was sent", Row::submissionHash),
              text("status", "accepted, refused or unrouted", Row::status),
              text("inspection_id", "the inspection it is about", Row::inspectionId),
              text("trust_id", "code of the trust inspected", Row::trustId),
              text("tranche", "the group of inspections it belongs to", Row::tranche),
              date("start_date", "first day of the inspection", Row::startDate),
              date("end_date", "last day of the inspection", Row::endDate),
              date("published_date", "day its report was published", Row::publishedDate),
              integer("caseload", "cases", "cases the trust held", Row::caseload),
              integer("cases_sampled", "cases", "cases chosen for inspection", Row::casesSampled),
              integer("cases", "cases", "cases accepted, of every kind", Row::cases),
              bool("is_synthetic", "whether its judgements are invented", Row::isSynthetic),
              text("source", "name of the folder or extract", Row::source),
              text("source_hash", "SHA-256 of all that was sent together", Row::sourceHash),
              integer("source_bytes", "bytes", "size of all sent together", Row::sourceBytes),
              text("form_hash", "identifies the form it was read with", Row::formHash),
              text("rule", "the rule it was refused by", Row::rule),
              text("reason", "what is wrong and what to do", Row::reason)));

  static Row row(Record r) {
    return new Row(
        (String) r.getField("submission_hash"),
        (String) r.getField("status"),
        (String) r.getField("inspection_id"),
        (String) r.getField("trust_id"),
        (String) r.getField("tranche"),
        (LocalDate) r.getField("start_date"),
        (LocalDate) r.getField("end_date"),
        (LocalDate) r.getField("published_date"),
        (Long) r.getField("caseload"),
        (Long) r.getField("cases_sampled"),
        (Long) r.getField("cases"),
        (Boolean) r.getField("is_synthetic"),
        (String) r.getField("source"),
        (String) r.getField("source_hash"),
        (Long) r.getField("source_bytes"),
        (String) r.getField("form_hash"),
        (String) r.getField("rule"),
        (String) r.getField("reason"));
  }
}
