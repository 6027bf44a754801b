package org.trustbench.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.GzipMembers;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.HeaderRows;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RepeatedHeader;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.message.Counted;

/**
 * A CSV file as sent, read row by row, with the line of each. Whatever makes the rest of the file
 * unreadable (a packed file that ends early, a wrong encoding, a quotation mark never closed)
 * refuses the submission, because the rows after it cannot be accounted for.
 */
final class CsvTable implements RowReader {
  private static final char DELETE = 127;

  private final SentFile file;
  private final Charset charset;
  private final SourceText text;
  private final Header header;
  private final RepeatedHeader repeated;
  private final UnclosedQuoteDetector swallowed;

  private final CsvRows rows;
  private final CsvRow row;

  /** Lines of the file, passed over or not read, that the rows' own numbers lack. */
  private int linesBefore;

  private int line;
  private boolean isHeaderAgain;

  /** Opens a file, or a slice of one, and reads its header. */
  static CsvTable of(FileSlice slice, ReadOptions options) throws IOException, Refusal {
    Charset charset = options.charset();
    SourceText text =
        slice.isWhole()
            ? opened(slice.sent(), charset)
            : new SourceText(slice.sent(), slice.open(), charset);
    return new CsvTable(slice, text, options);
  }

  private CsvTable(FileSlice slice, SourceText text, ReadOptions options)
      throws IOException, Refusal {
    this.file = slice.sent();
    this.charset = text.charset();
    this.text = text;
    try {
      BufferedReader reader = new BufferedReader(text.reader(), 1 << 16);
      CsvStart start = CsvStart.of(file.name(), reader, options);
      pass(reader, start.skipLines());
      linesBefore = start.skipLines();
      rows = new CsvRows(reader, start.delimiter());
      row = rows.row();
      header = HeaderRows.find(file, options, null, new RowsFromTop());
      repeated = new RepeatedHeader(header);
      swallowed = new UnclosedQuoteDetector(start.delimiter(), header.names().size());
      linesBefore += slice.linesBefore();
    } catch (IOException e) {
      text.close();
      throw unreadable(e);
    } catch (Refusal e) {
      text.close();
      throw e;
    }
  }

  /** All rows from the header on. */
  private final class RowsFromTop implements HeaderRows.Rows {
    @Override
    public boolean next() throws Refusal {
      return isThereMore();
    }

    @Override
    public int line() {
      return line;
    }

    @Override
    public int width() {
      return CsvTable.this.width();
    }

    @Override
    public String cell(int column) {
      return CsvTable.this.cell(column);
    }
  }

  @Override
  public Header heading() {
    return header;
  }

  /** Moves to the next row; false at the end of the file. */
  @Override
  public boolean next() throws Refusal {
    if (!isThereMore()) {
      return false;
    }
    isHeaderAgain =
        repeated.mayBeginWith(row.beginning(0)) && hasItsCells() && repeated.isIn(line, this::cell);
    for (int column = 0; row.hasLineBreak() && !isFaulty() && column < width(); column++) {
      if (swallowed.isIn(row.cell(column), column)) {
        throw openQuote();
      }
    }
    return true;
  }

  /** Moves to the next row that holds anything. */
  private boolean isThereMore() throws Refusal {
    boolean isThere = isMoved();
    while (isThere && isBlankFrom(0)) {
      isThere = isMoved();
    }
    return isThere;
  }

  private boolean isBlankFrom(int column) {
    int width = width();
    int at = column;
    while (at < width && isBlank(at)) {
      at++;
    }
    return at >= width;
  }

  private boolean isBlank(int column) {
    char c = row.beginning(column);
    boolean isSeen = c > ' ' && c < DELETE;
    return c == 0 || !isSeen && Spelling.plain(row.cell(column)).isEmpty();
  }

  private boolean isMoved() throws Refusal {
    try {
      boolean isThere = rows.next();
      line = isThere ? row.line() + linesBefore : line;
      return isThere;
    } catch (IOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  private void pass(BufferedReader reader, int lines) throws IOException, Refusal {
    for (int i = 0; i < lines; i++) {
      if (!SkippedLines.isSkipped(reader)) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE, file.name(), "it ends before its header: send it again");
      }
    }
  }

  /** The line that the row begins on, counted from 1. */
  @Override
  public int line() {
    return line;
  }

  /** Cells beyond the last column that has a name are no fault where they hold nothing. */
  @Override
  public boolean isFaulty() {
    return isHeaderAgain || !hasItsCells();
  }

  private boolean hasItsCells() {
    int columns = header.names().size();
    return width() == columns || width() > columns && isBlankFrom(columns);
  }

  /** What is wrong with a row that has not a cell for each column; null where nothing is. */
  @Override
  public String fault() {
    if (isHeaderAgain) {
      return RepeatedHeader.FAULT;
    }
    if (!isFaulty()) {
      return null;
    }
    int columns = header.names().size();
    return lastLine() > line
        ? "lines %d to %d are one row of %s where the header has %d: close the quotation mark that is open there, or double it"
            .formatted(line, lastLine(), Counted.of(width(), "cell"), columns)
        : "%s where the header has %d: check delimiters and quotation marks"
            .formatted(Counted.of(width(), "cell"), columns);
  }

  @Override
  public int lastLine() {
    return line + row.lineBreaks();
  }

  @Override
  public boolean isHeaderAgain() {
    return isHeaderAgain;
  }

  int width() {
    return row.width();
  }

  /** A cell as it stands. */
  @Override
  public String cell(int column) {
    return column >= width() ? "" : row.cell(column);
  }

  /**
   * A cell that names something, as a reader sees it, and never with a line break inside, which
   * would mean that a quotation mark has swallowed the rows after it.
   */
  @Override
  public String name(int column) throws Refusal {
    return Spelling.plain(given(column));
  }

  /** The same as it was given, with whatever a reader does not see. */
  @Override
  public String given(int column) throws Refusal {
    checkNoLineBreak(column);
    return cell(column).strip();
  }

  /** What a cell that names something comes to. */
  @Override
  public <T> T value(int column, MemoizedLookup<T> values) throws Refusal {
    checkNoLineBreak(column);
    return row.value(column, values);
  }

  /** Fails where a cell that names something has swallowed what comes after; -1 is no column. */
  @Override
  public void checkNoLineBreak(int column) throws Refusal {
    if (!row.hasLineBreak() || column < 0) {
      return;
    }
    String value = cell(column).strip();
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw openQuote();
    }
  }

  private Refusal openQuote() {
    return new Refusal(
        RejectRule.UNREADABLE_FILE,
        file.name(),
        "line %d: a quotation mark opened here takes in the lines after it: close it or double it"
            .formatted(line));
  }

  @Override
  public String sha256Hex() throws Refusal {
    try {
      return text.sha256Hex();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static SourceText opened(SentFile file, Charset charset) throws IOException, Refusal {
    try {
      return new SourceText(file, charset);
    } catch (GzipMembers.Fault e) {
      throw SourceText.refusal(file, charset, 0, e);
    }
  }

  private Refusal unreadable(Exception e) {
    return e instanceof CsvParseException
        ? new Refusal(
            RejectRule.UNREADABLE_FILE,
            file.name(),
            "it cannot be split into rows after line %d: %s".formatted(line, unsplit(e)))
        : SourceText.refusal(file, charset, line, e);
  }

  /** What keeps a file from being split, by what was thrown for it. */
  private static String unsplit(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String said = cause.getMessage();
      if (CsvRow.TOO_WIDE.equals(said) || CsvRow.TOO_LONG.equals(said)) {
        return said;
      }
    }
    return "close every quotation mark";
  }
}
