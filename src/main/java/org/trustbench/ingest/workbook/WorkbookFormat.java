package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.util.List;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.InputFormat;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;

/**
 * Workbooks as spreadsheet programs save them: Office Open XML (ECMA-376) and OpenDocument (ISO/IEC
 * 26300).
 */
public final class WorkbookFormat implements InputFormat {
  /** The ends of names that workbooks have. */
  public static final List<String> ENDINGS = List.of(".xlsx", ".ods");

  @Override
  public List<String> endings() {
    return ENDINGS;
  }

  @Override
  public RowReader open(FileSlice slice, ReadOptions options) throws IOException, Refusal {
    return SheetTable.open(slice.sent(), options);
  }
}
