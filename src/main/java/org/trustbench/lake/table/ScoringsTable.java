package org.trustbench.lake.table;

import static org.trustbench.table.Column.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/**
 * One row per stored submission and framework that it was tallied under after its ingest: names the
 * tallies that count, where several runs wrote some at the same time.
 */
public final class ScoringsTable {
  private ScoringsTable() {}

  /**
   * A stored submission tallied again.
   *
   * @param scoringId stands in its tallies where the id of the ingest stands in those that came
   *     with the ingest
   */
  public record Row(StoredRows stored, String frameworkHash, String scoringId) {
    public String submissionHash() {
      return stored.submissionHash();
    }

    public String ingestId() {
      return stored.ingestId();
    }

    /** Names its tallies. */
    public StoredRows tallies() {
      return new StoredRows(submissionHash(), scoringId);
    }

    private Row about() {
      return new Row(stored, frameworkHash, null);
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "scorings",
          "One row per submission, ingest and framework that it was tallied under afterwards.",
          List.of("submission_hash", "ingest_id", "framework_hash"),
          List.of(
              text("submission_hash", "the submission", Row::submissionHash),
              text("ingest_id", "the ingest that wrote its judgements", Row::ingestId),
              text("framework_hash", "the framework it was tallied under", Row::frameworkHash),
              text("scoring_id", "the ingest_id of the tallies that count", Row::scoringId)));

  /** What is known with what is added; of the same rows and framework the first counts. */
  public static List<Row> with(List<Row> known, List<Row> added) {
    Map<Row, Row> all = new LinkedHashMap<>();
    known.forEach(row -> all.put(row.about(), row));
    added.forEach(row -> all.putIfAbsent(row.about(), row));
    return List.copyOf(all.values());
  }

  public static Row row(Record r) {
    return new Row(
        StoredRows.of(r), (String) r.getField("framework_hash"), (String) r.getField("scoring_id"));
  }
}
