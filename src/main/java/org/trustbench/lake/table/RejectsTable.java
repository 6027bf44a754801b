package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/** One row per submission, file, line, rule and reason. */
public final class RejectsTable {
  private RejectsTable() {}

  /** A rejected row, or the refusal of a whole submission. */
  public record Row(
      StoredRows stored, String file, long line, String rule, String reason, long cells) {
    public String submissionHash() {
      return stored.submissionHash();
    }

    public String ingestId() {
      return stored.ingestId();
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "rejects",
          "One row per submission, ingest, file, line, rule and reason.",
          List.of("submission_hash", "ingest_id", "file", "line", "rule", "reason"),
          List.of(
              text("submission_hash", "the submission", Row::submissionHash),
              text("ingest_id", "the ingest that wrote it", Row::ingestId),
              text("file", "the file's name within what was sent", Row::file),
              integer("line", "", "counted from 1; 0 means the whole file", Row::line),
              text("rule", "the rule it was rejected by", Row::rule),
              text("reason", "what is wrong and what to do", Row::reason),
              integer("cells", "cells", "judgements rejected with it", Row::cells)));

  public static Row row(Record r) {
    return new Row(
        StoredRows.of(r),
        (String) r.getField("file"),
        (Long) r.getField("line"),
        (String) r.getField("rule"),
        (String) r.getField("reason"),
        (Long) r.getField("cells"));
  }
}
