package org.trustbench.lake.table;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.date;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.trustbench.matrix.InspectionDetails;
import org.trustbench.matrix.ReaderCounts;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.table.Table;

/**
 * One row per submission and revision, past ones too, and per submission that the last ingest
 * refused or held. What an inspection is and what it was stand in one table, so that one commit
 * changes both.
 */
public final class SubmissionsTable {
  private static final int BYTES_OF_A_LONG_ROW = 40;

  private SubmissionsTable() {}

  /**
   * A submission as the lake knows it.
   *
   * @param stored names its rows: of all that ingests have written of it, these count
   * @param keyFingerprint tells the key apart that its case ids were replaced under; null where no
   *     case is stored
   * @param inspection what is said of the inspection; null where that is not known
   * @param readBy who read its cases, in numbers
   * @param formHash identifies how it was read: the framework's form and the tolerance
   * @param rule the rule it was refused by, or the audit that holds it
   * @param revision null for what was refused or unrouted
   */
  public record Row(
      StoredRows stored,
      String keyFingerprint,
      SubmissionStatus status,
      InspectionDetails inspection,
      long cases,
      ReaderCounts readBy,
      String source,
      String sourceHash,
      long sourceBytes,
      String formHash,
      String rule,
      String reason,
      Revision revision) {

    public String submissionHash() {
      return stored.submissionHash();
    }

    public String ingestId() {
      return stored.ingestId();
    }

    /** The inspection that it is of; null where that is not known. */
    public String inspectionId() {
      return inspection == null ? null : inspection.inspectionId();
    }

    /** The code of the trust inspected; null where that is not known. */
    public String trustId() {
      return inspection == null ? null : inspection.trustId();
    }

    /** Whether its judgements are known to be invented. */
    public boolean isSynthetic() {
      return inspection != null && inspection.isSynthetic();
    }

    public boolean isAccepted() {
      return status == SubmissionStatus.ACCEPTED;
    }

    /**
     * About how many bytes were sent of this inspection, where an extract holds many.
     *
     * @param questions of the framework
     */
    public long ownBytes(int questions) {
      return Math.min(sourceBytes, cases * questions * BYTES_OF_A_LONG_ROW);
    }

    /** Whether cases and judgements of it are stored. */
    public boolean hasCases() {
      return keyFingerprint != null;
    }

    /** Whether it belongs to the past of its inspection. */
    public boolean isPast() {
      return status.isPast();
    }

    /** The same submission in another state. */
    public Row as(SubmissionStatus newStatus, Revision newRevision) {
      return with(stored, newStatus, newRevision, rule, reason);
    }

    /** The same submission with the rows that another ingest wrote of it. */
    public Row as(StoredRows rows) {
      return with(rows, status, revision, rule, reason);
    }

    /** The same submission with copies of its rows that are under another key. */
    public Row renewed(StoredRows copies, String fingerprint) {
      return new Row(
          copies,
          fingerprint,
          status,
          inspection,
          cases,
          readBy,
          source,
          sourceHash,
          sourceBytes,
          formHash,
          rule,
          reason,
          revision);
    }

    /** The same submission, now to count. */
    public Row taken(Revision newRevision) {
      return with(stored, SubmissionStatus.ACCEPTED, newRevision, "", "");
    }

    /** The same submission, held by an audit. */
    public Row held(String audit, String because) {
      return with(stored, SubmissionStatus.HELD, revision, audit, because);
    }

    private Row with(
        StoredRows rows,
        SubmissionStatus newStatus,
        Revision newRevision,
        String newRule,
        String newReason) {
      return new Row(
          rows,
          keyFingerprint,
          newStatus,
          inspection,
          cases,
          readBy,
          source,
          sourceHash,
          sourceBytes,
          formHash,
          newRule,
          newReason,
          newRevision);
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "submissions",
          "One row per submission and revision, and per submission refused or held.",
          List.of("submission_hash", "revision"),
          List.of(
              text(
                  "submission_hash",
                  "SHA-256 that identifies what was sent and its reading",
                  Row::submissionHash),
              text("ingest_id", "the ingest whose rows of it count", Row::ingestId),
              text(
                  "key_fingerprint",
                  "tells the key apart that its {case} ids were replaced under",
                  Row::keyFingerprint),
              text(
                  "status",
                  "accepted, refused, unrouted, held, replaced or withdrawn",
                  row -> row.status().label()),
              text("inspection_id", "the inspection it is about", Row::inspectionId),
              text("trust_id", "code of the {institution} inspected", Row::trustId),
              text(
                  "tranche",
                  "the group of inspections it belongs to",
                  said(InspectionDetails::tranche)),
              date("start_date", "first day of the inspection", said(InspectionDetails::startDate)),
              date("end_date", "last day of the inspection", said(InspectionDetails::endDate)),
              date(
                  "published_date",
                  "day its report was published",
                  said(InspectionDetails::publishedDate)),
              integer(
                  "caseload",
                  "{cases}",
                  "{cases} the {institution} held",
                  said(InspectionDetails::caseload)),
              integer(
                  "cases_sampled",
                  "{cases}",
                  "{cases} chosen for inspection",
                  said(InspectionDetails::casesSampled)),
              text(
                  "form_version",
                  "the version of the form it was made by, where there are several",
                  said(InspectionDetails::formVersion)),
              integer("cases", "{cases}", "{cases} accepted, of every kind", Row::cases),
              bool("is_synthetic", "whether its judgements are invented", Row::isSynthetic),
              text("source", "name of the folder or extract", Row::source),
              text("source_hash", "SHA-256 of all that was sent together", Row::sourceHash),
              integer("source_bytes", "bytes", "size of all sent together", Row::sourceBytes),
              text("form_hash", "identifies the form it was read with", Row::formHash),
              text("rule", "the rule it was refused by, or the audit that holds it", Row::rule),
              text("reason", "what is wrong and what to do", Row::reason),
              integer("revision", "", "counted from 1 within its inspection", of(Revision::number)),
              text("since", "when it became the present, UTC", ofSome(Revision::since)),
              text(
                  "replaced_hash",
                  "the submission whose place it took",
                  ofSome(Revision::replacedHash)),
              integer(
                  "judgements_differing",
                  "judgements",
                  "judgements that differ from those it replaced",
                  ofSome(Revision::judgementsDiffering)),
              text(
                  "until",
                  "when it became the past, UTC",
                  ofSome(r -> r.end().map(Revision.End::at))),
              text("why", "why it was withdrawn", ofSome(r -> r.end().flatMap(Revision.End::why))),
              integer(
                  "inspectors",
                  "",
                  "inspectors who are told apart; 0 where none was sent",
                  row -> row.readBy().inspectors()),
              integer(
                  "second_readings",
                  "judgements",
                  "judgements of {cases} that were read a second time",
                  row -> row.readBy().secondReadings())));

  private static <T> Function<Row, T> said(Function<InspectionDetails, T> value) {
    return row -> row.inspection() == null ? null : value.apply(row.inspection());
  }

  private static <T> Function<Row, T> of(Function<Revision, T> value) {
    return row -> row.revision() == null ? null : value.apply(row.revision());
  }

  private static <T> Function<Row, T> ofSome(Function<Revision, Optional<T>> value) {
    return of(value.andThen(one -> one.orElse(null)));
  }

  public static Row row(Record r) {
    return new Row(
        StoredRows.of(r),
        (String) r.getField("key_fingerprint"),
        SubmissionStatus.of((String) r.getField("status")),
        inspection(r),
        (Long) r.getField("cases"),
        readBy(r),
        (String) r.getField("source"),
        (String) r.getField("source_hash"),
        (Long) r.getField("source_bytes"),
        (String) r.getField("form_hash"),
        (String) r.getField("rule"),
        (String) r.getField("reason"),
        revision(r));
  }

  /** Earlier versions did not store it. */
  private static ReaderCounts readBy(Record r) {
    Long inspectors = (Long) r.getField("inspectors");
    return inspectors == null
        ? ReaderCounts.NOT_KNOWN
        : new ReaderCounts(inspectors, (Long) r.getField("second_readings"));
  }

  private static InspectionDetails inspection(Record r) {
    String id = (String) r.getField("inspection_id");
    return id == null
        ? null
        : new InspectionDetails(
            id,
            (String) r.getField("trust_id"),
            (String) r.getField("tranche"),
            (LocalDate) r.getField("start_date"),
            (LocalDate) r.getField("end_date"),
            (LocalDate) r.getField("published_date"),
            (Long) r.getField("caseload"),
            (Long) r.getField("cases_sampled"),
            r.getField("form_version") == null ? "" : (String) r.getField("form_version"),
            (Boolean) r.getField("is_synthetic"));
  }

  private static Revision revision(Record r) {
    Long number = (Long) r.getField("revision");
    return number == null
        ? null
        : new Revision(
            number,
            said(r, "since"),
            said(r, "replaced_hash"),
            Optional.ofNullable((Long) r.getField("judgements_differing")),
            said(r, "until").map(at -> new Revision.End(at, said(r, "why"))));
  }

  private static Optional<String> said(Record r, String column) {
    return Optional.ofNullable((String) r.getField(column));
  }
}
