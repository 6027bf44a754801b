package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

/** One row per submission, framework, measure and stratum. */
public final class TalliesTable {
  private TalliesTable() {}

  /** A tally with what it was made from and by. */
  public record Row(StoredRows stored, String frameworkHash, Tally tally) {
    public String submissionHash() {
      return stored.submissionHash();
    }

    public String ingestId() {
      return stored.ingestId();
    }

    Counts counts() {
      return tally.counts();
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "tallies",
          "One row per submission, ingest, framework, measure and stratum.",
          List.of("submission_hash", "ingest_id", "framework_hash", "measure_id", "stratum"),
          List.of(
              text("submission_hash", "the submission it was made from", Row::submissionHash),
              text("ingest_id", "the ingest or scoring that wrote it", Row::ingestId),
              text("framework_hash", "the framework it was made with", Row::frameworkHash),
              text("inspection_id", "the inspection", row -> row.tally().inspectionId()),
              text("measure_id", "the measure", row -> row.tally().measureId()),
              text("stratum", "case-mix values joined by |, or all", row -> row.tally().stratum()),
              sum("cases_in_scope", "{cases} the measure is about", Counts::casesInScope),
              sum("cases_assessed", "{cases} with an assessed judgement", Counts::casesAssessed),
              sum("sufficient", "sufficient judgements, y", Counts::sufficient),
              sum("assessed", "assessed judgements, n", Counts::assessed),
              sum("not_applicable", "judgements not applicable", Counts::notApplicable),
              sum("not_recorded", "judgements not recorded", Counts::notRecorded),
              sum("sum_yy", "sum over {cases} of y squared", Counts::sumYY),
              sum("sum_yn", "sum over {cases} of y times n", Counts::sumYN),
              sum("sum_nn", "sum over {cases} of n squared", Counts::sumNN)));

  private static org.trustbench.table.Column<Row> sum(
      String name, String description, java.util.function.Function<Counts, Long> value) {
    return integer(name, "", description, row -> value.apply(row.counts()));
  }

  public static Row row(Record r) {
    return new Row(
        StoredRows.of(r),
        (String) r.getField("framework_hash"),
        new Tally(
            (String) r.getField("inspection_id"),
            (String) r.getField("measure_id"),
            (String) r.getField("stratum"),
            new Counts(
                (Long) r.getField("cases_in_scope"),
                (Long) r.getField("cases_assessed"),
                (Long) r.getField("sufficient"),
                (Long) r.getField("assessed"),
                (Long) r.getField("not_applicable"),
                (Long) r.getField("not_recorded"),
                (Long) r.getField("sum_yy"),
                (Long) r.getField("sum_yn"),
                (Long) r.getField("sum_nn"))));
  }
}
