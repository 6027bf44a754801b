package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.List;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.rows.TableFormat;
import org.trustbench.ingest.rows.TableOptions;

/** Workbooks of Office Open XML (ECMA-376), as spreadsheet programs save them. */
public final class XlsxFormat implements TableFormat {
  @Override
  public List<String> endings() {
    return List.of(".xlsx");
  }

  @Override
  public RowReader open(FileSlice slice, TableOptions options, ReadMode mode)
      throws IOException, Refusal {
    return SheetTable.open(slice.sent(), options);
  }
}
