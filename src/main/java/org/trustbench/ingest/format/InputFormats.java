package org.trustbench.ingest.format;

import java.io.IOException;
import java.util.List;
import org.trustbench.ingest.csv.CsvFormat;
import org.trustbench.ingest.csv.NumberedFormat;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.InputFormat;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.rows.SheetBegin;
import org.trustbench.ingest.workbook.WorkbookFormat;
import org.trustbench.ingest.workbook.WorkbookSheets;

/** The formats that tables are read in. */
public final class InputFormats {
  /** A file is of the first format that says so. */
  private static final List<InputFormat> ALL =
      List.of(new NumberedFormat(), new WorkbookFormat(), new CsvFormat());

  private InputFormats() {}

  /** Opens a table of a folder. */
  public static RowReader open(SentFile file) throws IOException, Refusal {
    return open(FileSlice.whole(0, file), ReadOptions.OF_FOLDERS);
  }

  /** Opens a table, or a slice of one, in whatever format it is. */
  public static RowReader open(FileSlice slice, ReadOptions options) throws IOException, Refusal {
    return of(slice.sent()).open(slice, options);
  }

  /** The names that a table may have in a folder, in any format. */
  public static List<String> names(String table) {
    return ALL.stream()
        .flatMap(format -> format.endings().stream())
        .map(ending -> table + ending)
        .sorted()
        .toList();
  }

  /** The ends of names that workbooks have, each with its dot. */
  public static List<String> workbooks() {
    return WorkbookFormat.ENDINGS;
  }

  /** Names of the sheets of a workbook that hold cells, hidden ones too. */
  public static List<String> sheets(SentFile file) throws IOException, Refusal {
    return WorkbookSheets.names(file);
  }

  /** The first rows of every sheet of a workbook that is to be seen. */
  public static List<SheetBegin> beginnings(SentFile file, int most) throws IOException, Refusal {
    return WorkbookSheets.beginnings(file, most);
  }

  /** Whether a file has lines, at the ends of which it may be cut. */
  public static boolean isCutAtLines(SentFile file) {
    return of(file).isCutAtLines();
  }

  /** Whether its rows stand on lines of it. */
  public static boolean hasLines(SentFile file) {
    return of(file).hasLines();
  }

  /**
   * How a file is read.
   *
   * @param asked how files are read of which nothing else is known
   */
  public static ReadOptions options(SentFile file, ReadOptions asked) {
    return of(file).options(asked);
  }

  private static InputFormat of(SentFile file) {
    return ALL.stream().filter(format -> format.isOf(file)).findFirst().orElseThrow();
  }
}
