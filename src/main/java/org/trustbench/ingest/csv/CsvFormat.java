package org.trustbench.ingest.csv;

import java.io.IOException;
import java.util.List;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.InputFormat;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;

/** Text with a row on each line, packed by gzip or not: whatever is of no other format. */
public final class CsvFormat implements InputFormat {
  @Override
  public List<String> endings() {
    return List.of(".csv", ".csv.gz");
  }

  @Override
  public boolean isOf(SentFile file) {
    return true;
  }

  @Override
  public boolean isCutAtLines() {
    return true;
  }

  @Override
  public RowReader open(FileSlice slice, ReadOptions options) throws IOException, Refusal {
    return CsvTable.of(slice, options);
  }
}
