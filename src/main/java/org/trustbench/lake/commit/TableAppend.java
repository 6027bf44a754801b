package org.trustbench.lake.commit;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.trustbench.PipelineException;
import org.trustbench.environment.Failpoint;
import org.trustbench.lake.catalog.LakeTables;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.ScoringsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.write.InspectionWriter;
import org.trustbench.lake.write.RowWriter;

/** Adds to the tables what tasks have written; no reader sees it before it is named. */
public final class TableAppend {
  private final LakeTables tables;
  private final String frameworkHash;

  /**
   * Begins.
   *
   * @param frameworkHash the framework that tallies are made with
   */
  public TableAppend(LakeTables tables, String frameworkHash) {
    this.tables = tables;
    this.frameworkHash = frameworkHash;
  }

  /**
   * Adds what one ingest wrote beside all that is there. No reader sees any of it before {@code
   * submissions} names it.
   *
   * @param files the accounts of files
   */
  public void append(
      String ingestId, List<InspectionWriter.Written> written, List<FilesTable.Row> files) {
    append("cases", ingestId, written);
    Failpoint.CASES_APPENDED.reached();
    append("judgements", ingestId, written);
    append("second_readings", ingestId, written);
    Failpoint.JUDGEMENTS_APPENDED.reached();
    append("rejects", ingestId, written);
    Failpoint.REJECTS_APPENDED.reached();
    append("tallies", ingestId, written);
    Failpoint.TALLIES_APPENDED.reached();
    try {
      Optional<DataFile> counted =
          new RowWriter(tables.get("files"))
              .write(FilesTable.DEFINITION, files.iterator(), ingestId);
      tables.append("files", ingestId, counted.stream().toList());
    } catch (IOException e) {
      throw PipelineException.failed("the lake cannot be written: " + e.getMessage(), e);
    }
    Failpoint.FILES_COUNTED.reached();
  }

  /**
   * Adds tallies of submissions that are stored already, and has them count in one commit, unless
   * another scoring under the same framework was first.
   *
   * @param scoringId made anew by each attempt; what the tallies were written under
   */
  public void appendTallies(
      String scoringId, Collection<StoredRows> scored, List<InspectionWriter.Written> written) {
    append("tallies", scoringId, written);
    Failpoint.TALLIES_APPENDED.reached();
    List<ScoringsTable.Row> added =
        scored.stream()
            .map(stored -> new ScoringsTable.Row(stored, frameworkHash, scoringId))
            .toList();
    tables.replaceRows(
        ScoringsTable.DEFINITION, ScoringsTable::row, known -> ScoringsTable.with(known, added));
  }

  private void append(String table, String ingestId, List<InspectionWriter.Written> written) {
    tables.append(
        table, ingestId, written.stream().flatMap(one -> one.file(table).stream()).toList());
  }
}
