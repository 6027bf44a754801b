package org.trustbench.ingest.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.InputFormat;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;

/**
 * CSV that this program has written of a table of a database or of Parquet: its first column is the
 * number of the row, since such tables have no lines that a message could name.
 */
public final class NumberedFormat implements InputFormat {
  /** The end of the name of a copy; whoever sends something gives it no such name. */
  public static final String ENDING = ".numbered-rows";

  @Override
  public List<String> endings() {
    return List.of();
  }

  @Override
  public boolean isOf(SentFile file) {
    return file.path().endsWith(ENDING);
  }

  @Override
  public boolean isCutAtLines() {
    return true;
  }

  @Override
  public boolean hasLines() {
    return false;
  }

  /** However the files of the layout are written, copies are written alike. */
  @Override
  public ReadOptions options(ReadOptions asked) {
    return ReadOptions.ofText(StandardCharsets.UTF_8, ',', 0);
  }

  @Override
  public RowReader open(FileSlice slice, ReadOptions options) throws IOException, Refusal {
    return NumberedTable.of(CsvTable.of(slice, options(options)));
  }
}
