package org.trustbench.ingest.rows;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.trustbench.framework.Layout;

/**
 * How a table is read, as far as its file does not say so itself.
 *
 * @param encoding the name of the character set
 * @param delimiter between cells; null to see from the header whether it is , ; | or a tab
 * @param skipLines lines before the header
 * @param dayPattern how days are written that a file has as days and not as texts; null for ISO
 *     8601
 * @param sheet of a workbook, the sheet with the table; null to see which it is
 * @param headerBeginsWith the first cell of the header that holds anything; null where the header
 *     is the first row that does
 * @param headerRows rows that the header has
 */
public record ReadOptions(
    String encoding,
    Character delimiter,
    int skipLines,
    String dayPattern,
    String sheet,
    String headerBeginsWith,
    int headerRows)
    implements Serializable {
  /** How the tables of a folder are read. */
  public static final ReadOptions OF_FOLDERS =
      new ReadOptions(StandardCharsets.UTF_8.name(), null, 0, null, null);

  /** How a table is read whose header is the first row after some lines. */
  public ReadOptions(
      String encoding, Character delimiter, int skipLines, String dayPattern, String sheet) {
    this(encoding, delimiter, skipLines, dayPattern, sheet, null, 1);
  }

  /** How a text is read whose header is the first row after some lines. */
  public static ReadOptions ofText(Charset charset, char delimiter, int skipLines) {
    return new ReadOptions(charset.name(), delimiter, skipLines, null, null);
  }

  /** How a sheet of a workbook is read whose header is the first row after some rows. */
  public static ReadOptions ofSheet(String sheet, int skipRows) {
    return new ReadOptions(StandardCharsets.UTF_8.name(), null, skipRows, null, sheet);
  }

  /** How an extract of a layout is read. */
  public static ReadOptions of(Layout layout) {
    return new ReadOptions(
        layout.encoding(),
        layout.delimiter(),
        layout.skipLines(),
        layout.dateFormat(),
        layout.sheet(),
        layout.frame().headerBeginsWith(),
        layout.frame().headerRows());
  }

  public Charset charset() {
    return Charset.forName(encoding);
  }
}
