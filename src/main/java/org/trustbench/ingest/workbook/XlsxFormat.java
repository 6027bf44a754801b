package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.Locale;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.rows.TableFormat;
import org.trustbench.ingest.rows.TableOptions;

/** Workbooks of Office Open XML (ECMA-376), as spreadsheet programs save them. */
public final class XlsxFormat implements TableFormat {
  @Override
  public boolean isOf(SentFile file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  @Override
  public RowReader open(FileSlice slice, TableOptions options, ReadMode mode)
      throws IOException, Refusal {
    return SheetTable.open(slice.sent(), options);
  }
}
