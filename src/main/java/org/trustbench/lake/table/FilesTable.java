package org.trustbench.lake.table;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.trustbench.matrix.FileAccount;
import org.trustbench.table.Table;

/** One row per submission and file: the account of its cells. */
public final class FilesTable {
  private FilesTable() {}

  /** The account of a file, and the submission and ingest that it belongs to. */
  public record Row(StoredRows stored, FileAccount account) implements Serializable {
    public String ingestId() {
      return stored.ingestId();
    }

    private static <T> Function<Row, T> of(Function<FileAccount, T> value) {
      return row -> value.apply(row.account());
    }
  }

  public static final Table<Row> DEFINITION =
      new Table<>(
          "files",
          "One row per submission, ingest and file.",
          List.of("submission_hash", "ingest_id", "file"),
          List.of(
              text("submission_hash", "the submission", row -> row.stored().submissionHash()),
              text("ingest_id", "the ingest that wrote it", Row::ingestId),
              text("file", "the file's name within what was sent", Row.of(FileAccount::file)),
              text("sha256", "SHA-256 of the file as sent", Row.of(FileAccount::sha256)),
              integer("bytes", "bytes", "size as sent", Row.of(FileAccount::bytes)),
              integer("read", "cells", "judgements read", Row.of(FileAccount::read)),
              integer("accepted", "cells", "judgements stored", Row.of(FileAccount::accepted)),
              integer("rejected", "cells", "judgements rejected", Row.of(FileAccount::rejected)),
              integer("collapsed", "cells", "identical repeats", Row.of(FileAccount::collapsed)),
              integer(
                  "out_of_scope",
                  "cells",
                  "judgements the layout excludes",
                  Row.of(FileAccount::outOfScope)),
              integer("cases", "{cases}", "{case} rows accepted", Row.of(FileAccount::cases))));

  public static Row row(Record r) {
    return new Row(
        StoredRows.of(r),
        new FileAccount(
            (String) r.getField("file"),
            (String) r.getField("sha256"),
            (Long) r.getField("bytes"),
            (Long) r.getField("read"),
            (Long) r.getField("accepted"),
            (Long) r.getField("rejected"),
            (Long) r.getField("collapsed"),
            (Long) r.getField("out_of_scope"),
            (Long) r.getField("cases")));
  }
}
