package org.trustbench.lake.table;

import static org.trustbench.table.Column.text;

import java.util.List;
import org.apache.iceberg.data.Record;
import org.trustbench.table.Table;

/** One row per framework that a release was made with and file of it. */
public final class FrameworksTable {
  private FrameworksTable() {}

  /** A file of a framework, as text. */
  public record Row(String frameworkHash, String file, String text) {}

  public static final Table<Row> DEFINITION =
      new Table<>(
          "frameworks",
          "One row per framework that a release was made with and file of it.",
          List.of("framework_hash", "file"),
          List.of(
              text("framework_hash", "SHA-256 of the framework's files", Row::frameworkHash),
              text("file", "the file's name", Row::file),
              text("text", "what it says", Row::text)));

  public static Row row(Record r) {
    return new Row(
        (String) r.getField("framework_hash"),
        (String) r.getField("file"),
        (String) r.getField("text"));
  }
}
