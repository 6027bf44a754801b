package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.io.Serializable;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/** One row per submission and file: the account of its cells. */
public final class FilesTable {
  private FilesTable() {}

  /** A file of a submission and what became of its cells. */
  public record Row(
      StoredRows stored,
      String file,
      String sha256,
      long bytes,
      long read,
      long accepted,
      long rejected,
      long collapsed,
      long outOfScope,
      long cases)
      implements Serializable {
    public String submissionHash() {
      return stored.submissionHash();
    }

    public String ingestId() {
      return stored.ingestId();
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "files",
          "One row per submission, ingest and file.",
          List.of("submission_hash", "ingest_id", "file"),
          List.of(
              text("submission_hash", "the submission", Row::submissionHash),
              text("ingest_id", "the ingest that wrote it", Row::ingestId),
              text("file", "the file's name within what was sent", Row::file),
              text("sha256", "SHA-256 of the file as sent", Row::sha256),
              integer("bytes", "bytes", "size as sent", Row::bytes),
              integer("read", "cells", "judgements read", Row::read),
              integer("accepted", "cells", "judgements stored", Row::accepted),
              integer("rejected", "cells", "judgements rejected", Row::rejected),
              integer("collapsed", "cells", "identical repeats", Row::collapsed),
              integer("out_of_scope", "cells", "judgements the layout excludes", Row::outOfScope),
              integer("cases", "{cases}", "{case} rows accepted", Row::cases)));

  public static Row row(Record r) {
    return new Row(
        StoredRows.of(r),
        (String) r.getField("file"),
        (String) r.getField("sha256"),
        (Long) r.getField("bytes"),
        (Long) r.getField("read"),
        (Long) r.getField("accepted"),
        (Long) r.getField("rejected"),
        (Long) r.getField("collapsed"),
        (Long) r.getField("out_of_scope"),
        (Long) r.getField("cases"));
  }
}
